import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import LedgerStore
import Reports

/// A deal that is explained, with its files and the scenarios that it is under.
struct ExplainedDeal {
  let analysed: AnalysedDeal
  let documents: DealDocuments
  let scenarios: ScenarioStatement?
  let remarks: [String]
}

/// What the command was asked, put to the analysis.
struct ExplainQuestion {
  private let deal: ExplainedDeal
  private let command: Leasebook.Explain

  init(_ deal: ExplainedDeal, _ command: Leasebook.Explain) {
    self.deal = deal
    self.command = command
  }

  /// What a change of one field moves.
  func impact(of path: String, to text: String?) throws -> FieldImpactReport {
    let impact = try FieldImpact(
      of: path, to: text, in: deal.analysed, case: command.projectionCase,
      basis: command.valuation.basis)
    return FieldImpactReport(impact, remarks: (deal.scenarios?.sentences ?? []) + deal.remarks)
  }

  /// The tree behind a charge, a sum of charges, present value or a metric.
  func explanation() throws -> ExplanationReport {
    let subject = try ExplainSubject(asked: command)
    var explainer = try DealExplainer(
      deal.analysed, case: command.projectionCase, documents: deal.documents)
    return ExplanationReport(
      try explanation(of: subject, by: &explainer), extent: command.extent.extent,
      remarks: deal.remarks, scenarios: deal.scenarios?.sentences ?? [])
  }

  private func explanation(
    of subject: ExplainSubject, by explainer: inout DealExplainer
  ) throws -> Explanation {
    switch subject {
    case .charge(let charge, let month):
      try explainer.explanation(of: charge, in: month, hall: command.hall)
    case .netOperatingIncome(let month):
      try explainer.netOperatingIncome(in: month, hall: command.hall)
    case .netCash(let month): try explainer.netCash(in: month, hall: command.hall)
    case .presentValue(let basis): try explainer.presentValue(basis)
    case .metric(let id):
      try explainer.explanation(ofMetric: id, basis: command.valuation.basis)
    }
  }
}

extension BookSession {
  /// A deal under scenarios, with the files that its fields were recorded from.
  ///
  /// - Throws: `deal.unknown`; what the deal has no room for in a scenario.
  func explained(
    _ id: String, case projectionCase: ProjectionCase, under options: ScenarioOptions
  ) throws -> ExplainedDeal {
    let stack = try stack(options)
    let (deals, kept) = try applying(stack, to: [deal(id)])
    let analysed = deals[0]
    return ExplainedDeal(
      analysed: analysed, documents: documents(of: analysed.deal.id, under: stack),
      scenarios: stack.statement(of: deals, in: projectionCase), remarks: [asOfSentence] + kept)
  }

  private func documents(of id: DealID, under stack: ScenarioStack) -> DealDocuments {
    let files = (book.deal(id)?.candidates ?? []).compactMap { version in
      version.fileName.map { DealDocuments.File(name: $0, fields: version.fields) }
    }
    let scenarios = stack.scenarios.compactMap { scenario in
      scenario.file.map { (scenario.id.text, $0) }
    }
    let series = book.series.map { version -> (String, DealDocuments.Series) in
      let months = version.series.rows.compactMap { row -> (YearMonth, Int)? in
        guard case .month(let month) = row.period else { return nil }
        return (month, row.line)
      }
      let lines = Dictionary(months) { first, _ in first }
      return (
        version.id.text,
        DealDocuments.Series(
          file: version.tableName, source: version.series.heading.name, lines: lines)
      )
    }
    return DealDocuments(
      files: files, scenarios: Dictionary(scenarios) { first, _ in first },
      series: Dictionary(series) { first, _ in first })
  }
}
