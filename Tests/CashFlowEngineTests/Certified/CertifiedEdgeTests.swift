import FinanceBasics
import LeaseModel
import Testing

@testable import CashFlowEngine

/// Amounts and days at which 64 bits and whole lease years are most easily wrong.
@Suite("Edges of certified postings")
struct CertifiedEdgeTests {
  /// A rent of (n + ½ + gap) × 0.8ᵏ cents grows by 25 % a year to n + ½ + gap in year k.
  @Test(
    "a rent that grows to half a cent, or to 10⁻¹² off it, goes to its side",
    arguments: 1...5, [-1, 0, 1] as [Int128])
  func grownHalves(year: Int, gap: Int128) throws {
    let cents = halfCents(gap: gap, shrunkBy: year)
    let lease = lease(
      halls: [hall(megawatts: "3.7", from: "2027-01-01", months: 12 * (year + 1))],
      rent: .rate(.perMonth(cents)), escalator: .fixed(number("0.25")))
    let cells = try expectExact(lease)
    let rounded: Int64 = 500_001 + (gap < 0 ? 0 : 1)
    #expect(cells.last { $0.charge == .baseRent }?.minorUnits == rounded)
  }

  /// The same of a cost of one megawatt, that grows on each 1 January, and of its recovery.
  @Test(
    "a cost that grows to half a cent, or to 10⁻¹² off it, goes to its side",
    arguments: 1...5, [-1, 0, 1] as [Int128])
  func grownCosts(year: Int, gap: Int128) throws {
    let monthly = halfCents(gap: gap, shrunkBy: year)
    let line = CostLine(
      name: "tax", amount: .perYear(monthly * ExactDecimal(12)), growth: number("0.25"),
      recovery: .all)
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 12 * (year + 1))],
      rent: .rate(.perMonth(number("1000"))), operatingCosts: .lines([line]))
    let cells = try expectExact(lease)
    let rounded: Int64 = 500_001 + (gap < 0 ? 0 : 1)
    #expect(cells.last { $0.charge == .operatingCost }?.minorUnits == -rounded)
    #expect(cells.last { $0.charge == .recovery }?.minorUnits == rounded)
  }

  /// 2028 is a leap year: anniversaries of its 29 February are 28ths but every fourth year.
  @Test(
    "halls that begin on the last days of a month have the cents of the exact flows",
    arguments: [
      "2028-01-31", "2028-02-01", "2028-02-28", "2028-02-29", "2027-02-28", "2028-03-31",
      "2028-04-30", "2028-12-31", "2029-01-28", "2029-01-29",
    ], RentRules.Anniversary.allCases)
  func lastDays(start: String, anniversary: RentRules.Anniversary) throws {
    for proration in RentRules.Proration.allCases {
      let halls = [
        hall(megawatts: "31.4", from: start, months: 180),
        hall("hall 2", megawatts: "15", from: "2027-02-15", months: 185),
      ]
      let rules = RentRules(proration: proration, anniversary: anniversary)
      for rent in [
        BaseRent.contractValue(number("900000000")), .rate(.perMonth(number("31415.9"))),
      ] {
        _ = try expectExact(
          lease(halls: halls, rent: rent, escalator: .fixed(number("0.025")), rules: rules))
      }
    }
  }

  /// 500,001.5 cents and the gap in 10⁻¹² of a cent, times 0.8 so often, in currency units.
  private func halfCents(gap: Int128, shrunkBy years: Int) -> ExactDecimal {
    let cents = ExactDecimal(digits: 500_001_500_000_000_000 + gap, fractionDigits: 14)
    return (0..<years).reduce(cents) { cents, _ in cents * number("0.8") }
  }

  /// Posts a lease, which must be certified, and compares it with its exact flows.
  private func expectExact(_ lease: Lease) throws -> [Cell] {
    var poster = CertifiedPoster()
    let isCertified = poster.post(lease, case: .base)
    try #require(isCertified, "\(lease) is not certified")
    let exact = Projection(
      lease: lease, projectionCase: .base, flows: try ExactFlows(lease, case: .base)
    ).cells
    let cells = poster.columns.cells(ofLease: 0)
    #expect(cells == exact)
    return cells
  }
}
