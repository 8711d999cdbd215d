import Analysis
import ArgumentParser
import FinanceBasics
import Interchange
import LeaseModel
import Reconciliation
import Reports

extension Leasebook {
  struct Reconcile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reconcile",
      abstract: "Find which announced figures agree, and the terms that make all of them true.",
      usage: """
        leasebook reconcile [<options>] <deal or file> ...
        leasebook reconcile --all [<options>] [<deal or file> ...]
        leasebook reconcile --write [--family <number>] <file>
        leasebook reconcile --new --mw <MW> --years <years> --value <money> ...
        """,
      discussion: """
        A published figure is the interval that its wording leaves open: 7.0 bn is 6.95 to 7.05 \
        bn. A file needs no ledger. What is searched, and how: docs/reconcile.md.

        Example: leasebook reconcile samples/deals/hut8-river-bend.yaml
        Example: leasebook reconcile --all samples/deals
        Example: leasebook reconcile --new --mw 245 --years 15 --value '7.0 bn' --escalator 3% \
        --renewals 3x5 --value-with-renewals '17.7 bn' --delivery 2027-Q2..2027-Q4
        """)

    @Argument(
      help: ArgumentHelp(
        "Deals of the ledger by id, or deal files and folders of them.",
        valueName: "deal or file"),
      completion: Completions.dealsAndFiles)
    var subjects: [String] = []

    @Flag(help: "A line a deal, and which headlines can be true; without names the whole ledger.")
    var all = false

    @Flag(help: "Put the witness of the first family into the solved block of the file.")
    var write = false

    @Option(help: ArgumentHelp("Write the witness of this family instead.", valueName: "number"))
    var family: Int?

    @Flag(help: "Show every family, with each field of its witness.")
    var verbose = false

    @Flag(help: "End with exit code 1 where figures cannot all be true.")
    var check = false

    @OptionGroup var announcement: AnnouncementOptions

    @Option(
      name: .customLong("output"),
      help: ArgumentHelp("New: write the deal file here; nothing may be there.", valueName: "file"),
      completion: .file())
    var newFile: String?

    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      if announcement.new {
        guard subjects.isEmpty, !all else {
          throw ValidationError("--new takes the announcement from options; name no deal or file.")
        }
        if write, newFile == nil {
          throw ValidationError("--write with --new needs --output, the file to write.")
        }
      } else {
        guard all || !subjects.isEmpty else {
          throw ValidationError("Name a deal or a file, or give --all or --new.")
        }
        if newFile != nil { throw ValidationError("--output goes with --new.") }
      }
      if write, all || !announcement.new && subjects.count != 1 {
        throw ValidationError("--write takes one deal file.")
      }
      if family != nil, !write { throw ValidationError("--family goes with --write.") }
      if let family, family < 1 { throw ValidationError("--family counts from 1.") }
    }

    /// As a shell has it of a command that an interruption ended.
    private static let interrupted: Int32 = 130

    func run() throws {
      let question = try ReconcileQuestion(self)
      let outcomes = question.outcomes(withHeadlines: all)
      let written =
        try write && !question.wasStopped ? question.write(outcomes[0], family: family ?? 1) : []
      if all {
        let report = ReconciliationBookReport(outcomes, remarks: question.remarks)
        try output.print { report.rendered(as: $0, style: $1) }
      } else {
        let report = ReconciliationReport(
          outcomes, isVerbose: verbose, remarks: question.remarks + written)
        try output.print { format, style in
          (format == .text ? question.newFileText : "")
            + report.rendered(as: format, style: style)
        }
      }
      guard !question.wasStopped else { throw ExitCode(Self.interrupted) }
      if check, outcomes.contains(where: { $0.outcome.verdict == .inconsistent }) {
        throw ExitCode(1)
      }
    }
  }
}
