import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Sums of generated leases")
struct SumLawTests {
  @Test(
    "halls sum to the lease, and months to the term, in every case and charge",
    arguments: GeneratedLeases.seeds)
  func sums(seed: UInt64) {
    let leases = GeneratedLeases(seed)
    for projectionCase in ProjectionCase.allCases {
      let projections = leases.projections(projectionCase)
      #expect(projections.count >= 30, "most leases are projected")
      for projection in projections { expectSums(projection) }
    }
  }

  private func expectSums(_ projection: Projection) {
    var byHall: [Charge: [Int: Int64]] = [:]
    var byMonth: [Charge: [YearMonth: Int64]] = [:]
    var seen: Set<NamedCell> = []
    var isOnce = true
    projection.forEachCell { cell in
      byHall[cell.charge, default: [:]][cell.hall, default: 0] += cell.minorUnits
      byMonth[cell.charge, default: [:]][cell.month, default: 0] += cell.minorUnits
      guard !cell.charge.isDated else { return }
      let place = NamedCell(
        hall: "\(cell.hall)", charge: cell.charge, month: cell.month, minorUnits: 0,
        due: .earliest)
      isOnce = isOnce && seen.insert(place).inserted
    }
    #expect(isOnce, "one cell a hall, charge and month")
    for charge in Charge.allCases {
      let total = projection.total(of: charge)
      #expect((byHall[charge] ?? [:]).values.reduce(0, +) == total)
      #expect((byMonth[charge] ?? [:]).values.reduce(0, +) == total)
    }
    if let income = projection.netOperatingIncome {
      let sum = Charge.allCases.filter(\.isInNOI).reduce(0) { $0 + projection.total(of: $1) }
      #expect(income == sum)
    }
  }

  @Test(
    "the months of base rent tile each hall's days in force, each once and in order",
    arguments: GeneratedLeases.seeds)
  func tiling(seed: UInt64) {
    for projection in GeneratedLeases(seed).projections(.base) {
      for hall in projection.lease.halls.indices {
        let months = projection.cells.filter { $0.hall == hall && $0.charge == .baseRent }
          .map(\.month)
        #expect(months == expectedMonths(of: projection.lease, hall: hall))
      }
    }
  }

  /// The months from commencement to the last day, or to an early end.
  private func expectedMonths(of lease: Lease, hall: Int) -> [YearMonth] {
    let days = NaiveHall(lease, hall: hall)
    var last = days.end.adding(days: -1)
    if let termination = lease.termination { last = min(last, termination.lastDay) }
    guard days.start <= last else { return [] }
    let count = days.start.yearMonth.months(until: last.yearMonth) + 1
    return (0..<count).map { days.start.yearMonth.adding(months: $0) }
  }

  @Test(
    "a sum of posted cells is within half a cent a cell of the exact one",
    arguments: GeneratedLeases.seeds)
  func rounding(seed: UInt64) {
    for projection in GeneratedLeases(seed, count: 20).projections(.expected) {
      for charge in Charge.allCases {
        let exact = projection.exactTotal(of: charge).times(100)
        let posted = PreciseReal(integer: Int(projection.total(of: charge)))
        let cells = projection.cells.filter { $0.charge == charge }.count
        #expect(abs(posted.minus(exact).doubleValue) <= 0.5 * Double(cells) + 1e-9)
      }
    }
  }

  @Test(
    "the order in which cost lines are named changes no cell", arguments: GeneratedLeases.seeds)
  func costOrder(seed: UInt64) {
    for projection in GeneratedLeases(seed).projections(.full) {
      let turned = try? project(
        projection.lease.changing { parts in
          if !parts.costLines.isEmpty { parts.costLines = parts.costLines.reversed() }
          parts.otherIncome = parts.otherIncome.reversed()
        }, case: .full)
      #expect(firstDifference(projection, turned) == nil)
    }
  }

  @Test(
    "certain renewals are the full case, and impossible ones the base case",
    arguments: GeneratedLeases.seeds)
  func probability(seed: UInt64) {
    let leases = GeneratedLeases(seed, without: [.holdover])
    func certain(_ lease: Lease, _ probability: ExactDecimal) -> Lease {
      lease.changing { parts in
        parts.renewals = parts.renewals.map {
          RenewalOption(months: $0.months, rent: $0.rent, probability: probability)
        }
      }
    }
    let full = leases.projections(.full) { certain($0, .one) }
    let expected = leases.projections(.expected) { certain($0, .one) }
    #expect(differences(full, expected) == [])
    let base = leases.projections(.base)
    let none = leases.projections(.expected) { certain($0, .zero) }
    #expect(base.count == none.count)
    for (base, none) in zip(base, none) {
      let difference = firstDifference(
        base.namedCells().filter { $0.minorUnits != 0 },
        none.namedCells().filter { $0.minorUnits != 0 })
      #expect(difference == nil)
    }
  }
}
