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
    let byYear = try costs(.newYear)
    #expect(byYear == [[6, -100_000], [6, -110_000], [6, -110_000], [6, -121_000]])
    let byAnniversary = try costs(.anniversary)
    #expect(byAnniversary == [[6, -100_000], [6, -100_000], [6, -110_000], [6, -110_000]])
  }

  /// Two lines of a third of a cent each a month are one cost of two thirds: a cent.
  @Test("of all lines are one cell, rounded once")
  func rounding() throws {
    let line = CostLine(name: "one", amount: .perYear(number("0.04")))
    let projection = try project(lease(.lines([line, line])))
    #expect(
      projection.runs.filter { $0.charge == .operatingCost }.map(\.minorUnits) == [-1, -1, -1, -1])
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
}
