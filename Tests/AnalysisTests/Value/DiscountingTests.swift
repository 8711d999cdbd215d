import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

@Suite("Discounting of projected flows")
struct DiscountingTests {
  private func day(_ text: String) throws -> CalendarDate { try ValuationSamples.day(text) }

  private func series(
    _ kind: SeriesKind, _ rows: [(day: String, tenor: Tenor, value: String)]
  ) throws -> DataSeries {
    let heading = SeriesHeading(
      id: SeriesID("curve"), name: "A curve", kind: kind, unit: kind.unitExample,
      frequency: .dated, announced: try #require(StatedDate("2026-01")),
      sources: [Source(id: SourceID("desk"), tier: .release)])
    return try #require(
      DataSeries(
        heading: heading,
        rows: try rows.enumerated().map { index, row in
          SeriesRow(
            period: .day(try day(row.day)), tenor: row.tenor,
            value: ExactDecimal(row.value), line: index + 2)
        }))
  }

  /// A month's rent of 1 M USD, 365 days after 2026-01-01.
  private func oneRent() throws -> AnalysedDeal {
    try ValuationSamples.lease(term: "1 month")
  }

  @Test("a nominal rate is compounded as it says")
  func nominal() throws {
    let value = try ValuationSamples.value(
      oneRent(), on: "2026-01-01", .nominal(rate: 0.08, .semiannual, .actual365Fixed))
    // 1 M ÷ 1.04² = 924,556.2130…
    #expect(value.presentValue == 92_455_621)
  }

  @Test("a flat zero curve with a spread is the sum of the two as an effective rate")
  func flatCurve() throws {
    let curve = try RecordedCurve(
      of: series(.zeroRates, [("2026-01-01", .months(12), "5")]), on: day("2026-01-01"))
    let value = try ValuationSamples.value(
      oneRent(), on: "2026-01-01", .curve(curve, spread: 0.03))
    // 1 M ÷ 1.08 = 925,925.9259…
    #expect(value.presentValue == 92_592_593)
  }

  @Test("discount factors give back the factor of their tenor")
  func factors() throws {
    let curve = try RecordedCurve(
      of: series(.discountFactors, [("2026-01-01", .months(12), "0.9")]), on: day("2026-01-01"))
    let value = try ValuationSamples.value(oneRent(), on: "2026-01-01", .curve(curve, spread: 0))
    #expect(value.presentValue == 90_000_000)
  }

  @Test("a par yield of a year discounts a bond with two coupons to its face value")
  func parYields() throws {
    let curve = try RecordedCurve(
      of: series(
        .parYields, [("2026-01-01", .months(6), "4"), ("2026-01-01", .months(12), "6")]),
      on: day("2026-01-01"))
    // The bill: 1 ÷ 1.02. The bond: 0.03 × that + 1.03 × factor = 1.
    let factor = (1 - 0.03 / 1.02) / 1.03
    let value = try ValuationSamples.value(oneRent(), on: "2026-01-01", .curve(curve, spread: 0))
    #expect(abs(Double(value.presentValue) - 100_000_000 * factor) <= 1)
  }

  @Test("a tenor in days is a bill with simple interest")
  func bill() throws {
    let curve = try RecordedCurve(
      of: series(.parYields, [("2026-01-01", .days(365), "10")]), on: day("2026-01-01"))
    let value = try ValuationSamples.value(oneRent(), on: "2026-01-01", .curve(curve, spread: 0))
    // 1 M ÷ 1.1 = 909,090.909…
    #expect(value.presentValue == 90_909_091)
  }

  @Test("the curve is that of the last day on or before the one asked for")
  func lastDay() throws {
    let two = try series(
      .zeroRates, [("2026-01-01", .months(12), "5"), ("2026-02-01", .months(12), "6")])
    #expect(try RecordedCurve(of: two, on: day("2026-01-31")).date == day("2026-01-01"))
    #expect(try RecordedCurve(of: two, on: day("2026-02-01")).date == day("2026-02-01"))
    let before = try day("2025-12-31")
    #expect(
      throws: CurveQuestionProblem.noneYet("curve", day: before, first: try day("2026-01-01"))
    ) {
      try RecordedCurve(of: two, on: before)
    }
  }

  @Test("a series that is no curve is refused")
  func noCurve() throws {
    let heading = SeriesHeading(
      id: SeriesID("cpi"), name: "CPI", kind: .priceIndex, unit: "index", frequency: .monthly,
      announced: try #require(StatedDate("2026-01")),
      sources: [Source(id: SourceID("bls"), tier: .release)])
    let row = SeriesRow(
      period: .month(YearMonth(year: 2026, month: 1)), value: ExactDecimal(300), line: 2)
    let series = try #require(DataSeries(heading: heading, rows: [row]))
    #expect(throws: CurveQuestionProblem.noCurveSeries("cpi", kind: "price index")) {
      try RecordedCurve(of: series, on: day("2026-02-01"))
    }
  }

  @Test("a valuation after the curve's day takes the forward rates of the curve")
  func forward() throws {
    let curve = try RecordedCurve(
      of: series(
        .discountFactors,
        [("2025-01-01", .months(12), "0.9"), ("2025-01-01", .months(24), "0.72")]),
      on: day("2025-01-01"))
    let value = try ValuationSamples.value(oneRent(), on: "2026-01-01", .curve(curve, spread: 0))
    // From 2026-01-01 to 2027-01-01: 0.72 ÷ 0.9 = 0.8.
    #expect(value.presentValue == 80_000_000)
  }

  @Test("duration is the mean time, and the modified one the slope by the rate")
  func duration() throws {
    let value = try ValuationSamples.value(
      oneRent(), on: "2026-01-01", .annual(rate: 0.08, .actual365))
    let risk = try #require(value.rateRisk)
    #expect(abs(risk.macaulay - 1) < 1e-12)
    // −P′ ÷ P = 1 ÷ 1.08; the difference over two basis points errs by its third derivative.
    #expect(abs(risk.modified - 1 / 1.08) < 1e-7)
    // 92,592,592.59 cents × 0.9259 × 0.0001.
    #expect(risk.basisPointValue == 8573)
  }
}
