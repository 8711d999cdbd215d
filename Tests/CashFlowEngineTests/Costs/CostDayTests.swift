import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Days of cost")
struct CostDayTests {
  struct PartMonths: CustomTestStringConvertible, Sendable {
    let proration: RentRules.Proration
    /// In cents, in July 2027 and in July 2028.
    let cost: [Int64]
    var testDescription: String { proration.rawValue }
  }

  /// From Friday 16 July 2027 to Saturday 15 July 2028: 16 days of July, then 15.
  static let partMonths = [
    // 1,000 × 16 ÷ 31, × 15 ÷ 31.
    PartMonths(proration: .actualMonth, cost: [-51613, -48387]),
    // 12,000 ÷ 365 × 16 = 526.027, × 15 = 493.151.
    PartMonths(proration: .actual365, cost: [-52603, -49315]),
    // The 16th to the 30th, and the 1st to the 15th: half a month each.
    PartMonths(proration: .thirty360, cost: [-50000, -50000]),
  ]

  @Test("of part months follow the lease's proration", arguments: partMonths)
  func proration(_ example: PartMonths) throws {
    let lease = costedLease(
      [perKilowatt("1")], halls: [megawatt(from: "2027-07-16", months: 12)],
      rules: RentRules(proration: example.proration))
    #expect(
      try lease.posted(.operatingCost, in: ["2027-07", "2027-08", "2028-07"])
        == [example.cost[0], -100_000, example.cost[1]])
  }

  /// 16 and 15 days of 24 hours at 100 USD/MWh, whatever a part of a month's rent costs.
  @Test(
    "of energy are real days", arguments: [RentRules.Proration.actualMonth, .actual365, .thirty360])
  func energy(_ proration: RentRules.Proration) throws {
    let lease = costedLease(
      [powerLine(.perMegawattHour(number("100")))],
      halls: [megawatt(from: "2027-07-16", months: 12)], rules: RentRules(proration: proration))
    #expect(
      try lease.posted(.powerCost, in: ["2027-07", "2028-07"]) == [-3_840_000, -3_600_000])
  }

  struct Anniversary: CustomTestStringConvertible, Sendable {
    let rule: RentRules.Anniversary
    let cents: Int64
    var testDescription: String { rule.rawValue }
  }

  /// 10 % more from 16 July 2028 on: (15 × 1,000 + 16 × 1,100) ÷ 31 = 1,051.613.
  static let anniversaries = [
    Anniversary(rule: .daySplit, cents: -105_161), Anniversary(rule: .monthOf, cents: -110_000),
    Anniversary(rule: .nextMonth, cents: -100_000),
  ]

  @Test("after an anniversary cost more by the lease's rule", arguments: anniversaries)
  func anniversaryRule(_ example: Anniversary) throws {
    let lease = costedLease(
      [perKilowatt("1", growth: "0.1", grows: .anniversary)], halls: [megawatt(from: "2027-07-16")],
      rules: RentRules(anniversary: example.rule))
    #expect(
      try lease.posted(.operatingCost, in: ["2028-06", "2028-07", "2028-08"])
        == [-100_000, example.cents, -110_000])
  }

  /// The lease begins in 2027: in 2029, when the second hall begins, prices have grown twice:
  /// 1,000 × 1.1².
  @Test("of a later hall have the prices of the lease's first year, grown")
  func laterHall() throws {
    let line = perKilowatt("1", growth: "0.1")
    let lease = costedLease(
      [line],
      halls: [
        hall("one", megawatts: "1", from: "2027-07-01", months: 12),
        hall("two", megawatts: "1", from: "2029-03-01", months: 12),
      ])
    #expect(
      try lease.posted(.operatingCost, in: ["2027-07", "2028-01", "2029-03"])
        == [-100_000, -110_000, -121_000])
  }

  /// Half of it from 11 September 2027: 1,000 × (10 + 20 × 0.5) ÷ 30; all from the second lease year.
  @Test("of a reduced cost are split where the reduction begins")
  func reduction() throws {
    let line = perKilowatt(
      "1",
      reductions: [
        CostReduction(from: .date(day("2027-09-11")), share: number("0.5")),
        CostReduction(from: .leaseYear(2), share: .zero),
      ])
    #expect(
      try costedLease([line]).posted(
        .operatingCost, in: ["2027-08", "2027-09", "2027-10", "2028-06", "2028-07"])
        == [-100_000, -66667, -50000, -50000, -100_000])
  }

  /// A first lease year without tax begins on 16 July, whatever becomes of anniversaries; the tax
  /// before it is due: 1,000 × 15 ÷ 31.
  @Test("of a reduction in the first lease year begin with the hall")
  func firstYearReduction() throws {
    let line = perKilowatt(
      "1", reductions: [CostReduction(from: .leaseYear(1), share: .one)], from: "2027-07-01")
    let lease = costedLease(
      [line], halls: [megawatt(from: "2027-07-16")], rules: RentRules(anniversary: .nextMonth))
    #expect(
      try lease.posted(.operatingCost, in: ["2027-07", "2027-08"]) == [-48387, 0])
  }

  /// Ground rent from 17 January 2027: 1,000 × 15 ÷ 31, with prices that grow on 1 January 2028.
  @Test("before commencement count where the line states them")
  func beforeCommencement() throws {
    let line = perKilowatt("1", kind: .groundRent, growth: "0.1", from: "2027-01-17")
    #expect(
      try costedLease([line]).posted(
        .operatingCost, in: ["2026-12", "2027-01", "2027-02", "2027-07", "2028-01"])
        == [nil, -48387, -100_000, -100_000, -110_000])
    let advance = try costedLease([line]).dueDays(.operatingCost)
    #expect(advance[month("2027-01")] == day("2027-01-17"))
    #expect(advance[month("2027-02")] == day("2027-02-01"))
    let arrears = try costedLease([line], rules: RentRules(timing: .arrears))
      .dueDays(.operatingCost)
    #expect(arrears[month("2027-01")] == day("2027-01-31"))
  }

  /// From 16 July 2027, free from the 22nd: 6 of the 16 days of that July, which is half a month of
  /// 30: 1,000 × 15 ÷ 30 × 6 ÷ 16.
  @Test("of a part month of 30 days are shared as they are where something changes inside")
  func changeInPartMonth() throws {
    let line = perKilowatt(
      "1", reductions: [CostReduction(from: .date(day("2027-07-22")), share: .one)])
    let lease = costedLease(
      [line], halls: [megawatt(from: "2027-07-16")], rules: RentRules(proration: .thirty360))
    #expect(try lease.posted(.operatingCost, in: ["2027-07", "2027-08"]) == [-18_750, 0])
  }

  /// The term ends on 30 June 2028, the line on 10 August: 1,000 × 10 ÷ 31.
  @Test("after expiry count where the line states them")
  func afterExpiry() throws {
    let line = perKilowatt("1", through: "2028-08-10")
    let halls = [megawatt(from: "2027-07-01", months: 12)]
    #expect(
      try costedLease([line], halls: halls).posted(
        .operatingCost, in: ["2028-06", "2028-07", "2028-08", "2028-09"])
        == [-100_000, -100_000, -32258, nil])
    let arrears = try costedLease([line], halls: halls, rules: RentRules(timing: .arrears))
      .dueDays(.operatingCost)
    #expect(arrears[month("2028-08")] == day("2028-08-10"))
    #expect(arrears[month("2028-07")] == day("2028-07-31"))
  }

  /// 15 of the 31 days of March 2028, then the line that has a last day of its own goes on alone.
  @Test("after an early end count only where the line states them")
  func termination() throws {
    let lease = costedLease(
      [perKilowatt("1"), perKilowatt("0.1", kind: .groundRent, through: "2028-04-30")],
      termination: Termination(lastDay: day("2028-03-15")))
    // 1,000 × 15 ÷ 31 + 100 = 583.871.
    #expect(
      try lease.posted(.operatingCost, in: ["2028-02", "2028-03", "2028-04", "2028-05"])
        == [-110_000, -58387, -10000, nil])
  }

  /// 1,000 a month; in the half-likely renewal 500, as the holdover after it.
  @Test("of a renewal and of a holdover count as they are expected")
  func expected() throws {
    let lease = costedLease(
      [perKilowatt("1")], renewals: [RenewalOption(months: 12, probability: number("0.5"))],
      holdover: Holdover(share: number("1.5"), length: .months(2)))
    let months = ["2029-06", "2029-07", "2030-06", "2030-07", "2030-08", "2030-09"]
    #expect(
      try lease.posted(.operatingCost, in: months, case: .expected)
        == [-100_000, -50000, -50000, -50000, -50000, nil])
    #expect(
      try lease.posted(.operatingCost, in: months, case: .full)
        == [-100_000, -100_000, -100_000, -100_000, -100_000, nil])
    #expect(
      try lease.posted(.operatingCost, in: months) == [-100_000, nil, nil, nil, nil, nil])
  }

  /// The renewal, half likely, ends with June 2030; the line goes on through August.
  @Test("count in full outside the term where the line states them, and as expected inside")
  func outsideRenewal() throws {
    let line = perKilowatt("1", kind: .groundRent, from: "2027-06-01", through: "2030-08-31")
    let lease = costedLease(
      [line], renewals: [RenewalOption(months: 12, probability: number("0.5"))])
    #expect(
      try lease.posted(
        .operatingCost, in: ["2027-06", "2029-06", "2029-07", "2030-06", "2030-07", "2030-09"],
        case: .expected) == [-100_000, -100_000, -50000, -50000, -100_000, nil])
  }

  /// Two months of holdover follow the base term, as if there were no renewal.
  @Test("of a renewal that is not likely at all do not exist where it is expected")
  func impossibleRenewal() throws {
    let lease = costedLease(
      [perKilowatt("1")], renewals: [RenewalOption(months: 12, probability: .zero)],
      holdover: Holdover(share: number("1.5"), length: .months(2)))
    let months = ["2029-06", "2029-07", "2029-08", "2029-09"]
    #expect(
      try lease.posted(.operatingCost, in: months, case: .expected)
        == [-100_000, -100_000, -100_000, nil])
    // 1.5 × 10 USD × 1,000 kW.
    #expect(
      try lease.posted(.renewalRent, in: months, case: .expected)
        == [nil, 1_500_000, 1_500_000, nil])
  }

  /// 24 months of 1,000 with two years of growth are three amounts; power has one a month, but for
  /// July and August, December and January, which are as long as each other.
  @Test("that cost the same are one run")
  func runs() throws {
    let lease = costedLease([
      perKilowatt("1", growth: "0.1"), powerLine(.perMegawattHour(.one)),
    ])
    let runs = try project(lease).runs
    #expect(runs.filter { $0.charge == .operatingCost }.map(\.monthCount) == [6, 12, 6])
    #expect(runs.filter { $0.charge == .powerCost }.count == 24 - 4)
  }
}
