import ArgumentParser
import Reports

extension Leasebook {
  struct Correct: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "correct",
      abstract: "Put a recorded version of a deal right; the wrong one stays on record.",
      usage: """
        leasebook correct [<options>] --entry <number> --reason <text>
          <deal> <file>
        """,
      discussion: """
        The file is the deal file put right, or the amendment put right where the entry is one. \
        Later amendments are put into it anew. What was recorded is shown with --recorded-by, and \
        before the day on which the file says it was announced.

        Example: leasebook correct cipher-stingray stingray.yaml --entry 76 --reason "a misread MW"
        """)

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Argument(
      help: "The deal file or the amendment, put right.", completion: Completions.maps)
    var file: String

    @Option(
      help: ArgumentHelp(
        "The entry that is wrong; `leasebook history` lists them.", valueName: "number"))
    var entry: Int

    @Option(help: ArgumentHelp("What was wrong, in a sentence.", valueName: "text"))
    var reason: String

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard !reason.allSatisfy(\.isWhitespace) else {
        throw ValidationError("--reason takes a sentence that says what was wrong.")
      }
    }

    func run() throws {
      let input = try InputFiles.file(file)
      let result = try VersionRecorder(path: ledger.path).correct(
        deal, entry: entry, by: input, reason: reason)
      let report = RecordingReport(result)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
