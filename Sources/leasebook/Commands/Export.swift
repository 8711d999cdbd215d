import ArgumentParser
import Reports

extension Leasebook {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Write the whole ledger as plain files: deal files, tables, a manifest of hashes.",
      usage: "leasebook export [<options>] <folder>",
      discussion: """
        The deal files stand byte for byte under their names in files/, the tables as CSV in \
        tables/. The import verb makes the same ledger of them.

        Example: leasebook export exported
        """)

    @Argument(help: "The folder to make; nothing may be there.", completion: .directory)
    var folder: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let report = try LedgerReading(ledger).export(to: folder)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
