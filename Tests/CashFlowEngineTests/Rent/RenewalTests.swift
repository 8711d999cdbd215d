import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Renewals")
struct RenewalTests {
  /// One megawatt at 1 a kilowatt for two years, 10 % a year: 1,000 and 1,100 a month.
  private func lease(_ renewals: [RenewalOption], from start: String = "2027-01-01") -> Lease {
    CashFlowEngineTests.lease(
      halls: [hall(megawatts: "1", from: start, months: 24)],
      rent: .rate(.perKilowattMonth(.one)), escalator: .fixed(number("0.1")), renewals: renewals)
  }

  private func rents(_ renewals: [RenewalOption], _ projectionCase: ProjectionCase = .full) throws
    -> [Int64]
  {
    try project(lease(renewals), case: projectionCase).runs
      .filter { $0.charge == .renewalRent }.map(\.minorUnits)
  }

  @Test("continue the clock, keep the last rent, or begin at a rate with a clock of its own")
  func rules() throws {
    #expect(try rents([RenewalOption(months: 24)]) == [121_000, 133_100])
    #expect(try rents([RenewalOption(months: 24, rent: .flat)]) == [110_000])
    let fixed = RenewalOption.Rent.fixed(
      .perKilowattMonth(number("2")), escalator: .fixed(number("0.05")))
    #expect(try rents([RenewalOption(months: 24, rent: fixed)]) == [200_000, 210_000])
    #expect(
      try rents([RenewalOption(months: 12, rent: fixed), RenewalOption(months: 12)])
        == [200_000, 133_100])
  }

  @Test("never change base rent, whatever the case")
  func base() throws {
    let lease = lease([RenewalOption(months: 24, probability: number("0.5"))], from: "2027-03-10")
    let runs = try ProjectionCase.allCases.map { projectionCase in
      try project(lease, case: projectionCase).runs.filter { $0.charge == .baseRent }
        .map(\.exactMinorUnits)
    }
    #expect(runs[0] == runs[1] && runs[1] == runs[2])
    #expect(try project(lease).total(of: .renewalRent) == 0)
  }

  /// 0.7, then 0.7 × 0.5.
  @Test("count by the product of their probabilities where they are expected")
  func expected() throws {
    let renewals = [
      RenewalOption(months: 12, rent: .flat, probability: number("0.7")),
      RenewalOption(months: 12, rent: .flat, probability: number("0.5")),
    ]
    #expect(try rents(renewals, .expected) == [77_000, 38_500])
  }

  @Test("without a probability are not expected, nor any after them, and are named")
  func withoutProbability() throws {
    let renewals = [
      RenewalOption(months: 12, probability: number("0.7")), RenewalOption(months: 12),
      RenewalOption(months: 12, probability: number("0.5")),
    ]
    let projection = try project(lease(renewals), case: .expected)
    #expect(projection.posted(.renewalRent).count == 12)
    #expect(projection.warnings == [.renewalWithoutProbability(number: 2)])
    #expect(try project(lease(renewals), case: .full).warnings.isEmpty)
  }

  /// The base term ends on 2029-03-09: both charges of March 2029 fall due on its first day.
  @Test("share the due day of the month in which they begin")
  func dueDay() throws {
    let cells = try project(lease([RenewalOption(months: 12)], from: "2027-03-10"), case: .full)
      .cells.filter { $0.month == month("2029-03") }
    #expect(cells.map(\.charge) == [.baseRent, .renewalRent])
    #expect(cells.map(\.due) == [day("2029-03-01"), day("2029-03-01")])
    // 9 days of 1,100 and 22 of 1,210, of 31.
    #expect(cells.map(\.minorUnits) == [31_935, 85_871])
  }
}
