public import FinanceBasics
public import LeaseModel

/// The cash flows of a lease in one case: exact, posted to the cent, month by month.
public struct Projection: Sendable {
  /// The lease that was projected.
  public let lease: Lease
  /// Which renewals are in it.
  public let projectionCase: ProjectionCase
  /// By hall, then by charge in the order of `Charge.allCases`, then by month.
  @usableFromInline let postings: [PostedRun]
  /// Whether a payment may move to a business day.
  @usableFromInline let movesDueDays: Bool
  /// What the postings were rounded from; `nil` where they were certified without it.
  private let storedFlows: ExactFlows?

  /// Postings that were rounded from exact flows.
  init(lease: Lease, projectionCase: ProjectionCase, flows: ExactFlows) {
    self.lease = lease
    self.projectionCase = projectionCase
    postings = flows.runs.map(\.posted)
    movesDueDays = lease.rules.movesDueDays
    storedFlows = flows
  }

  /// Postings that are certain to be those of the exact flows.
  init(lease: Lease, projectionCase: ProjectionCase, certified postings: [PostedRun]) {
    self.lease = lease
    self.projectionCase = projectionCase
    self.postings = postings
    movesDueDays = lease.rules.movesDueDays
    storedFlows = nil
  }

  /// By hall, then by charge in the order of `Charge.allCases`, then by month.
  ///
  /// Exact amounts that posting could do without are computed when they are asked for.
  public var runs: [CashFlowRun] { flows.runs }

  /// The first-year rent of a megawatt of critical IT a month in currency units, one a rent period.
  ///
  /// Solved from a contract value, or as stated; of a step table that of the first step. Halls with
  /// a rate of their own do not pay it.
  public var solvedRates: [PreciseReal] { flows.solvedRates }

  /// What the amounts rest on; in the order in which it was met.
  public var warnings: [ProjectionWarning] { storedFlows?.warnings ?? [] }

  private var flows: ExactFlows {
    if let storedFlows { return storedFlows }
    do {
      return try ExactFlows(lease, case: projectionCase)
    } catch {
      preconditionFailure("a lease with certified postings has exact flows: \(error.problem)")
    }
  }
}
