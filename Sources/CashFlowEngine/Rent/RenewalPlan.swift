import FinanceBasics
import LeaseModel

/// What follows the base term in a projection: its renewals with their weights, and a holdover.
struct RenewalPlan {
  /// How many of the lease's renewals, from the first on.
  let count: Int
  /// Their months together.
  let months: Int
  /// By which each renewal's amounts are multiplied.
  let weights: [PreciseReal]
  /// The stay after them; `nil` after an early end, where there is none, and where the base case
  /// knows of none.
  let holdover: Holdover?

  /// The base term alone, as of a lease that nothing extends.
  static let none = RenewalPlan(months: 0, weights: [], holdover: nil)

  /// A lease that ends early has no renewals and no holdover, in any case.
  init(_ lease: Lease, case projectionCase: ProjectionCase, notes: inout ProjectionNotes) {
    guard lease.termination == nil else {
      self = .none
      return
    }
    let exercised = lease.exercisedRenewals
    // After a stay that is certain no option is open.
    if lease.holdover?.isCertain == true || projectionCase == .base {
      let renewals = lease.renewals.prefix(exercised)
      let holdover = lease.holdover.flatMap { $0.isCertain ? $0 : nil }
      self.init(
        months: renewals.reduce(0) { $0 + $1.months }, weights: renewals.map { _ in .one },
        holdover: holdover)
      return
    }
    switch projectionCase {
    case .base, .full:
      self.init(
        months: lease.renewals.reduce(0) { $0 + $1.months },
        weights: lease.renewals.map { _ in .one }, holdover: lease.holdover)
    case .expected:
      var weights: [PreciseReal] = []
      var months = 0
      for (place, renewal) in lease.renewals.enumerated() {
        if place < exercised {
          weights.append(.one)
          months += renewal.months
          continue
        }
        guard let probability = renewal.probability else {
          notes.warn(.renewalWithoutProbability(number: place + 1))
          break
        }
        guard !probability.isZero else { break }
        weights.append((weights.last ?? .one).times(probability.real))
        months += renewal.months
      }
      self.init(months: months, weights: weights, holdover: lease.holdover)
    }
  }

  private init(months: Int, weights: [PreciseReal], holdover: Holdover?) {
    count = weights.count
    self.months = months
    self.weights = weights
    self.holdover = holdover
  }

  /// By which a holdover's amounts are multiplied: every renewal counted must have been exercised.
  var holdoverWeight: PreciseReal { weights.last ?? .one }
}
