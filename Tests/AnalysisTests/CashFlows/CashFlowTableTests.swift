import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Cash-flow tables")
struct CashFlowTableTests {
  /// 10 MW at 100 $/kW-month from Thursday 2027-04-15 for two years: 1,000,000.00 a month.
  private func flat(_ id: String = "flat", landlord: String = "hut-8") throws -> DealCashFlows {
    let deal = try DealBuilder.deal(
      id,
      terms: [
        ("landlord", landlord), ("contract.kind", "lease"), ("criticalIT", "10 MW"),
        ("term", "2 years"), ("rentCommencement", "2027-04-15"),
        ("rent.rate", "100 USD/kW-month"),
      ])
    return try DealCashFlows(AnalysedDeal(versions: [deal]), case: .base)
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test("a year's row is the sum of its months' posted cents")
  func yearlyRows() throws {
    let table = try CashFlowTable(
      of: [flat()], case: .base, request: CashFlowRequest(length: .year))
    // 2027: 16/30 of April and eight whole months; 2028: twelve; 2029: three and 14/30 of April.
    #expect(table.rows.map(\.minorUnits) == [853_333_333, 1_200_000_000, 346_666_667])
    #expect(table.rows.map(\.firstDay.year) == [2027, 2028, 2029])
  }

  @Test("a fiscal year that ends in June runs from July")
  func fiscalYear() throws {
    let table = try CashFlowTable(
      of: [flat()], case: .base, request: CashFlowRequest(length: .fiscalYear(lastMonth: 6)))
    // FY2027: 16/30 of April, May, June; FY2028: twelve months; FY2029: July to 14 April.
    #expect(table.rows.map(\.minorUnits) == [253_333_333, 1_200_000_000, 946_666_667])
    let ends = try ["2027-06-30", "2028-06-30", "2029-06-30"].map(day)
    #expect(table.rows.map(\.lastDay) == ends)
  }

  @Test(
    "a projection split at any day sums to the whole",
    arguments: ["2027-04-15", "2027-04-16", "2027-05-01", "2028-02-29", "2028-12-31"])
  func splitAtAnyDay(_ text: String) throws {
    let cut = try day(text)
    let before = try CashFlowTable(
      of: [flat()], case: .base, request: CashFlowRequest(through: cut, length: .total))
    let after = try CashFlowTable(
      of: [flat()], case: .base,
      request: CashFlowRequest(from: cut.adding(days: 1), length: .total))
    // The whole: 24 months of 1,000,000.00.
    #expect((before.rows + after.rows).reduce(0) { $0 + $1.minorUnits } == 2_400_000_000)
  }

  @Test("part of a month is its share of days, so that the parts sum to the month")
  func partOfMonth() throws {
    let table = try CashFlowTable(
      of: [flat()], case: .base,
      request: CashFlowRequest(
        from: day("2027-05-01"), through: day("2027-05-10"), length: .month))
    // 10 of 31 days of 1,000,000.00: 322,580.645… to the cent.
    #expect(table.rows.map(\.minorUnits) == [32_258_065])
    #expect(table.rows.map(\.lastDay) == [try day("2027-05-10")])
  }

  @Test("groups stand in a fixed order, by landlord and then by deal")
  func groups() throws {
    let deals = try [
      flat("b", landlord: "iren"), flat("c", landlord: "cipher"), flat("a", landlord: "iren"),
    ]
    let table = try CashFlowTable(
      of: deals, case: .base,
      request: CashFlowRequest(length: .total, groups: [.landlord, .deal]))
    #expect(table.rows.map { $0.group.deal?.text } == ["c", "a", "b"])
    #expect(table.rows.allSatisfy { $0.minorUnits == 2_400_000_000 })
  }

  @Test("the cash view moves a row to the day of payment")
  func cashDates() throws {
    let deal = try DealBuilder.deal(
      "arrears",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "10 MW"),
        ("term", "1 year"), ("rentCommencement", "2027-01-01"),
        ("rent.rate", "100 USD/kW-month"), ("billing.timing", "in arrears"),
        ("billing.paymentDays", "15"),
      ])
    let flows = try DealCashFlows(AnalysedDeal(versions: [deal]), case: .base)
    let table = try CashFlowTable(
      of: [flows], case: .base, request: CashFlowRequest(length: .year, dates: .cash))
    // December 2027 is paid on 15 January 2028.
    #expect(table.rows.map(\.minorUnits) == [1_100_000_000, 100_000_000])
  }

  @Test("rent before an amendment's effective day is the earlier version's, split by days")
  func spliceAtAmendment() throws {
    let terms = [
      ("landlord", "hut-8"), ("contract.kind", "lease"), ("term", "2 years"),
      ("rentCommencement", "2027-04-15"), ("rent.rate", "100 USD/kW-month"),
    ]
    let before = try DealBuilder.deal("grown", terms: terms + [("criticalIT", "10 MW")])
    let after = try DealBuilder.deal(
      "grown", head: ["effective": "2027-06-11", "announced": "2027-06-01"],
      terms: terms + [("criticalIT", "20 MW")])
    let flows = try DealCashFlows(AnalysedDeal(versions: [before, after]), case: .base)
    let table = try CashFlowTable(
      of: [flows], case: .base,
      request: CashFlowRequest(
        from: day("2027-06-01"), through: day("2027-07-31"), length: .month))
    // June: 10 of 30 days at 1,000,000.00 and 20 of 30 at 2,000,000.00; July at 2,000,000.00.
    #expect(table.rows.map(\.minorUnits) == [33_333_333 + 133_333_333, 200_000_000])
  }
}
