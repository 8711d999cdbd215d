import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// Derivations against the numbers that CONVENTIONS works out.
@Suite("Derivations of worked examples")
struct WorkedDerivationTests {
  /// 10,000,000 a month from 2027-05-15, a Saturday, +3 % each 15 May.
  private func lease(
    _ proration: RentRules.Proration = .actualMonth,
    _ anniversary: RentRules.Anniversary = .daySplit
  ) throws -> Lease {
    let start = try #require(CalendarDate("2027-05-15"))
    let hall = Hall(
      name: "hall 1", criticalIT: ExactDecimal(100),
      baseTerm: start..<start.adding(months: 60))
    return Lease(
      id: DealID("worked"), halls: [hall],
      periods: [
        RentPeriod(
          rent: .rate(.perMonth(ExactDecimal(10_000_000))),
          escalator: .fixed(ExactDecimal(digits: 3, fractionDigits: 2)))
      ], rules: RentRules(proration: proration, anniversary: anniversary))
  }

  private func cents(_ lease: Lease, _ month: YearMonth) -> Int64? {
    var derivations = LeaseDerivations(lease)
    var evaluator = DerivationEvaluator<LeaseQuantity>()
    let cells = derivations.cells(of: .baseRent, hall: 0, in: month)
    return cells.count == 1 ? evaluator.minorUnits(of: cells[0].derivation) : nil
  }

  /// CONVENTIONS §3: 17/31; thirty360 16/30; actual365 12 ÷ 365 × 17 days.
  @Test(
    "of the first month are those of each proration",
    arguments: [
      (.actualMonth, 548_387_097), (.thirty360, 533_333_333), (.actual365, 558_904_110),
    ] as [(RentRules.Proration, Int64)])
  func firstMonth(proration: RentRules.Proration, expected: Int64) throws {
    #expect(cents(try lease(proration), YearMonth(year: 2027, month: 5)) == expected)
  }

  /// CONVENTIONS §3: 14/31 × 10.0m + 17/31 × 10.3m; all of it at the new or at the old level.
  @Test(
    "of the anniversary's month are those of each rule",
    arguments: [
      (.daySplit, 1_016_451_613), (.monthOf, 1_030_000_000), (.nextMonth, 1_000_000_000),
    ] as [(RentRules.Anniversary, Int64)])
  func anniversary(rule: RentRules.Anniversary, expected: Int64) throws {
    #expect(cents(try lease(.actualMonth, rule), YearMonth(year: 2028, month: 5)) == expected)
  }

  /// CONVENTIONS §3: CPI 300, 306, 324.36, 327.6036, 343.98378, floor 2 %, cap 4 %, rent 100.
  @Test(
    "of an index are those of each way to catch up",
    arguments: [
      (.annual, ["102", "106.08", "108.2016", "112.529664"]),
      (.cumulative, ["102", "108.12", "109.2012", "114.66126"]),
      (.banked, ["102", "106.08", "109.2012", "113.569248"]),
    ] as [(CPIEscalator.CatchUp, [String])])
  func index(catchUp: CPIEscalator.CatchUp, expected: [String]) throws {
    let values = ["300", "306", "324.36", "327.6036", "343.98378"]
    let series = IndexSeries(
      name: "cpi", firstMonth: YearMonth(year: 2026, month: 1),
      values: values.enumerated().flatMap { year, value in
        [ExactDecimal(value)]
          + (year < 4 ? Array(repeating: ExactDecimal?.none, count: 11) : [])
      })
    let start = try #require(CalendarDate("2026-01-01"))
    let cpi = CPIEscalator(
      series: series, lagMonths: 0, floor: ExactDecimal("0.02"), cap: ExactDecimal("0.04"),
      catchUp: catchUp)
    let lease = Lease(
      id: DealID("index"),
      halls: [
        Hall(
          name: "hall 1", criticalIT: .one, baseTerm: start..<start.adding(months: 60))
      ],
      periods: [RentPeriod(rent: .rate(.perMonth(ExactDecimal(100))), escalator: .cpi(cpi))])
    var derivations = LeaseDerivations(lease)
    var rationals = RationalEvaluator<LeaseQuantity>()
    for (place, level) in expected.enumerated() {
      let month = YearMonth(year: 2027 + place, month: 1)
      let cells = derivations.cells(of: .baseRent, hall: 0, in: month)
      let exact = try #require(cells.first?.derivation.parts.first)
      #expect(
        rationals.value(of: exact) == ExactDecimal(level).flatMap { ExactRational($0) })
    }
  }

  /// Half a hall's contract: 12 months of 10 MW at the first level, 12 at 1.1: 120 + 132 MW-months.
  @Test("of a solved rate is the contract value over MW × months × level")
  func solvedRate() throws {
    let start = try #require(CalendarDate("2027-01-01"))
    let lease = Lease(
      id: DealID("solved"),
      halls: [
        Hall(
          name: "hall 1", criticalIT: ExactDecimal(10),
          baseTerm: start..<start.adding(months: 24))
      ],
      periods: [
        RentPeriod(
          rent: .contractValue(ExactDecimal(504)),
          escalator: .fixed(ExactDecimal(digits: 1, fractionDigits: 1)))
      ])
    // 504 ÷ 252 = 2 a MW-month: 20 a month, then 22.
    #expect(cents(lease, YearMonth(year: 2027, month: 7)) == 2000)
    #expect(cents(lease, YearMonth(year: 2028, month: 7)) == 2200)
    #expect(cents(lease, YearMonth(year: 2029, month: 1)) == nil)
  }
}
