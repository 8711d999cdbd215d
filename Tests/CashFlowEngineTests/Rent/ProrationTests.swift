import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// 10,000,000 a month from 2027-05-15 (a Saturday), +3 % each 15 May.
///
/// Source: CONVENTIONS §3, worked.
@Suite("Parts of months")
struct ProrationTests {
  private func cents(
    _ month: String, proration: RentRules.Proration = .actualMonth,
    anniversary: RentRules.Anniversary = .daySplit
  ) throws -> Int64? {
    let lease = lease(
      halls: [hall(megawatts: "100", from: "2027-05-15", months: 60)],
      rent: .rate(.perMonth(number("10000000"))), escalator: .fixed(number("0.03")),
      rules: RentRules(proration: proration, anniversary: anniversary))
    return try project(lease).posted(.baseRent)[CashFlowEngineTests.month(month)]
  }

  @Test(
    "are charged by the stated rule",
    arguments: [
      (RentRules.Proration.actualMonth, 548_387_097),  // 17 ÷ 31
      (.thirty360, 533_333_333),  // 16 ÷ 30
      (.actual365, 558_904_110),  // 12 × 17 ÷ 365
    ] as [(RentRules.Proration, Int64)])
  func firstMonth(proration: RentRules.Proration, expected: Int64) throws {
    #expect(try cents("2027-05", proration: proration) == expected)
  }

  /// 14 ÷ 31 of 10.0 m and 17 ÷ 31 of 10.3 m are 10,164,516.13, whatever the proration: the month
  /// is wholly in force.
  @Test(
    "are split by days where an anniversary falls into a whole month",
    arguments: [RentRules.Proration.actualMonth, .thirty360, .actual365])
  func split(proration: RentRules.Proration) throws {
    #expect(try cents("2028-05", proration: proration) == 1_016_451_613)
  }

  @Test("take one level where the lease does not split an anniversary's month")
  func anniversaries() throws {
    #expect(try cents("2028-05", anniversary: .monthOf) == 1_030_000_000)
    #expect(try cents("2028-05", anniversary: .nextMonth) == 1_000_000_000)
    #expect(try cents("2028-06", anniversary: .nextMonth) == 1_030_000_000)
  }

  @Test("do not exist where the term counts from the next first")
  func wholeMonths() throws {
    let rule = RentRules.Proration.wholeMonthFromNext
    #expect(try cents("2027-05", proration: rule) == nil)
    #expect(try cents("2027-06", proration: rule) == 1_000_000_000)
    #expect(try cents("2028-05", proration: rule) == 1_000_000_000)
    #expect(try cents("2028-06", proration: rule) == 1_030_000_000)
    // 60 months from 2027-06-01 end with May 2032.
    #expect(try cents("2032-05", proration: rule) == 1_125_508_810)  // 10 m × 1.03⁴
    #expect(try cents("2032-06", proration: rule) == nil)
  }

  /// 28 February 2027 is the last day of a month of 30: it stands for its 28th, 29th and 30th.
  @Test("of 30 days end with the month, whatever its length")
  func february() throws {
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-02-28", months: 12)],
      rent: .rate(.perMonth(number("30"))), rules: RentRules(proration: .thirty360))
    let months = try project(lease).posted(.baseRent)
    #expect(months[month("2027-02")] == 300)
    // 1 to 27 February 2028: 27 days of 30.
    #expect(months[month("2028-02")] == 2700)
  }

  /// 2028-02-29 and 12 months is 2029-02-28; and 48 months is 2032-02-29. CONVENTIONS §1.
  @Test("keep the anniversary of a leap day to February's last")
  func leapDay() throws {
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2028-02-29", months: 60)],
      rent: .rate(.perMonth(number("2900"))), escalator: .fixed(number("1")))
    let months = try project(lease).posted(.baseRent)
    // 27 days of 2,900 and one of 5,800, of 28.
    #expect(months[month("2029-02")] == 300_357)
    // 28 days of 23,200 and one of 46,400, of 29.
    #expect(months[month("2032-02")] == 2_400_000)
  }
}
