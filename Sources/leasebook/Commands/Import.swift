import ArgumentParser
import LedgerStore
import Reports

extension Leasebook {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Make a ledger anew from an export, or record a rent roll.",
      usage: """
        leasebook import [<options>] <folder>
        leasebook import --map <file> [--dry-run] [<options>] <file>
        """,
      discussion: """
        Of an export the ledger named by --ledger is made: the same rows, the same head; nothing \
        may be there. Of a rent roll, a CSV file with a lease a row, each row becomes a deal: all \
        of them, or none; rows that were recorded before change nothing.

        Example: leasebook import exported --ledger rebuilt.db

        Example: leasebook import samples/rent-roll/rent-roll.csv \
        --map samples/rent-roll/map.yaml --dry-run
        """)

    @Argument(
      help: "A folder that the export verb wrote, or the CSV file of a rent roll.",
      completion: .file(extensions: ["csv"]))
    var source: String

    @Option(
      help: ArgumentHelp(
        "What the columns of a rent roll are: docs/ledger.md.", valueName: "file"),
      completion: Completions.maps)
    var map: String?

    @Flag(help: "Check a rent roll, say what would be recorded, and record nothing.")
    var dryRun = false

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard map != nil || !dryRun else {
        throw ValidationError("--dry-run goes with --map: an export is made anew or refused.")
      }
    }

    func run() throws {
      guard let map else {
        let made = try Ledger.rebuild(from: source, at: ledger.path)
        let report = CopyReport(
          .rebuilt, path: ledger.path, entries: made.head.count, documents: made.documentCount,
          head: made.head.hash)
        try output.print { report.rendered(as: $0, style: $1) }
        return
      }
      let roll = RentRollImport(
        ledgerPath: ledger.path, table: try InputFiles.file(source), map: try InputFiles.file(map))
      if dryRun {
        let report = try roll.rehearse()
        try output.print { report.rendered(as: $0, style: $1) }
      } else {
        let report = RecordingReport(try roll.record())
        try output.print { report.rendered(as: $0, style: $1) }
      }
    }
  }
}
