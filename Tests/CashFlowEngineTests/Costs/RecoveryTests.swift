import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Recoveries")
struct RecoveryTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let recovery: Recovery
    /// In cents, in December 2027, January 2028 and January 2029.
    let cents: [Int64]

    init(_ name: String, _ recovery: Recovery, _ cents: [Int64]) {
      testDescription = name
      self.recovery = recovery
      self.cents = cents
    }
  }

  /// The line costs 1,000 a month in 2027, 1,100 in 2028 and 1,210 in 2029.
  static let examples = [
    Example("all", .all, [100_000, 110_000, 121_000]),
    Example("a share", Recovery(share: number("0.4")), [40000, 44000, 48400]),
    // Above 1,000, though the first lease year runs on to June 2028.
    Example(
      "above a base year", Recovery(share: .one, base: .firstLeaseYear), [0, 10000, 21000]),
    Example(
      "a share above a base year", Recovery(share: number("0.8"), base: .firstLeaseYear),
      [0, 8000, 16800]),
    // Above the prices of 2028: 1,100.
    Example(
      "above a base day", Recovery(share: .one, base: .day(day("2028-03-01"))), [0, 0, 11000]),
    // Prices before the first year are those of the first year.
    Example(
      "above a base day long before", Recovery(share: .one, base: .day(day("2020-01-01"))),
      [0, 10000, 21000]),
    // Above 900, 900 × 1.05 = 945, 992.25.
    Example(
      "above a stop that grows",
      Recovery(share: .one, base: .amount(yearly("10800", growth: "0.05"))),
      [10000, 15500, 21775]),
    // Above 0.95 a kilowatt: 950.
    Example(
      "above a stop a kilowatt",
      Recovery(share: .one, base: .amount(CostLimit(.perKilowattMonth(number("0.95"))))),
      [5000, 15000, 26000]),
    // At most 800, 824, 848.72.
    Example(
      "up to a cap that grows", Recovery(share: .one, cap: yearly("9600", growth: "0.03")),
      [80000, 82400, 84872]),
    // A tenth, but at least 115.
    Example(
      "at least a floor", Recovery(share: number("0.1"), floor: yearly("1380")),
      [11500, 11500, 12100]),
    Example(
      "a floor above the cap", Recovery(share: .one, cap: yearly("9600"), floor: yearly("10800")),
      [80000, 80000, 80000]),
    Example(
      "a floor without a share", Recovery(share: .zero, floor: yearly("600")), [5000, 5000, 5000]),
    // 5 % on 800, not on 1,000.
    Example(
      "a fee after the cap",
      Recovery(share: .one, cap: yearly("9600"), adminFee: number("0.05")),
      [84000, 84000, 84000]),
  ]

  @Test("are what the policy says", arguments: examples)
  func policy(_ example: Example) throws {
    let lease = costedLease([perKilowatt("1", growth: "0.1", recovery: example.recovery)])
    #expect(
      try lease.posted(.recovery, in: ["2027-12", "2028-01", "2029-01"]) == example.cents)
  }

  /// A second hall that begins in 2028 pays above its own commencement's 1,100.
  @Test("above a base year have each hall's own base")
  func baseOfEachHall() throws {
    let lease = costedLease(
      [perKilowatt("1", growth: "0.1", recovery: Recovery(share: .one, base: .firstLeaseYear))],
      halls: [
        hall("one", megawatts: "1", from: "2027-07-01", months: 6),
        hall("two", megawatts: "1", from: "2028-07-01", months: 24),
      ])
    #expect(
      try lease.posted(.recovery, in: ["2027-12", "2028-07", "2029-01"]) == [0, 0, 11000])
  }

  /// 16 of 31 days: cost 516.129, cap 412.903, stop 464.516, and 51.613 above it.
  @Test("of a part month have the part of cap and stop")
  func partMonth() throws {
    func recovered(_ recovery: Recovery) throws -> [Int64?] {
      try costedLease(
        [perKilowatt("1", recovery: recovery)], halls: [megawatt(from: "2027-07-16")]
      ).posted(.recovery, in: ["2027-07"])
    }
    #expect(try recovered(Recovery(share: .one, cap: yearly("9600"))) == [41290])
    #expect(try recovered(Recovery(share: .one, base: .amount(yearly("10800")))) == [5161])
  }

  /// Half likely: 500 of cost, 450 of stop; at most 400.
  @Test("of an expected renewal have limits as likely as it")
  func expectedLimits() throws {
    func recovered(_ recovery: Recovery) throws -> [Int64?] {
      try costedLease(
        [perKilowatt("1", recovery: recovery)],
        renewals: [RenewalOption(months: 12, probability: number("0.5"))]
      ).posted(.recovery, in: ["2029-07"], case: .expected)
    }
    #expect(try recovered(Recovery(share: .one, cap: yearly("9600"))) == [40000])
    #expect(try recovered(Recovery(share: .one, base: .amount(yearly("10800")))) == [5000])
  }

  /// The base year had half the tax: 500; when the reduction is over the tenant pays the other half.
  @Test("above a base year count its reductions")
  func baseOfReducedCost() throws {
    let line = perKilowatt(
      "1",
      reductions: [
        CostReduction(from: .leaseYear(1), share: number("0.5")),
        CostReduction(from: .leaseYear(2), share: .zero),
      ], recovery: Recovery(share: .one, base: .firstLeaseYear))
    #expect(
      try costedLease([line]).posted(.recovery, in: ["2027-07", "2028-07"]) == [0, 50000])
  }

  /// 41 days from 1 July 2027, half of what is paid back: 500 in July, and in August
  /// 1,000 × (1 − 0.5 × 10 ÷ 31) = 838.710. Power is not let off.
  @Test("that an abatement covers are let off by days")
  func abatement() throws {
    let abatement = Abatement(
      length: .days(41), share: number("0.5"), charges: [.recovery])
    let lease = costedLease(
      [perKilowatt("1", recovery: .all), perKilowatt("1", kind: .power, recovery: .all)],
      halls: [megawatt(from: "2027-07-01", abatement: abatement)])
    let months = ["2027-07", "2027-08", "2027-09"]
    #expect(try lease.posted(.recovery, in: months) == [50000, 83871, 100_000])
    #expect(try lease.posted(.powerRecovery, in: months) == [100_000, 100_000, 100_000])
    #expect(try lease.posted(.baseRent, in: ["2027-07"]) == [1_000_000])
  }

  /// A line that is never paid back has no recovery at all; one that just now is not has a zero.
  @Test("of lines that have none are no cells")
  func noCells() throws {
    #expect(try costedLease([perKilowatt("1")]).posted(.recovery, in: ["2027-07"]) == [nil])
    let base = Recovery(share: .one, base: .firstLeaseYear)
    #expect(
      try costedLease([perKilowatt("1", recovery: base)]).posted(.recovery, in: ["2027-07"]) == [0])
  }

  /// Cost and recovery of a month are the same sum, and halves go to the even cent on both sides.
  @Test("of every line in full leave NOI equal to rent, to the cent")
  func fullRecovery() throws {
    let lease = costedLease(
      [
        CostLine(
          name: "tax", amount: .perYear(number("123456.785")), growth: number("0.0275"),
          recovery: .all),
        perKilowatt("0.123455", growth: "0.031", grows: .anniversary, recovery: .all),
        CostLine(name: "fee", amount: .shareOfRent(number("0.0333")), recovery: .all),
        powerLine(.perMegawattHour(number("41.235")), recovery: .all),
        powerLine(.shareOfPower(number("0.0725")), name: "adder", recovery: .all),
      ], halls: [megawatt(from: "2027-07-16", months: 60)],
      power: PowerUse(powerUsageEffectiveness: number("1.27"), loadFactor: number("0.83")))
    let projection = try project(lease)
    #expect(projection.netOperatingIncome == projection.contractValue)
    #expect(projection.postedLeakage == 0)
    #expect(
      projection.posted(.recovery)
        == projection.posted(.operatingCost).mapValues { -$0 })
    #expect(
      projection.posted(.powerRecovery) == projection.posted(.powerCost).mapValues { -$0 })
  }
}
