import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Cash flows side by side")
struct CashFlowComparisonTests {
  /// 10 MW at 100 $/kW-month for one year: 1,000,000.00 a month.
  private func table(
    from start: String, _ length: PeriodLength = .quarter, delays: [String: Delay] = [:]
  ) throws -> CashFlowTable {
    let deal = try DealBuilder.deal(
      "flat",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "10 MW"),
        ("term", "1 year"), ("rent.rate", "100 USD/kW-month"),
      ], assumptions: [("rentCommencement", start)])
    return try CashFlowTable(
      of: [DealCashFlows(AnalysedDeal(versions: [deal], delays: delays), case: .base)],
      case: .base, request: CashFlowRequest(length: length))
  }

  @Test("has every row of any answer, with what each has more than the recorded one")
  func union() throws {
    let late = try table(from: "2027-01-01", delays: ["all halls": Delay(months: 3)])
    let comparison = CashFlowComparison(try table(from: "2027-01-01"), with: [late])
    // Recorded: 2027's four quarters. Three months late: from the second to the first of 2028.
    #expect(
      comparison.rows.map(\.firstDay.yearMonth.description) == [
        "2027-01", "2027-04", "2027-07", "2027-10", "2028-01",
      ])
    let quarter: Int64 = 300_000_000
    #expect(
      comparison.rows.map(\.minorUnits) == [
        [quarter, nil], [quarter, quarter], [quarter, quarter], [quarter, quarter], [nil, quarter],
      ])
    #expect(comparison.rows.map { $0.difference(at: 1) } == [-quarter, 0, 0, 0, quarter])
  }

  @Test("the differences sum to the difference of the sums")
  func sums() throws {
    let half = try table(from: "2027-04-15")
    let comparison = CashFlowComparison(try table(from: "2027-01-01"), with: [half])
    let differences = comparison.rows.reduce(0) { $0 + $1.difference(at: 1) }
    let recorded = try table(from: "2027-01-01").rows.reduce(0) { $0 + $1.minorUnits }
    #expect(differences == half.rows.reduce(0) { $0 + $1.minorUnits } - recorded)
  }

  @Test("a total is one row, from the first day of any answer to the last of any")
  func total() throws {
    let comparison = CashFlowComparison(
      try table(from: "2027-01-01", .total), with: [try table(from: "2027-07-01", .total)])
    #expect(comparison.rows.count == 1)
    #expect(comparison.rows.first?.firstDay == CalendarDate("2027-01-01"))
    #expect(comparison.rows.first?.lastDay == CalendarDate("2028-06-30"))
    #expect(comparison.rows.first?.difference(at: 1) == 0)
  }
}
