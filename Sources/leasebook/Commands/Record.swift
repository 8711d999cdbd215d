import ArgumentParser
import Reports

extension Leasebook {
  struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "record",
      abstract: "Record deals and amendments: all files, or none.",
      usage: "leasebook record [<options>] <file> ...",
      discussion: """
        Of a folder, its .yaml files are taken. Files may come in any order; amendments follow \
        their deals. A file that was recorded before changes nothing.

        Example: leasebook record samples samples/series samples/deals
        """)

    @Argument(
      help: ArgumentHelp("Deal files, or folders of them.", valueName: "file"),
      completion: Completions.files)
    var files: [String]

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let input = try InputFiles(files)
      let result = try DealRecorder(path: ledger.path).record(input.files)
      let report = RecordingReport(result)
      try output.print { report.rendered(as: $0, style: $1) }
    }
  }
}
