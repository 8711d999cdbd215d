import ArgumentParser
import LedgerStore
import Reports

extension Leasebook {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a ledger anew from an export: the same rows, the same head.",
      usage: "leasebook import [<options>] <folder>",
      discussion: """
        Of an export the ledger named by --ledger is made; nothing may be there.

        Example: leasebook import exported --ledger rebuilt.db
        """)

    @Argument(help: "A folder that the export verb wrote.")
    var source: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let made = try Ledger.rebuild(from: source, at: ledger.path)
      let report = CopyReport(
        .rebuilt, path: ledger.path, entries: made.head.count, documents: made.documentCount,
        head: made.head.hash)
      output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
