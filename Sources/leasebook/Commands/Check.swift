import ArgumentParser
import FinanceBasics
import Reports

extension Leasebook {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check deal files without recording them; every fault in one pass.",
      usage: "leasebook check [<options>] <file> ...",
      discussion: """
        Parties and sites are looked up in the ledger, where there is one, and in the files given.

        Example: leasebook check samples/parties.yaml samples/sites.yaml samples/deals
        """)

    @Argument(
      help: ArgumentHelp("Deal files, or folders of them.", valueName: "file"),
      completion: Completions.files)
    var files: [String]

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
      let input = try InputFiles(files)
      do {
        let report = CheckReport(try FileCheck(ledgerPath: ledger.path).batch(input.files))
        try output.print { report.rendered(as: $0, style: $1) }
      } catch let faults as Diagnostics {
        try output.print { render(DiagnosticReport(faults), as: $0, style: $1) }
        throw ExitCode(1)
      }
    }
  }
}
