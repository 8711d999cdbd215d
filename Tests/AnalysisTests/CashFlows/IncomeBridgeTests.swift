import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Bridge from rent to NOI")
struct IncomeBridgeTests {
  /// 10 MW at 100 $/kW-month for two years from Friday 2027-01-01: 1,000,000.00 a month. Insurance
  /// of 600,000 a year, of which 80 % comes back with a fee of 5 %: 40,000 × 1.05 a month.
  private func flows(_ costs: Bool = true) throws -> DealCashFlows {
    let line = "operatingCosts[insurance]"
    let deal = try DealBuilder.deal(
      "bridge",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "10 MW"),
        ("term", "2 years"), ("rentCommencement", "2027-01-01"),
        ("rent.rate", "100 USD/kW-month"),
      ]
        + (costs
          ? [
            ("\(line).name", "insurance"), ("\(line).amount", "600,000 USD/year"),
            ("\(line).recovery", "80 %"), ("\(line).adminFee", "5 %"),
          ] : []))
    return try DealCashFlows(AnalysedDeal(versions: [deal]), case: .base)
  }

  private func bridge(
    _ flows: [DealCashFlows], _ groups: [CashFlowGrouping] = [.charge]
  ) throws -> IncomeBridge {
    try IncomeBridge(of: flows, case: .base, request: CashFlowRequest(groups: groups))
  }

  @Test("every year goes from rent over recoveries and costs to NOI, with what leaks")
  func years() throws {
    let rows = try bridge([flows()]).rows
    let income: Int64 = 1_200_000_000 - 60_000_000 + 50_400_000
    #expect(rows.map(\.firstDay.year) == [2027, 2028])
    for row in rows {
      #expect(row.rent == 1_200_000_000)
      #expect(row.amount(of: .operatingCost) == -60_000_000)
      // 12 × 42,000.00.
      #expect(row.amount(of: .recovery) == 50_400_000)
      #expect(row.netOperatingIncome == income)
      // 600,000 less 504,000: 0.8 % of rent.
      #expect(row.leakage == 9_600_000)
      #expect(row.leakage.flatMap(row.shareOfRent) == 0.008)
    }
  }

  @Test("NOI is the rent less the leakage, plus what else is received")
  func identity() throws {
    for row in try bridge([flows()]).rows {
      let leakage = try #require(row.leakage)
      #expect(row.netOperatingIncome == row.rent - leakage)
    }
  }

  @Test("a single deal has its cost lines, with why the landlord bears what does not come back")
  func costLines() throws {
    let lines = try bridge([flows()]).costLines
    #expect(lines.map(\.name) == ["insurance"])
    let total = try #require(lines.first?.total)
    // Two years: 1,200,000 of cost, 80 % of it recovered, a fee of 5 % on that, 20 % not passed on.
    let parts = [total.cost, total.recovered, total.adminFee, total.leakage.shareNotPassed]
    #expect(
      parts.map { $0.formatted(fractionDigits: 12) }
        == ["1200000", "960000", "48000", "240000"].map { "\($0).000000000000" })
  }

  @Test("costs that nobody knows leave NOI and leakage blank")
  func unknown() throws {
    let row = try #require(try bridge([flows(false)]).rows.first)
    #expect(row.netOperatingIncome == nil && row.leakage == nil)
    #expect(row.rent == 1_200_000_000)
  }

  @Test("several deals are bridged together, or each by itself where rows are split by deal")
  func grouped() throws {
    let both = [try flows(), try flows(false)]
    let together = try bridge(both)
    #expect(together.rows.map(\.rent) == [2_400_000_000, 2_400_000_000])
    #expect(together.costLines.isEmpty)
    let apart = try bridge([try flows()], [.deal])
    #expect(apart.rows.map { $0.group.deal?.text } == ["bridge", "bridge"])
  }
}
