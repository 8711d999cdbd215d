import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// A megawatt at PUE 1.3 in July 2027: 744 hours at 50 USD/MWh are 48,360; demand at 5 is 6,500.
@Suite("Recoveries of power")
struct PowerRecoveryTests {
  struct Guarantee: CustomTestStringConvertible, Sendable {
    let pue: String?
    let energy, demand, adder: Int64
    var testDescription: String { pue ?? "none" }
  }

  static let guarantees = [
    // 50 × 1.2 × 744 = 44,640; 5 × 1,000 × 1.2 = 6,000; a tenth of both.
    Guarantee(pue: "1.2", energy: 4_464_000, demand: 600_000, adder: 506_400),
    Guarantee(pue: "1.3", energy: 4_836_000, demand: 650_000, adder: 548_600),
    // More than is used cannot be passed through.
    Guarantee(pue: "1.4", energy: 4_836_000, demand: 650_000, adder: 548_600),
    Guarantee(pue: nil, energy: 4_836_000, demand: 650_000, adder: 548_600),
  ]

  @Test("end at the guaranteed PUE", arguments: guarantees)
  func guarantee(_ example: Guarantee) throws {
    func recovered(_ recoveries: [Recovery]) throws -> [Int64?] {
      let lines = [
        powerLine(.perMegawattHour(number("50")), name: "energy", recovery: recoveries[0]),
        powerLine(.perKilowattMonthOfDemand(number("5")), name: "demand", recovery: recoveries[1]),
        powerLine(.shareOfPower(number("0.1")), name: "adder", recovery: recoveries[2]),
      ]
      let use = PowerUse(
        powerUsageEffectiveness: number("1.3"), guaranteedPUE: example.pue.map(number))
      let lease = costedLease(lines, power: use)
      // All cost is there, whatever is paid back: 48,360 + 6,500 + 5,486.
      #expect(try lease.posted(.powerCost, in: ["2027-07"]) == [-6_034_600])
      return try lease.posted(.powerRecovery, in: ["2027-07"])
    }
    #expect(try recovered([.all, .none, .none]) == [example.energy])
    #expect(try recovered([.none, .all, .none]) == [example.demand])
    #expect(try recovered([.none, .none, .all]) == [example.adder])
  }

  /// A fixed charge a year is not power used: 1,000 a month is passed through at any PUE.
  @Test("of fixed charges know no PUE")
  func fixedCharge() throws {
    let lease = costedLease(
      [powerLine(.perYear(number("12000")), recovery: .all)],
      power: PowerUse(powerUsageEffectiveness: number("1.5"), guaranteedPUE: number("1.2")))
    #expect(try lease.posted(.powerRecovery, in: ["2027-07"]) == [100_000])
  }

  /// 744 hours × 1.2 ÷ 1.3 of the cost above the first year's prices: 10 % of 44,640 from 2028 on.
  @Test("above a base year count what may be passed alone")
  func baseYear() throws {
    let line = CostLine(
      name: "energy", kind: .power, amount: .perMegawattHour(number("50")), growth: number("0.1"),
      recovery: Recovery(share: .one, base: .firstLeaseYear))
    let lease = costedLease(
      [line], power: PowerUse(powerUsageEffectiveness: number("1.3"), guaranteedPUE: number("1.2")))
    #expect(
      try lease.posted(.powerRecovery, in: ["2027-07", "2028-07"]) == [0, 446_400])
  }

  /// 37,200 at PUE 1 with a cap of 30,000 in July, and 16 ÷ 31 of it in a part month.
  @Test("have caps by the part of the month, not by energy")
  func cap() throws {
    let line = powerLine(
      .perMegawattHour(number("50")), recovery: Recovery(share: .one, cap: yearly("360000")))
    #expect(try costedLease([line]).posted(.powerRecovery, in: ["2027-07"]) == [3_000_000])
    // 30,000 × 16 ÷ 31 = 15,483.871 of 19,200.
    let part = costedLease([line], halls: [megawatt(from: "2027-07-16")])
    #expect(try part.posted(.powerRecovery, in: ["2027-07"]) == [1_548_387])
  }

  /// Two days are let off of the 16 of July: 19,200 × (1 − 2 ÷ 16).
  @Test("that an abatement covers are let off by the days in force")
  func abatement() throws {
    let lease = costedLease(
      [
        powerLine(.perMegawattHour(number("50")), recovery: .all),
        perKilowatt("1", recovery: .all),
      ],
      halls: [
        megawatt(
          from: "2027-07-16",
          abatement: Abatement(length: .days(2), charges: [.powerRecovery]))
      ])
    #expect(try lease.posted(.powerRecovery, in: ["2027-07"]) == [1_680_000])
    #expect(try lease.posted(.recovery, in: ["2027-07"]) == [51613])
  }
}
