import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Renewals at market rent")
struct MarketRenewalTests {
  /// One megawatt at 1 a kilowatt for two years, 10 % a year: 1.10 on the last day of 2028.
  private func lease(
    _ renewals: [RenewalOption], abatement: Abatement? = nil, halls: [Hall]? = nil
  ) -> Lease {
    CashFlowEngineTests.lease(
      halls: halls
        ?? [hall(megawatts: "1", from: "2027-01-01", months: 24, abatement: abatement)],
      rent: .rate(.perKilowattMonth(.one)), escalator: .fixed(number("0.1")), renewals: renewals)
  }

  private func renewal(
    _ market: MarketRent, months: Int = 12, escalator: Escalator = .none,
    probability: String? = nil
  ) -> RenewalOption {
    RenewalOption(
      months: months, rent: .market(market, escalator: escalator),
      probability: probability.map(number))
  }

  private func rents(_ renewals: [RenewalOption], _ projectionCase: ProjectionCase = .full) throws
    -> [Int64]
  {
    try project(lease(renewals), case: projectionCase).runs
      .filter { $0.charge == .renewalRent }.map(\.minorUnits)
  }

  /// 1.50 in January 2029.
  private let curve = series("halls", from: "2028-12", ["1.3", "1.5"])

  struct Bounds: CustomTestStringConvertible, Sendable {
    let share: String
    let floor, cap: String?
    let cents: Int64
    let testDescription: String
  }

  @Test(
    "take a share of the curve, within the bounds on the change",
    arguments: [
      Bounds(
        share: "0.9", floor: nil, cap: nil, cents: 135_000, testDescription: "1.50 × 0.9, free"),
      Bounds(
        share: "0.9", floor: "0", cap: "0.5", cents: 135_000,
        testDescription: "1.35 between 1.10 and 1.65"),
      Bounds(
        share: "0.9", floor: nil, cap: "0.1", cents: 121_000, testDescription: "capped at 1.1 × 1.1"
      ),
      Bounds(
        share: "0.5", floor: "-0.05", cap: nil, cents: 104_500,
        testDescription: "0.75, raised to 1.1 × 0.95"),
      Bounds(
        share: "0.5", floor: "0.05", cap: "0.3", cents: 115_500,
        testDescription: "0.75, raised to 1.1 × 1.05"),
      Bounds(
        share: "0.5", floor: "0.2", cap: "0.1", cents: 121_000,
        testDescription: "0.75, raised to 1.32, and a cap of 1.21 below the floor wins"),
    ])
  func bounds(_ example: Bounds) throws {
    let market = MarketRent(
      curve: curve, share: number(example.share), floor: example.floor.map(number),
      cap: example.cap.map(number))
    #expect(try rents([renewal(market)]) == [example.cents])
    #expect(try project(lease([renewal(market)]), case: .full).warnings.isEmpty)
  }

  @Test("grow by their own escalator from their first day")
  func escalation() throws {
    let market = MarketRent(curve: curve)
    #expect(
      try rents([renewal(market, months: 24, escalator: .fixed(number("0.05")))])
        == [150_000, 157_500])
  }

  @Test(
    "grow beyond the curve by whole years, with a warning",
    arguments: [
      ("2028-02", 200_000),  // 11 months: no whole year
      ("2028-01", 206_000),  // 12 months: 2 × 1.03
      ("2026-12", 212_180),  // 25 months: 2 × 1.03²
    ] as [(String, Int64)])
  func tail(last: String, cents: Int64) throws {
    let market = MarketRent(
      curve: series("halls", from: last, ["2"]), afterLast: number("0.03"))
    #expect(try rents([renewal(market)]) == [cents])
    #expect(
      try project(lease([renewal(market)]), case: .full).warnings == [
        .indexAssumed(series: "halls", from: month("2029-01"), growth: number("0.03"))
      ])
  }

  @Test("take the value before a month that the curve skips, and say so")
  func skipped() throws {
    let market = MarketRent(curve: series("halls", from: "2028-12", ["1.3", nil, "9"]))
    #expect(try rents([renewal(market)]) == [130_000])
    #expect(
      try project(lease([renewal(market)]), case: .full).warnings
        == [.indexCarried(series: "halls", month: month("2029-01"))])
  }

  @Test("cannot be projected from a curve that begins too late, or ends without a growth")
  func reach() {
    let late = MarketRent(curve: series("halls", from: "2029-02", ["1"]))
    #expect(
      throws: ProjectionProblem.marketRentStartsLate(
        deal: DealID("test"), curve: "halls", first: month("2029-02"), needed: month("2029-01"))
    ) { try rents([renewal(late)]) }
    let short = MarketRent(curve: series("halls", from: "2028-12", ["1"]))
    #expect(
      throws: ProjectionProblem.marketRentEnds(
        deal: DealID("test"), curve: "halls", last: month("2028-12"), needed: month("2029-01"))
    ) { try rents([renewal(short)]) }
    #expect(throws: Never.self) { try rents([renewal(short)], .base) }
  }

  /// The first: 1.50, and 1.575 in its second year. The second may not rise: 1.575 × 0.5 × 0.5.
  @Test("start from the last rent of the renewal before, not weighted by how likely it was")
  func second() throws {
    let first = renewal(
      MarketRent(curve: curve), months: 24, escalator: .fixed(number("0.05")), probability: "0.5")
    let long = series(
      "halls", from: "2028-12", ["1.3", "1.5"] + [String?](repeating: "9", count: 30))
    let second = renewal(MarketRent(curve: long, cap: .zero), probability: "0.5")
    #expect(try rents([first, second]) == [150_000, 157_500, 157_500])
    // 39,375 is exact: 1,575 × 0.25 = 393.75.
    #expect(try rents([first, second], .expected) == [75_000, 78_750, 39_375])
  }

  @Test("start from the rent before abatement")
  func abated() throws {
    let free = Abatement(length: .months(24))
    let projection = try project(
      lease([renewal(MarketRent(curve: curve, cap: .zero))], abatement: free), case: .full)
    #expect(projection.total(of: .baseRent) == 0)
    #expect(projection.amounts(of: .renewalRent).first == 110_000)
  }

  /// Lease year 1 at 1.00, lease year 2 at 3.00: the base term ends in the second period.
  @Test("start from the rent period in which the base term ends")
  func periods() throws {
    func renewed(months: Int) throws -> [Int64] {
      let lease = Lease(
        id: DealID("test"), halls: [hall(megawatts: "1", from: "2027-01-01", months: months)],
        periods: [
          RentPeriod(leaseYears: 0..<1, rent: .rate(.perKilowattMonth(.one))),
          RentPeriod(leaseYears: 1..<2, rent: .rate(.perKilowattMonth(number("3")))),
        ],
        renewals: [
          renewal(
            MarketRent(
              curve: series("halls", from: "2027-01", ["9"]), cap: .zero, afterLast: .zero),
            months: 1),
          RenewalOption(months: 1, rent: .flat),
        ])
      return try project(lease, case: .full).amounts(of: .renewalRent)
    }
    #expect(try renewed(months: 24) == [300_000, 300_000])
    // A hall that the second period never reaches ends at the first one's rent.
    #expect(try renewed(months: 12) == [100_000, 100_000])
  }

  @Test("read the curve in each hall's own month, for all its megawatts")
  func halls() throws {
    let halls = [
      hall(megawatts: "2", from: "2027-01-01", months: 24),
      hall("hall 2", megawatts: "3", from: "2026-12-15", months: 24),
    ]
    let projection = try project(
      lease([renewal(MarketRent(curve: curve))], halls: halls), case: .full)
    let first = projection.cells(of: .renewalRent)
    #expect(first.first { $0.hall == 0 }?.minorUnits == 300_000)
    // December 2028 at 1.30, of which the last 17 days of 31: 3,900 × 17 ÷ 31 = 2,138.7097.
    #expect(first.first { $0.hall == 1 }?.minorUnits == 213_871)
  }
}
