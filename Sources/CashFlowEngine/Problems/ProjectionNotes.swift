import FinanceBasics
import LeaseModel

/// What is gathered while a lease is projected.
struct ProjectionNotes {
  let deal: DealID
  private(set) var warnings: [ProjectionWarning] = []

  init(deal: DealID) {
    self.deal = deal
  }

  /// Notes a warning once; of assumed growth the earliest month alone.
  mutating func warn(_ warning: ProjectionWarning) {
    if case .indexAssumed(let series, let month, let growth) = warning {
      for (place, known) in warnings.enumerated() {
        guard case .indexAssumed(series, let earlier, growth) = known else { continue }
        if month < earlier { warnings[place] = warning }
        return
      }
    }
    if !warnings.contains(warning) { warnings.append(warning) }
  }
}
