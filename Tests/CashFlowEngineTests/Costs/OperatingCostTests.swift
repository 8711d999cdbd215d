import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Operating costs")
struct OperatingCostTests {
  private func lease(_ costs: OperatingCosts, renewals: [RenewalOption] = []) -> Lease {
    CashFlowEngineTests.lease(
      halls: [hall(megawatts: "1", from: "2027-07-01", months: 24)],
      rent: .rate(.perKilowattMonth(number("10"))), renewals: renewals, operatingCosts: costs)
  }

  @Test("that nobody knows leave NOI unknown")
  func unknown() throws {
    #expect(try project(lease(.unknown)).netOperatingIncome == nil)
    #expect(try project(lease(.unknown)).averageNOI == nil)
  }

  /// 1.4 % of 10,000 is 140 a month; 24 months of 9,860 are 236,640.
  @Test("from a margin are a charge of their own, and are named")
  func margin() throws {
    let projection = try project(lease(.margin(number("0.986"))))
    #expect(projection.total(of: .operatingCost) == -336_000)
    #expect(projection.netOperatingIncome == 23_664_000)
    #expect(projection.warnings == [.operatingCostFromMargin(number("0.986"))])
    #expect(
      projection.averageNOI?.overMegawattYears.formatted(fractionDigits: 2) == "118320.00")
  }

  /// 1 a kilowatt, 10 % a year: 1,000 to the end of 2027, then 1,100 in 2028 and 1,210 in 2029.
  @Test("grow on 1 January after the first year, or on the anniversary")
  func growth() throws {
    func costs(_ growthDay: CostLine.GrowthDay) throws -> [[Int]] {
      let line = CostLine(
        name: "all", amount: .perKilowattMonth(.one), growth: number("0.1"), growthDay: growthDay,
        recovery: Recovery(share: number("0.5")))
      return try project(lease(.lines([line]))).runs.filter { $0.charge == .operatingCost }
        .map { [$0.monthCount, Int($0.minorUnits)] }
    }
    #expect(try costs(.newYear) == [[6, -100_000], [12, -110_000], [6, -121_000]])
    #expect(try costs(.anniversary) == [[12, -100_000], [12, -110_000]])
  }

  /// Two lines of a third of a cent each a month are one cost of two thirds: a cent.
  @Test("of all lines are one cell, rounded once")
  func rounding() throws {
    let line = CostLine(name: "one", amount: .perYear(number("0.04")))
    let projection = try project(lease(.lines([line, line])))
    #expect(
      projection.runs.filter { $0.charge == .operatingCost }.map(\.minorUnits) == [-1])
    #expect(projection.total(of: .recovery) == 0)
  }

  @Test("paid back in full leave NOI equal to rent")
  func recovery() throws {
    let line = CostLine(
      name: "all", amount: .perKilowattMonth(number("14.537")), growth: number("0.025"),
      recovery: .all)
    let projection = try project(lease(.lines([line])))
    #expect(projection.netOperatingIncome == projection.contractValue)
    #expect(projection.total(of: .recovery) > 0)
  }

  /// 1,000 a month, half of it in a renewal that is as likely as not.
  @Test("of an expected renewal count by its probability")
  func expected() throws {
    let line = CostLine(name: "all", amount: .perKilowattMonth(.one))
    let lease = lease(
      .lines([line]), renewals: [RenewalOption(months: 12, probability: number("0.5"))])
    #expect(try project(lease, case: .expected).total(of: .operatingCost) == -3_000_000)
    #expect(try project(lease, case: .full).total(of: .operatingCost) == -3_600_000)
  }

  /// 90,000 by megawatt, 2 of 8 and 6 of 8, with the 2,000 and 6,000 of the last month, June 2029.
  @Test("hold the restoration in each hall's last month")
  func restoration() throws {
    let lease = costedLease(
      [perKilowatt("1")],
      halls: [
        hall("one", megawatts: "2", from: "2027-07-01", months: 24),
        hall("two", megawatts: "6", from: "2027-07-16", months: 24),
      ], restorationCost: number("90000"))
    let cells = try project(lease).cells.filter { $0.charge == .operatingCost }
    func cents(hall: Int, _ text: String) -> [Int64] {
      cells.filter { $0.hall == hall && $0.month == month(text) }.map(\.minorUnits)
    }
    #expect(cents(hall: 0, "2029-05") == [-200_000])
    #expect(cents(hall: 0, "2029-06") == [-2_450_000])
    // 67,500 + 6,000 × 15 ÷ 31 = 70,403.226.
    #expect(cents(hall: 1, "2029-07") == [-7_040_323])
    #expect(try project(lease).total(of: .recovery) == 0)
  }

  /// A renewal moves the last day; an early end, too.
  @Test("hold the restoration also where nobody knows them")
  func restorationAlone() throws {
    func months(_ lease: Lease, _ projectionCase: ProjectionCase = .base) throws -> [YearMonth] {
      try project(lease, case: projectionCase).cells.filter { $0.charge == .operatingCost }
        .map(\.month)
    }
    let renewals = [RenewalOption(months: 12)]
    let lease = costedLease(
      [], renewals: renewals, restorationCost: number("600"), costs: .unknown)
    #expect(try months(lease) == [month("2029-06")])
    #expect(try months(lease, .full) == [month("2030-06")])
    let ended = costedLease(
      [], termination: Termination(lastDay: day("2028-02-29")), restorationCost: number("600"),
      costs: .unknown)
    #expect(try months(ended) == [month("2028-02")])
    #expect(try ended.posted(.operatingCost, in: ["2028-02"]) == [-60000])
    #expect(try project(ended).netOperatingIncome == nil)
  }

  /// 1.4 % of 10,000 with 600 in the last month.
  @Test("from a margin hold the restoration, too")
  func restorationAndMargin() throws {
    let lease = costedLease(
      [], restorationCost: number("600"), costs: .margin(number("0.986")))
    #expect(
      try lease.posted(.operatingCost, in: ["2029-05", "2029-06"]) == [-14000, -74000])
  }

  /// 1,000 a month from 12,000 a year, 5 % more from July 2028 on; 0.2 a kilowatt without growth.
  @Test("stand beside other income, which is a charge of its own")
  func otherIncome() throws {
    let lease = costedLease(
      [],
      otherIncome: [
        IncomeLine(
          name: "cross connects", amount: yearly("12000", growth: "0.05"), growthDay: .anniversary),
        IncomeLine(name: "storage", amount: CostLimit(.perKilowattMonth(number("0.2")))),
      ])
    #expect(
      try lease.posted(.otherIncome, in: ["2027-07", "2028-06", "2028-07", "2029-07"])
        == [120_000, 120_000, 125_000, nil])
    // 24 × 10,000 of rent, 12 × 1,200 and 12 × 1,250.
    #expect(try project(lease).netOperatingIncome == 24_000_000 + 2_940_000)
  }

  @Test("are ordered by charge, then by month")
  func order() throws {
    let lease = costedLease(
      [powerLine(.perMegawattHour(.one), recovery: .all), perKilowatt("1", recovery: .all)],
      otherIncome: [IncomeLine(name: "other", amount: yearly("12"))])
    let runs = try project(lease).runs
    var charges: [Charge] = []
    for run in runs where charges.last != run.charge { charges.append(run.charge) }
    #expect(
      charges == [
        .baseRent, .recovery, .powerRecovery, .otherIncome, .operatingCost, .powerCost,
      ])
    let power = runs.filter { $0.charge == .powerCost }.map(\.firstMonth)
    #expect(power == power.sorted())
  }
}
