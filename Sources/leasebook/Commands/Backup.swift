import ArgumentParser
import Reports

extension Leasebook {
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backup",
      abstract: "Copy the ledger, also while others record, and verify the copy.",
      usage: "leasebook backup [<options>] <path>",
      discussion: """
        The copy is a ledger like any other. It is there whole, or not at all.

        Example: leasebook backup copy.db
        """)

    @Argument(help: "The file to make; nothing may be there.", completion: .file())
    var path: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let report = try LedgerReading(ledger).backup(to: path)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
