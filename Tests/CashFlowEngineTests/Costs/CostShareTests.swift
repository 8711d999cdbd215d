import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Shares of rent and power")
struct CostShareTests {
  private static let fee = CostLine(
    name: "management", kind: .management, amount: .shareOfRent(number("0.03")),
    recovery: Recovery(share: .one, cap: yearly("2400")))

  /// Half of July's 10,000 is free: 3 % of 5,000, then of 10,000, at most 200 of it paid back. In the
  /// half-likely renewal 3 % of 5,000, and at most 100.
  @Test("are of rent as it is charged")
  func shareOfRent() throws {
    let lease = costedLease(
      [Self.fee],
      halls: [
        megawatt(
          from: "2027-07-01", abatement: Abatement(length: .months(1), share: number("0.5")))
      ], renewals: [RenewalOption(months: 12, probability: number("0.5"))])
    let months = ["2027-07", "2027-08", "2029-06", "2029-07"]
    #expect(
      try lease.posted(.operatingCost, in: months, case: .expected)
        == [-15000, -30000, -30000, -15000])
    #expect(
      try lease.posted(.recovery, in: months, case: .expected) == [15000, 20000, 20000, 10000])
  }

  /// The base term ends on 15 July 2029: 15 days of 10,000 and 16 of 5,000, in one cost:
  /// 0.03 × (15 × 10,000 + 16 × 5,000) ÷ 31 = 222.581.
  @Test("are of base and renewal rent of a month together")
  func borderMonth() throws {
    let lease = costedLease(
      [Self.fee], halls: [megawatt(from: "2027-07-16")],
      renewals: [RenewalOption(months: 12, probability: number("0.5"))])
    #expect(
      try lease.posted(.operatingCost, in: ["2029-07"], case: .expected) == [-22258])
  }

  /// Where a reduction begins inside a month, the month's first day decides.
  @Test("are reduced from the first whole month on")
  func reduction() throws {
    let line = CostLine(
      name: "management", amount: .shareOfRent(number("0.03")),
      reductions: [CostReduction(from: .date(day("2027-08-15")), share: number("0.5"))])
    #expect(
      try costedLease([line]).posted(.operatingCost, in: ["2027-07", "2027-08", "2027-09"])
        == [-30000, -30000, -15000])
  }

  /// A fee from 20 July to 10 September 2027: 3 % of 10,000 in each of three months, not by days; a
  /// share of power from 20 July: 2 % of the meter's 1,000.
  @Test("are of the whole month, on however many of its days the line runs")
  func wholeMonths() throws {
    let fee = CostLine(
      name: "management", amount: .shareOfRent(number("0.03")), from: day("2027-07-20"),
      through: day("2027-09-10"))
    let losses = CostLine(
      name: "losses", kind: .power, amount: .shareOfPower(number("0.02")), from: day("2027-07-20"))
    let meter = powerLine(.perYear(number("12000")), name: "meter")
    let lease = costedLease([fee, losses, meter])
    #expect(
      try lease.posted(.operatingCost, in: ["2027-07", "2027-08", "2027-09", "2027-10"])
        == [-30000, -30000, -30000, nil])
    #expect(try lease.posted(.powerCost, in: ["2027-07", "2027-08"]) == [-102_000, -102_000])
  }

  /// 2 % of 24 × 31 × 100 = 74,400 of energy and of 1,000 a month of fixed charge, not of itself.
  @Test("of power are of all power lines that are no share")
  func shareOfPower() throws {
    let lease = costedLease([
      powerLine(.shareOfPower(number("0.02")), name: "losses"),
      powerLine(.perMegawattHour(number("100")), name: "energy"),
      powerLine(.shareOfPower(number("0.01")), name: "tax"),
      powerLine(.perYear(number("12000")), name: "meter"),
      perKilowatt("7"),
    ])
    // 75,400 + 1,508 + 754.
    #expect(try lease.posted(.powerCost, in: ["2027-07"]) == [-7_766_200])
    #expect(try lease.posted(.operatingCost, in: ["2027-07"]) == [-700_000])
  }
}
