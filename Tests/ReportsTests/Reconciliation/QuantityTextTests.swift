import FinanceBasics
import LeaseModel
import Reconciliation
import Testing

@testable import Reports

@Suite("Texts of quantities")
struct QuantityTextTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let printed: String
    let dimension: Dimension
    let interval: String
    let unit: String
    /// In the unit, without its scale.
    let value: String
    let text: String
    let gap: String?
    let gapText: String

    var testDescription: String { printed }
  }

  /// Intervals by CONVENTIONS §4; a value has one digit more than their ends, and a gap as many as
  /// it takes to be seen.
  private static let examples: [Example] = [
    Example(
      printed: "7.0 bn USD", dimension: .money, interval: "6.95 to 7.05", unit: "bn USD",
      value: "7000000000", text: "7.000", gap: nil, gapText: ""),
    Example(
      printed: "17.7 bn USD", dimension: .money, interval: "17.65 to 17.75", unit: "bn USD",
      value: "17905769000", text: "17.906", gap: "155769000", gapText: "+0.156 (+0.9 %)"),
    Example(
      printed: "454 M USD", dimension: .money, interval: "453.5 to 454.5", unit: "M USD",
      value: "453499999", text: "453.499999", gap: "-1", gapText: "-0.000001 (-0.0000002 %)"),
    Example(
      printed: "about 3.0 bn USD", dimension: .money, interval: "2.9 to 3.1", unit: "bn USD",
      value: "3000000000", text: "3.00", gap: nil, gapText: ""),
    Example(
      printed: "85 %", dimension: .percentage, interval: "84.5 to 85.5", unit: "%",
      value: "85.512", text: "85.51", gap: "0.012", gapText: "+0.01 (+0.01 %)"),
    Example(
      printed: "245 MW", dimension: .power, interval: "244.5 to 245.5", unit: "MW", value: "245",
      text: "245.00", gap: nil, gapText: ""),
  ]

  @Test("stand in the scale in which the figure was printed", arguments: examples)
  func texts(_ example: Example) throws {
    let figure = try Figure(reading: example.printed, as: example.dimension)
    let range = QuantityRange.amount(low: figure.low, high: figure.high, figure.unit)
    let text = QuantityText(range, printed: example.printed)
    #expect(text.interval == example.interval)
    #expect(text.unit == example.unit)
    let gap = try example.gap.map { try #require(ExactDecimal($0)).real }
    let value = try #require(ExactDecimal(example.value)).real
    #expect(text.text(of: .amount(value), gap: gap) == example.text)
    guard let gap else { return }
    let end = gap.isPositive ? figure.high : figure.low
    let share = QuantityText.percentage(gap.divided(by: end.real))
    #expect("\(text.text(ofGap: gap)) (\(share))" == example.gapText)
  }

  @Test("count years, months and days as what they are")
  func times() throws {
    let term = QuantityText(.months(low: 180, high: 180))
    #expect(term.interval == "15" && term.unit == "years")
    #expect(term.text(of: .months(186)) == "186 months")
    let months = QuantityText(.months(low: 15, high: 18))
    #expect(months.interval == "15 to 18" && months.unit == "months")
    let first = try #require(CalendarDate("2027-04-01"))
    let last = try #require(CalendarDate("2027-06-30"))
    let quarter = QuantityText(.days(first: first, last: last))
    #expect(quarter.interval == "2027-04-01 to 2027-06-30" && quarter.unit.isEmpty)
    #expect(quarter.text(of: .day(last)) == "2027-06-30")
    #expect(quarter.text(ofGap: PreciseReal(integer: -1)) == "-1 day")
    #expect(quarter.text(ofGap: PreciseReal(integer: 12)) == "+12 days")
  }

  @Test(
    "names of several words become keys in snake case",
    arguments: [
      ("averageAnnualNOI", "average_annual_noi"), ("criticalIT", "critical_it"),
      ("noiMargin", "noi_margin"), ("consistentAsWritten", "consistent_as_written"),
      ("rate", "rate"), ("cumulativeNOI", "cumulative_noi"),
    ])
  func keys(_ name: String, key: String) {
    #expect(snakeCase(name) == key)
  }
}
