import FinanceBasics
import Testing

/// Fractions are quotients of small whole numbers: a few roundings of a number of up to 100 years.
let roundingOfYears = 1e-14

@Suite("Day counts")
struct DayCountTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let convention: DayCount
    let period: AccrualPeriod
    let days: Int?
    let years: Double?
    let source: String

    var testDescription: String {
      let range = period.accrual
      return "\(convention.rawValue), \(range.lowerBound) to \(range.upperBound), \(source)"
    }
  }

  static let icma = VectorTable("icma", in: "DayCountVectors").rows.map { row in
    Example(
      convention: .actualActualICMA,
      period: AccrualPeriod(
        vectorDay(row["start"])..<vectorDay(row["end"]),
        reference: vectorDay(row["ref_start"])..<vectorDay(row["ref_end"])),
      days: nil, years: row["year_fraction"].flatMap(Double.init), source: row["note"] ?? "")
  }

  static let strata = VectorTable("strata", in: "DayCountVectors").rows.compactMap { row in
    let value = (isMisprint(row) ? "1440" : row["value"]).flatMap(Double.init)
    let isDays = row["quantity"] == "days"
    return example(
      row, period: accrual(row, isLast: row["flag"] == "end is maturity"),
      days: isDays ? value.map { Int($0) } : nil, years: isDays ? nil : value,
      source: "OpenGamma Strata @39c46e3")
  }

  /// Strata has 0 days of 30E/365 for these four years, and 1440 ÷ 365 for their year fraction.
  private static func isMisprint(_ row: [String: String]) -> Bool {
    row["convention"] == "30E/365" && row["start"] == "2012-02-29" && row["value"] == "0"
  }

  private static func accrual(_ row: [String: String], isLast: Bool) -> AccrualPeriod {
    AccrualPeriod(vectorDay(row["start"])..<vectorDay(row["end"]), isLast: isLast)
  }

  private static func example(
    _ row: [String: String], period: AccrualPeriod, days: Int?, years: Double?, source: String
  ) -> Example? {
    row["convention"].flatMap(DayCount.init).map {
      Example(convention: $0, period: period, days: days, years: years, source: source)
    }
  }

  @Test("have all their vectors")
  func count() {
    #expect(Self.icma.count == 708)
    #expect(Self.strata.count == 525)
  }

  @Test("reproduce the published days and year fractions", arguments: icma + strata)
  func published(_ example: Example) {
    if let days = example.days {
      #expect(example.convention.days(in: example.period) == days)
    }
    if let years = example.years {
      let found = example.convention.yearFraction(of: example.period)
      #expect(abs(found - years) <= roundingOfYears * max(1, years), "\(found) for \(years)")
    }
  }

  @Test("are found by their exact market name", arguments: DayCount.allCases)
  func names(_ convention: DayCount) throws {
    #expect(try DayCount(marketName: convention.rawValue) == convention)
  }

  @Test("of \"30/360\" alone are refused, with the names that say which")
  func ambiguous() {
    #expect(throws: DayCountProblem.ambiguous("30/360")) { try DayCount(marketName: "30/360") }
    #expect(DayCountProblem.ambiguous("30/360").remedy.contains("30/360 BOND, 30/360 US"))
  }

  @Test("of other names are refused, with the nearest right one")
  func unknown() {
    #expect(throws: DayCountProblem.unknown("ACT/365")) { try DayCount(marketName: "ACT/365") }
    #expect(DayCountProblem.unknown("30E/360 ISD").remedy.contains("\"30E/360 ISDA\""))
  }
}
