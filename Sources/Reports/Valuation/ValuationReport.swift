public import Analysis
public import FinanceBasics

/// The value of deals, each by itself and all together, as a listing.
public struct ValuationReport: Sendable {
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

    /// Takes the parts as given.
    public init(name: String, valuation: FlowValuation, ratios: ValueRatios) {
      self.name = name
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

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text where subjects.count == 1:
      ([renderText(measures(of: subjects[0]), style: style)]
        + detailTables(of: subjects[0]).map { renderText($0, style: style) })
        .joined(separator: "\n")
    case .text where subjects.count <= Self.mostBeside:
      renderText(table(of: shownColumns).transposed(heading: "Measure"), style: style)
    case .text: renderText(listing, style: style)
    case .csv: renderCSV(table(of: columns))
    case .json: json.text + "\n"
    }
  }
}
