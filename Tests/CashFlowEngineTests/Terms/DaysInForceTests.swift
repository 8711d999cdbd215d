import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Days in force")
struct DaysInForceTests {
  /// Two halls of a year, then renewals of 12 and 6 months, of which one is expected.
  private func lease(
    rules: RentRules = RentRules(), termination: Termination? = nil, holdover: Holdover? = nil
  ) -> Lease {
    CashFlowEngineTests.lease(
      halls: [
        hall(megawatts: "1", from: "2027-01-01", months: 12),
        hall("hall 2", megawatts: "1", from: "2027-03-15", months: 12),
      ],
      rent: .rate(.perKilowattMonth(.one)),
      renewals: [
        RenewalOption(months: 12, probability: number("0.5")),
        RenewalOption(months: 6, probability: .zero),
      ],
      rules: rules, termination: termination, holdover: holdover)
  }

  private func days(_ first: String, _ end: String) -> Range<CalendarDate> {
    day(first)..<day(end)
  }

  @Test("are those of the base term, and of the renewals that the case counts")
  func cases() {
    #expect(
      lease().daysInForce(in: .base)
        == [days("2027-01-01", "2028-01-01"), days("2027-03-15", "2028-03-15")])
    #expect(
      lease().daysInForce(in: .expected)
        == [days("2027-01-01", "2029-01-01"), days("2027-03-15", "2029-03-15")])
    #expect(
      lease().daysInForce(in: .full)
        == [days("2027-01-01", "2029-07-01"), days("2027-03-15", "2029-09-15")])
  }

  @Test("move with a term that counts whole months, and end with a holdover")
  func moved() {
    let held = lease(
      rules: RentRules(proration: .wholeMonthFromNext),
      holdover: Holdover(share: .one, length: .days(10)))
    #expect(
      held.daysInForce(in: .base)
        == [days("2027-01-01", "2028-01-01"), days("2027-04-01", "2028-04-01")])
    #expect(
      held.daysInForce(in: .expected)
        == [days("2027-01-01", "2029-01-11"), days("2027-04-01", "2029-04-11")])
  }

  @Test("end with an early end, and are none of a hall that it keeps from beginning")
  func ended() {
    let ended = lease(termination: Termination(lastDay: day("2027-02-28")))
    for projectionCase in ProjectionCase.allCases {
      #expect(
        ended.daysInForce(in: projectionCase)
          == [days("2027-01-01", "2027-03-01"), days("2027-03-15", "2027-03-15")])
    }
  }
}
