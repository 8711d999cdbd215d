import FinanceBasics
import LeaseModel

/// Posts leases of a batch: certified where that can be, else from exact flows.
struct BatchPoster: ~Copyable {
  private var poster = CertifiedPoster()
  /// How many of the leases were left to the exact flows.
  private(set) var exactCount = 0

  /// What was posted last.
  var columns: PostedColumns { _read { yield poster.columns } }

  /// Adds a lease.
  ///
  /// - Throws: What `project` throws of it.
  private mutating func post(
    _ lease: borrowing Lease, case projectionCase: ProjectionCase
  ) throws(ProjectionProblem) {
    if poster.post(lease, case: projectionCase) { return }
    exactCount += 1
    let flows = try ExactFlows(checked: copy lease, case: projectionCase)
    poster.columns.appendLease(flows.runs, rules: lease.rules)
  }

  /// Posts some of a batch's leases in place of what was posted before.
  ///
  /// - Throws: What `project` throws of the first that it refuses.
  mutating func repost(
    _ leases: [Lease], _ places: Range<Int>, case projectionCase: ProjectionCase
  ) throws(ProjectionProblem) {
    poster.columns.removeAll()
    exactCount = 0
    for place in places { try post(leases[place], case: projectionCase) }
  }
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
