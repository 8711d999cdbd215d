import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing
import Valuation

/// Deals whose values can be told by hand, and states of them.
enum AttributionSamples {
  /// 10 MW at 100 USD/kW-month for a year from Friday 2027-01-01: 1,000,000.00 on each first.
  ///
  /// - Parameters:
  ///   - terms: Beside landlord, kind, structure and load; a path given here replaces the default.
  static func year(
    _ id: String = "year", terms: [String: String] = [:], assumptions: [(String, String)] = [],
    head: [String: String] = [:]
  ) throws -> Deal {
    let usual = [
      "landlord": "hut-8", "contract.kind": "lease", "contract.structure": "triple-net",
      "criticalIT": "10 MW", "term": "1 year", "rentCommencement": "2027-01-01",
      "rent.rate": "100 USD/kW-month",
    ]
    let stated = usual.merging(terms) { _, given in given }.filter { !$0.value.isEmpty }
    return try DealBuilder.deal(
      id, head: head, terms: stated.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      assumptions: assumptions)
  }

  /// One month's rent of 1,000,000.00 on a first of a month.
  static func bullet(on date: String) throws -> AnalysedDeal {
    let deal = try year("bullet", terms: ["term": "1 month", "rentCommencement": date])
    return AnalysedDeal(versions: [deal])
  }

  /// Deals on a date at one effective annual rate.
  static func state(
    _ deals: [AnalysedDeal], on date: String, rate: Double = 0
  ) throws -> ValueState {
    ValueState(
      deals: deals, basis: ValuationBasis(date: try #require(CalendarDate(date)), rate: rate))
  }

  /// Deals of one version each on a date at one effective annual rate.
  static func state(_ deal: Deal, on date: String, rate: Double = 0) throws -> ValueState {
    try state([AnalysedDeal(versions: [deal])], on: date, rate: rate)
  }

  /// Discount factors of a day a year and two years ahead.
  static func curve(_ date: String, _ one: String, _ two: String) throws -> Discounting {
    let day = try #require(CalendarDate(date))
    let rows = [("1Y", one), ("2Y", two)].enumerated().map { line, point in
      SeriesRow(
        period: .day(day), tenor: Tenor(marketName: point.0),
        value: ExactDecimal(point.1), line: line + 2)
    }
    let heading = SeriesHeading(
      id: SeriesID("factors"), name: "Factors", kind: .discountFactors, unit: "factor",
      frequency: .dated, announced: try #require(StatedDate(date)),
      sources: [Source(id: SourceID("desk"), tier: .release)])
    let series = try #require(DataSeries(heading: heading, rows: rows))
    return .curve(try RecordedCurve(of: series, on: day), spread: 0)
  }

  /// The deals as they stand under a stack of scenarios.
  static func under(_ stack: Scenario..., deals: [AnalysedDeal]) throws -> [AnalysedDeal] {
    try ScenarioQuestion(stack, on: deals, known: deals.map(\.deal.id)).deals
  }

  static func scenario(_ path: String, _ text: String) -> Scenario {
    Scenario(
      id: ScenarioID("what-if"),
      changes: [
        DealField(
          block: .scenario, path: FieldPath(parsing: path) ?? .root, text: text, line: 1, column: 1)
      ])
  }
}

extension ValueAttribution {
  /// The amounts of the steps in their order.
  var amounts: [Int64] { parts.map(\.amount) }
}
