import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Measures of a lease")
struct MeasureTests {
  /// 365 ÷ 365.25 and 731 ÷ 365.25 years, by 1 and 3 megawatts.
  @Test("the weighted average lease term counts from commencement, or from a later day")
  func walt() throws {
    let halls = [
      hall(megawatts: "1", from: "2027-01-01", months: 12),
      hall("hall 2", megawatts: "3", from: "2027-01-01", months: 24),
    ]
    let whole = try #require(weightedAverageLeaseTerm(of: halls))
    #expect(abs(whole - (365 + 3 * 731.0) / 4 / 365.25) < 1e-12)
    // From 2028-01-01 only the second has days left: 366.
    let rest = try #require(weightedAverageLeaseTerm(of: halls, asOf: day("2028-01-01")))
    #expect(abs(rest - 366 / 365.25) < 1e-12)
    #expect(weightedAverageLeaseTerm(of: halls, asOf: day("2029-01-01")) == nil)
  }

  @Test("the nominal term is the stated one, or the span where only an end is stated")
  func nominal() {
    let halls = [hall(megawatts: "1", from: "2027-01-01", months: 30)]
    let stated = lease(halls: halls, rent: .rate(.perMonth(.one)), nominalTerm: .months(30))
    #expect(stated.nominalYears.formatted(fractionDigits: 6) == "2.500000")
    let unstated = lease(halls: halls, rent: .rate(.perMonth(.one)))
    #expect(unstated.nominalYears == unstated.spanYears)
  }

  /// Rents of 100 and 300 for two halls; each is even in itself, so that nothing is receivable.
  @Test("even rent has no receivable, and an average needs the base term alone")
  func evenRent() throws {
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-05-10", months: 30)],
      rent: .rate(.perMonth(number("310"))), renewals: [RenewalOption(months: 12)],
      operatingCosts: .margin(.one))
    let income = StraightLineIncome(try project(lease))
    #expect(income.months.allSatisfy { $0.receivable.magnitude <= 1 })
    #expect(income.months.last?.receivable == 0)
    #expect(try project(lease, case: .full).averageNOI == nil)
    #expect(try project(lease).averageNOI != nil)
  }

  @Test("bounds of CONVENTIONS §12 are checked")
  func bounds() {
    let id = DealID("test")
    let large = lease(
      halls: [hall(megawatts: "100000.1", from: "2027-01-01", months: 12)],
      rent: .rate(.perMonth(.one)))
    #expect(
      throws: ProjectionProblem.capacityOutOfBounds(deal: id, megawatts: number("100000.1"))
    ) { try project(large) }
    let long = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 1201)],
      rent: .rate(.perMonth(.one)))
    #expect(throws: ProjectionProblem.termTooLong(deal: id, hall: "hall 1")) { try project(long) }
    let dear = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 10)],
      rent: .rate(.perMonth(number("100000000000000.01"))))
    #expect(throws: ProjectionProblem.totalOutOfBounds(deal: id, charge: .baseRent)) {
      try project(dear)
    }
  }

  @Test("every problem has a code of its own, a place and a remedy")
  func diagnostics() {
    let id = DealID("deal")
    let month = month("2027-01")
    let problems: [ProjectionProblem] = [
      .indexStartsLate(deal: id, series: "cpi", first: month, needed: month),
      .indexEnds(deal: id, series: "cpi", last: month, needed: month),
      .rateNegative(deal: id, period: 1), .nothingToSolve(deal: id, period: 1),
      .totalOutOfBounds(deal: id, charge: .recovery),
      .capacityOutOfBounds(deal: id, megawatts: .one), .termTooLong(deal: id, hall: "hall"),
      .prepaymentExceedsRent(deal: id, unused: Money(minorUnits: 1, currency: .usd)),
    ]
    #expect(Set(problems.map(\.code)).count == problems.count)
    for problem in problems {
      #expect(problem.code.hasPrefix("projection."))
      #expect(problem.location.field?.hasPrefix("deal.") == true)
      #expect(!problem.problem.isEmpty && !problem.remedy.isEmpty)
    }
  }
}
