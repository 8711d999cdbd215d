import FinanceBasics
import LeaseModel

/// The posted rents of a plain lease, in arithmetic of 64 bits whose error is bounded.
///
/// - Returns: By hall, then by month; `nil` where the lease is not plain, or only exact flows can
///   post it.
func certifiedPostings(
  of lease: Lease, case projectionCase: ProjectionCase
) -> [PostedRun]? {
  guard lease.isPlain(in: projectionCase) else { return nil }
  var poster = CertifiedPoster()
  guard poster.post(lease, case: projectionCase) else { return nil }
  return poster.columns.runs
}

extension Lease {
  /// Whether nothing but rent by stated growth flows, so that there is nothing to warn of.
  fileprivate func isPlain(in projectionCase: ProjectionCase) -> Bool {
    guard !hasMoreThanRent, !isExtended, renewals.isEmpty || projectionCase == .base
    else { return false }
    for period in periods.indices {
      switch periods[period].escalator {
      case .none, .fixed, .steps: continue
      case .cpi, .greaterOf, .lesserOf: return false
      }
    }
    return true
  }
}
