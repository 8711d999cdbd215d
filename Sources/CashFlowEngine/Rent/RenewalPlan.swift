import FinanceBasics
import LeaseModel

/// The renewals that a projection holds, and the weight of each.
struct RenewalPlan {
  /// How many of the lease's renewals, from the first on.
  let count: Int
  /// Their months together.
  let months: Int
  /// By which each renewal's amounts are multiplied.
  let weights: [PreciseReal]

  init(_ lease: Lease, case projectionCase: ProjectionCase, notes: inout ProjectionNotes) {
    var weights: [PreciseReal] = []
    var months = 0
    switch projectionCase {
    case .base: break
    case .full:
      weights = lease.renewals.map { _ in .one }
      months = lease.renewals.reduce(0) { $0 + $1.months }
    case .expected:
      var product = PreciseReal.one
      for (place, renewal) in lease.renewals.enumerated() {
        guard let probability = renewal.probability else {
          notes.warn(.renewalWithoutProbability(number: place + 1))
          break
        }
        guard !probability.isZero else { break }
        product = product.times(probability.real)
        weights.append(product)
        months += renewal.months
      }
    }
    self.weights = weights
    self.months = months
    count = weights.count
  }
}
