import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Shares of a month's rent")
struct RentShareTests {
  private struct Cell: Hashable {
    let hall: Int
    let month: YearMonth
  }

  /// Rounding of one posted cell, and no more.
  private static let halfCent = PreciseReal(51, over: 10_000)

  @Test("times level and rate are the projection's base rent", arguments: GeneratedLeases.seeds)
  func sums(seed: UInt64) throws {
    let leases = GeneratedLeases(
      seed, count: 20, without: [.periods, .stepTables, .index, .ownRates])
    for projection in leases.projections(.base) {
      let lease = projection.lease
      guard let growth = Self.growth(of: lease), let rate = projection.solvedRates.first else {
        continue
      }
      var sums: [Cell: PreciseReal] = [:]
      var due: [Cell: CalendarDate] = [:]
      for hall in lease.halls.indices {
        let full = rate.times(lease.halls[hall].criticalIT.real)
        for share in lease.rentShares(ofHall: hall) {
          let cell = Cell(hall: hall, month: share.month)
          let level = (ExactDecimal.one + growth).real.raised(to: share.leaseYear)
          sums[cell] = (sums[cell] ?? .zero).plus(full.times(level).times(share.share))
          due[cell] = share.due
        }
      }
      projection.forEachCell { posted in
        guard posted.charge == .baseRent else { return }
        let cell = Cell(hall: posted.hall, month: posted.month)
        let exact = sums.removeValue(forKey: cell) ?? .zero
        let gap = exact.minus(PreciseReal(integer: Int(posted.minorUnits)).divided(by: hundred))
        #expect(gap < Self.halfCent && PreciseReal.zero.minus(gap) < Self.halfCent)
        #expect(due[cell] == posted.due)
      }
      #expect(sums.isEmpty)
    }
  }

  private let hundred = PreciseReal(integer: 100)

  /// The fixed rate of growth; `nil` of a lease that grows otherwise.
  private static func growth(of lease: Lease) -> ExactDecimal? {
    guard lease.periods.count == 1 else { return nil }
    if case .steps = lease.periods[0].rent { return nil }
    switch lease.periods[0].escalator {
    case .none: return .zero
    case .fixed(let rate): return rate
    default: return nil
    }
  }

  @Test("an anniversary splits its month by days")
  func anniversary() {
    // From 2027-05-15 for 13 months: May 2027 has 17 of 31 days, May 2028 14 at the first level
    // and 17 at the second, June 2028 14 of 30. Source: CONVENTIONS §3, the worked example.
    let start = CalendarDate(year: 2027, month: 5, day: 15) ?? .earliest
    let lease = Lease(
      id: DealID("one"),
      halls: [
        Hall(
          name: "hall", criticalIT: .one, baseTerm: start..<start.adding(months: 13))
      ], periods: [RentPeriod(rent: .rate(.perMonth(.one)))])
    let shares = lease.rentShares(ofHall: 0)
    let split = shares.filter { $0.month == YearMonth(year: 2028, month: 5) }
    #expect(shares.first?.share == PreciseReal(17, over: 31))
    #expect(split.map(\.leaseYear) == [0, 1])
    #expect(split.map(\.share) == [PreciseReal(14, over: 31), PreciseReal(17, over: 31)])
    #expect(shares.last?.share == PreciseReal(14, over: 30))
    #expect(shares.count == 15)
  }
}
