public import Analysis
public import FinanceBasics

/// The value of deals, each by itself and all together, as a listing.
public struct ValuationReport: TabularReport {
  /// What was valued, in the order asked for; at least one.
  let subjects: [Subject]
  let currency: Currency
  /// Sentences that the reader must know: what was assumed, what is missing.
  let remarks: [String]
  /// The scenarios behind the figures; `nil` as recorded.
  let scenarios: ScenarioStatement?

  /// One thing that was valued: a deal, or several together.
  public struct Subject: Sendable {
    let name: String
    let valuation: FlowValuation
    let ratios: ValueRatios
    /// What was valued together.
    let deals: [DealCashFlows]

    /// Takes the parts as given.
    public init(
      name: String, valuation: FlowValuation, ratios: ValueRatios, deals: [DealCashFlows] = []
    ) {
      self.name = name
      self.deals = deals
      self.valuation = valuation
      self.ratios = ratios
    }
  }

  /// - Precondition: At least one subject.
  public init(
    _ subjects: [Subject], currency: Currency, remarks: [String],
    scenarios: ScenarioStatement? = nil
  ) {
    precondition(!subjects.isEmpty, "a valuation has a subject")
    self.subjects = subjects
    self.currency = currency
    self.remarks = remarks
    self.scenarios = scenarios
  }

  /// The most subjects that people see beside each other with all their measures; more are a line
  /// each.
  private static let mostBeside = 5

  /// Of one subject its measures, tiers and charges; of several all beside each other, or a row
  /// each; then a row a subject.
  public var parts: [ReportPart] {
    shownParts + [ReportPart("Data", table(of: columns), for: .programs)]
  }

  private var shownParts: [ReportPart] {
    guard subjects.count == 1 else {
      let shown =
        subjects.count <= Self.mostBeside
        ? table(of: shownColumns).transposed(heading: "Measure") : listing
      return [ReportPart("Value", shown, for: .people)]
    }
    return [ReportPart("Value", measures(of: subjects[0]), for: .people)]
      + detailTables(of: subjects[0]).map { table in
        ReportPart(table.columns[0].key == "tier" ? "By tier" : "By charge", table, for: .people)
      }
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: json.text + "\n"
    }
  }
}
