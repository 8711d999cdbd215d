import FinanceBasics
import LeaseModel

/// Posts leases of a batch: certified where that can be, else from exact flows.
struct BatchPoster {
  private var poster = CertifiedPoster()
  /// How many leases were left to the exact flows.
  private(set) var exactCount = 0

  /// What was posted since it was last taken out or forgotten.
  var columns: PostedColumns { _read { yield poster.columns } }

  /// Adds a lease.
  ///
  /// - Throws: What `project` throws of it.
  mutating func post(
    _ lease: Lease, case projectionCase: ProjectionCase
  ) throws(ProjectionProblem) {
    if poster.post(lease, case: projectionCase) { return }
    exactCount += 1
    let flows = try ExactFlows(checked: lease, case: projectionCase)
    poster.columns.append(flows.runs, rules: lease.rules)
    poster.columns.endLease()
  }

  /// Forgets what was posted, and keeps the room for more.
  mutating func removeAll() { poster.columns.removeAll() }
}

extension ExactFlows {
  /// The flows of a lease within bounds.
  fileprivate init(
    checked lease: Lease, case projectionCase: ProjectionCase
  ) throws(ProjectionProblem) {
    try checkBounds(of: lease)
    try self.init(lease, case: projectionCase)
  }
}
