public import FinanceBasics
import LeaseModel

/// The capacity that a lease has in force in a month.
public struct CapacityMonth: Hashable, Sendable {
  /// A calendar month.
  public let month: YearMonth
  /// Kilowatts of critical IT times the share of the month in force.
  public let kilowattMonths: PreciseReal
}

extension Projection {
  /// The capacity in force by month, renewals of the case in full, in the order of the months.
  ///
  /// All megawatts count, ramped up or not, up to the last day of the case.
  /// Every month from the first commencement to the last day is there, if need be with zero.
  public var capacityMonths: [CapacityMonth] {
    let terms = lease.terms(in: projectionCase)
    let inForce = terms.filter { $0.start < $0.end }
    guard let first = inForce.map(\.start.month).min(), let end = inForce.map(\.end).max() else {
      return []
    }
    let count = end.month - first + (end.day > 1 ? 1 : 0)
    var sums = [PreciseReal](repeating: .zero, count: count)
    for (hall, term) in terms.enumerated() {
      let kilowatts = lease.halls[hall].criticalIT.real.times(1000)
      let months = monthFractions(
        from: term.start, to: term.end, proration: lease.rules.proration)
      for part in months {
        let place = Int(part.month.index) - first
        sums[place] = sums[place].plus(part.fraction.times(kilowatts))
      }
    }
    return sums.enumerated().map { place, sum in
      CapacityMonth(
        month: YearMonth(index: Int32(truncatingIfNeeded: first + place)), kilowattMonths: sum)
    }
  }
}
