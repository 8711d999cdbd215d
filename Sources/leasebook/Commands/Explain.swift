import ArgumentParser
import CashFlowEngine
import FinanceBasics
import Reports

extension Leasebook {
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Explain a number: the tree from the terms of a deal to the cent.",
      discussion: """
        Charges, noi and net-cash are of a month; present-value needs --rate and --on; metrics are \
        those of compare. --impact changes one field and shows what it moves.

        Example: leasebook explain hut8-river-bend base-rent 2027-07 --hall 'hall 1'
        Example: leasebook explain hut8-river-bend present-value --rate 8% --on 2026-01-01
        Example: leasebook explain hut8-river-bend --impact rent.escalator.fixed --to '2 %'
        """)

    @Argument(help: "The deal's id.", completion: Completions.deals)
    var deal: String

    @Argument(
      help: ArgumentHelp(
        "A charge such as base-rent, or noi, net-cash, present-value, or a metric's id.",
        valueName: "charge"),
      completion: Completions.explained)
    var subject: String?

    @Argument(help: ArgumentHelp("As YYYY-MM.", valueName: "month"), transform: readMonth)
    var month: YearMonth?

    @Option(
      help: ArgumentHelp("One hall by its name; all where none is named.", valueName: "name"),
      completion: Completions.halls)
    var hall: String?

    @Option(
      help: ArgumentHelp("A metric of compare, by its id.", valueName: "id"),
      completion: Completions.metric)
    var metric: String?

    @Option(
      help: ArgumentHelp("Show what this field moves.", valueName: "path"),
      completion: Completions.terms)
    var impact: String?

    @Option(
      help: ArgumentHelp(
        "What --impact changes the field to. Default: a small change.", valueName: "value"))
    var to: String?

    @Option(name: .customLong("case"), help: "base, expected or full.")
    var projectionCase: ProjectionCase = .base

    @OptionGroup var valuation: ExplainedValuation
    @OptionGroup var extent: ExplainedExtent
    @OptionGroup var scenarios: ScenarioOptions
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard [subject, metric, impact].count(where: { $0 != nil }) == 1 else {
        throw ValidationError("Name one of a charge, a --metric or the path of an --impact.")
      }
      if to != nil, impact == nil { throw ValidationError("--to goes with --impact.") }
      guard impact == nil else { return }
      do {
        _ = try ExplainSubject(asked: self)
      } catch let error as ValidationError {
        throw error
      } catch {
        // A name that nobody knows is a problem of its own when the command runs.
      }
    }

    func run() throws {
      let session = try BookSession(ledger: ledger, asOf: asOf)
      let explained = try session.explained(deal, case: projectionCase, under: scenarios)
      let question = ExplainQuestion(explained, self)
      if let impact {
        let report = try question.impact(of: impact, to: to)
        return try output.print(lines: report.jsonLines) { report.rendered(as: $0, style: $1) }
      }
      let report = try question.explanation()
      try output.print(lines: report.jsonLines) { report.rendered(as: $0, style: $1) }
    }
  }
}
