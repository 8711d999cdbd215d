import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Holdover")
struct HoldoverTests {
  /// One megawatt at 1,000 for a year and 1,100 for another, then 150 % of the last rent.
  private func lease(
    from start: String = "2027-01-01", renewals: [RenewalOption] = [],
    length: Tenor = .months(2), rules: RentRules = RentRules(), abatement: Abatement? = nil,
    deposit: Deposit? = nil
  ) -> Lease {
    CashFlowEngineTests.lease(
      halls: [hall(megawatts: "1", from: start, months: 24, abatement: abatement)],
      rent: .rate(.perKilowattMonth(.one)), escalator: .fixed(number("0.1")), renewals: renewals,
      rules: rules, deposit: deposit, holdover: Holdover(share: number("1.5"), length: length))
  }

  @Test("is in the expected and the full case, never in the base case")
  func cases() throws {
    #expect(try project(lease()).amounts(of: .renewalRent).isEmpty)
    for projectionCase in [ProjectionCase.expected, .full] {
      let projection = try project(lease(), case: projectionCase)
      #expect(projection.amounts(of: .renewalRent) == [165_000, 165_000])  // 1.5 × 1,100
      #expect(projection.cells(of: .renewalRent)[0].month == month("2029-01"))
    }
  }

  /// The renewal continues at 1,210; 60 % of both in the expected case.
  @Test("follows the last renewal, by the probability of all that were counted")
  func afterRenewal() throws {
    let renewals = [RenewalOption(months: 12, probability: number("0.6"))]
    let expected = try project(lease(renewals: renewals), case: .expected)
    #expect(
      expected.runs.suffix(2).map { [Int($0.minorUnits), $0.monthCount, $0.part] } == [
        [72_600, 12, 0], [108_900, 2, 1],
      ])
    let full = try project(lease(renewals: renewals), case: .full)
    #expect(full.runs.suffix(2).map(\.minorUnits) == [121_000, 181_500])
  }

  /// A renewal that nobody counts: the holdover follows the base term in full.
  @Test("follows the base term where no renewal is expected")
  func unlikelyRenewal() throws {
    let renewals = [RenewalOption(months: 12, probability: .zero)]
    let projection = try project(lease(renewals: renewals), case: .expected)
    #expect(projection.amounts(of: .renewalRent) == [165_000, 165_000])
    #expect(projection.runs.last?.part == 1)
  }

  /// From 2029-01-16 to 2029-02-15: 1,650 × 16 ÷ 31 = 851.6129, and × 15 ÷ 28 = 883.9286.
  @Test("is charged by days in the months that it begins and ends in")
  func partMonths() throws {
    let projection = try project(
      lease(from: "2027-01-16", length: .months(1), rules: RentRules(timing: .arrears)),
      case: .full)
    #expect(projection.amounts(of: .renewalRent) == [85_161, 88_393])
    #expect(projection.dueDays(of: .renewalRent) == ["2029-01-31", "2029-02-15"])
    // Base rent of January 2029 falls due with it: the hall is in force to the month's end.
    #expect(projection.dueDays(of: .baseRent).last == "2029-01-31")
    let days = try project(lease(length: .days(31)), case: .full)
    #expect(days.amounts(of: .renewalRent) == [165_000])
  }

  @Test("is a share of the rent before abatement")
  func abated() throws {
    let projection = try project(lease(abatement: Abatement(length: .months(24))), case: .full)
    #expect(projection.amounts(of: .renewalRent) == [165_000, 165_000])
  }

  @Test("keeps the hall in force, and the deposit, until its last day")
  func inForce() throws {
    let held = lease(deposit: Deposit(amount: number("5"), received: day("2027-01-01")))
    #expect(held.daysInForce(in: .base) == [day("2027-01-01")..<day("2029-01-01")])
    #expect(held.daysInForce(in: .full) == [day("2027-01-01")..<day("2029-03-01")])
    #expect(try project(held, case: .full).capacityMonths.count == 26)
    #expect(try project(held).dueDays(of: .deposit) == ["2027-01-01", "2028-12-31"])
    #expect(try project(held, case: .full).dueDays(of: .deposit) == ["2027-01-01", "2029-02-28"])
  }
}
