import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// Two halls of 2 and 6 MW; the hall looked at is the first, in July 2027, a month of 31 days.
@Suite("Bases of cost")
struct CostBasisTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [CostLine]
    let charge: Charge
    let cents: Int64

    init(_ name: String, _ lines: [CostLine], _ charge: Charge, _ cents: Int64) {
      testDescription = name
      self.lines = lines
      self.charge = charge
      self.cents = cents
    }
  }

  static let energy = powerLine(.perMegawattHour(number("40")))
  static let demand = powerLine(.perKilowattMonthOfDemand(number("5")))

  static let examples = [
    // 1.5 × 1,000 kW × 2 MW.
    Example(
      "a kilowatt and month", [CostLine(name: "a", amount: .perKilowattMonth(number("1.5")))],
      .operatingCost, -300_000),
    // 120,000 ÷ 12 × 2 ÷ 8.
    Example(
      "a year of the whole lease", [CostLine(name: "a", amount: .perYear(number("120000")))],
      .operatingCost, -250_000),
    // 40 × 2 MW × 1.3 × 0.8 × 24 × 31 = 61,900.80.
    Example("a megawatt hour", [energy], .powerCost, -6_190_080),
    // 5 × 1,000 × 2 MW × 1.3 = 13,000.
    Example("a kilowatt of billing demand", [demand], .powerCost, -1_300_000),
    // 3 % of 10 × 1,000 × 2 MW.
    Example(
      "a share of rent", [CostLine(name: "a", amount: .shareOfRent(number("0.03")))],
      .operatingCost, -60_000),
    // 10 % of 61,900.80 and 13,000, with them: 74,900.80 + 7,490.08.
    Example(
      "a share of power",
      [powerLine(.shareOfPower(number("0.1")), name: "adder"), energy, demand], .powerCost,
      -8_239_088),
    // The same share as a cost of management.
    Example(
      "a share of power that is no power",
      [CostLine(name: "a", kind: .management, amount: .shareOfPower(number("0.1"))), energy],
      .operatingCost, -619_008),
  ]

  @Test("give the month's cost", arguments: examples)
  func cost(_ example: Example) throws {
    let lease = costedLease(
      example.lines,
      halls: [
        hall("one", megawatts: "2", from: "2027-07-01", months: 24),
        hall("two", megawatts: "6", from: "2027-07-01", months: 24),
      ],
      power: PowerUse(powerUsageEffectiveness: number("1.3"), loadFactor: number("0.8")))
    let cells = try project(lease).cells.filter {
      $0.charge == example.charge && $0.hall == 0 && $0.month == month("2027-07")
    }
    #expect(cells.map(\.minorUnits) == [example.cents])
  }

  /// 5 % of 120,000 a year for 24 months of growth: rent does not grow, so 500 a month stay 500.
  @Test("that are a share grow with what they are a share of alone")
  func shareDoesNotGrow() throws {
    let line = CostLine(
      name: "a", amount: .shareOfRent(number("0.05")), growth: number("0.1"))
    #expect(
      try costedLease([line]).posted(.operatingCost, in: ["2027-07", "2029-01"])
        == [-50000, -50000])
  }

  /// 100 USD/MWh × 24 × 29 days = 69,600 in the February of a leap year, 67,200 in another.
  @Test("of energy follow the days of February")
  func leapYear() throws {
    let lease = costedLease([powerLine(.perMegawattHour(number("100")))])
    #expect(
      try lease.posted(.powerCost, in: ["2028-01", "2028-02", "2029-02"])
        == [-7_440_000, -6_960_000, -6_720_000])
  }

  /// Half a megawatt for 31 days of July; in August for 10 days, and two megawatts for 21: 47
  /// megawatt days. Energy at 50: 0.5 × 744 × 50, 47 × 24 × 50; demand at 5,000 a megawatt: 2,500,
  /// 5,000 × (0.5 × 10 + 2 × 21) ÷ 31 = 7,580.645. A line on all critical IT stays at 2,000.
  @Test("of energy and demand follow the ramp, and those of critical IT do not")
  func ramp() throws {
    let ramp = Ramp(delivered: [
      Ramp.Step(from: .month(0), criticalIT: number("0.5")),
      Ramp.Step(from: .date(day("2027-08-11")), criticalIT: number("2")),
    ])
    let hall = Hall(
      name: "hall 1", criticalIT: number("2"), baseTerm: day("2027-07-01")..<day("2029-07-01"),
      ramp: ramp)
    let months = ["2027-07", "2027-08", "2027-09"]
    func posted(_ line: CostLine, _ charge: Charge) throws -> [Int64?] {
      try costedLease([line], halls: [hall]).posted(charge, in: months)
    }
    #expect(
      try posted(powerLine(.perMegawattHour(number("50"))), .powerCost)
        == [-1_860_000, -5_640_000, -7_200_000])
    #expect(
      try posted(powerLine(.perKilowattMonthOfDemand(number("5"))), .powerCost)
        == [-250_000, -758_065, -1_000_000])
    #expect(try posted(perKilowatt("1"), .operatingCost) == [-200_000, -200_000, -200_000])
  }

  /// Power is used as if PUE and load factor were 1: 10 × 744.
  @Test("of energy need no PUE")
  func withoutPowerUse() throws {
    let lease = costedLease([powerLine(.perMegawattHour(number("10")))])
    #expect(try lease.posted(.powerCost, in: ["2027-07"]) == [-744_000])
  }
}
