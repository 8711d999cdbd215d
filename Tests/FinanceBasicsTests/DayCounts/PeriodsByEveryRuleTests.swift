import FinanceBasics
import Testing

@Suite("Periods by every rule")
struct PeriodsByEveryRuleTests {
  /// What QuantLib 1.44 and the text of ISDA 2006 §4.16 say of one period.
  struct Example: CustomTestStringConvertible, Sendable {
    struct Value: Sendable {
      let convention: DayCount
      let isLast: Bool
      let days: Int
      let years: Double
    }

    let days: Range<CalendarDate>
    let values: [Value]

    var testDescription: String { "\(days.lowerBound) to \(days.upperBound)" }
  }

  /// Each cell is the days and the year fraction by the rule that the column names.
  static let examples = VectorTable("daycount", in: "DayCountVectors").rows.map { row in
    Example(
      days: vectorDay(row["start"])..<vectorDay(row["end"]),
      values: row.sorted { $0.key < $1.key }.compactMap { value($0.key, $0.value) })
  }

  private static let terminationMark = " to termination"

  private static func value(_ column: String, _ cell: String) -> Example.Value? {
    let isLast = column.hasSuffix(terminationMark)
    let name = isLast ? String(column.dropLast(terminationMark.count)) : column
    let numbers = cell.split(separator: " ")
    guard let convention = DayCount(rawValue: name), numbers.count == 2,
      let days = Int(numbers[0]), let years = Double(numbers[1])
    else { return nil }
    return Example.Value(convention: convention, isLast: isLast, days: days, years: years)
  }

  @Test("are all there, with every value")
  func count() {
    #expect(Self.examples.count == 5_763)
    #expect(Self.examples.reduce(0) { $0 + $1.values.count } == 25_897)
  }

  @Test("have the published days and year fractions", arguments: examples)
  func published(_ example: Example) {
    for value in example.values {
      let period = AccrualPeriod(example.days, isLast: value.isLast)
      let rule = value.convention
      #expect(rule.days(in: period) == value.days, "\(rule.rawValue)")
      let found = rule.yearFraction(of: period)
      #expect(
        abs(found - value.years) <= roundingOfYears * max(1, value.years),
        "\(rule.rawValue): \(found) for \(value.years)")
    }
  }
}
