import CashFlowEngine
public import FinanceBasics
public import LeaseModel
public import Valuation

/// Landlords, tenants, guarantors, sites or deals side by side on one basis.
public struct Comparison: Sendable {
  /// What stands side by side.
  public let subject: ComparisonSubject
  /// The metrics of the columns, in order.
  public let metrics: [Metric]
  /// Whether figures are of whole deals or of the landlord's share.
  public let view: OwnershipView
  /// The day that terms run from and flows are valued on, where one was given.
  public let date: CalendarDate?
  /// What present values were worked out by; `nil` without a date and a rate.
  public let basis: ValuationBasis?
  /// By id; subjects that deals do not name come last.
  public let rows: [Row]
  /// All contracted deals together.
  public let total: Row
  /// What the figures rest on, in sentences.
  public let remarks: [String]
  /// The deals that count, by id, and whether each can be projected.
  public let contracted: [(deal: Deal, isProjected: Bool)]
  /// Deals that are no contracted leases, by id, with why.
  public let keptApart: [KeptApart]

  /// One subject and its metrics.
  public struct Row: Sendable {
    /// `nil` for the deals that name no such subject, and for the total.
    public let id: String?
    /// One a metric.
    public let values: [MetricValue]
    /// The contracted deals of the subject.
    public let deals: Int
    /// Deals that lack a term without which they cannot be projected.
    public let unprojected: Int
    /// Inputs of the projections that are assumed, and solved by a tool.
    public let assumedInputs: Int
    /// Inputs that a tool solved.
    public let solvedInputs: Int
    /// Inputs that a scenario changed.
    public let scenarioInputs: Int

    fileprivate init(id: String?, deals: [DealMeasures], metrics: [Metric]) {
      self.id = id
      values = metrics.map { $0.compute(deals) }
      self.deals = deals.count
      unprojected = deals.count { $0.projection == nil }
      assumedInputs = deals.reduce(0) { $0 + $1.analysed.inputs(.assumed, in: .base) }
      solvedInputs = deals.reduce(0) { $0 + $1.analysed.inputs(.solved, in: .base) }
      scenarioInputs = deals.reduce(0) { $0 + $1.analysed.inputs(.scenario, in: .base) }
    }
  }

  /// A deal that stays out of every contracted total.
  public struct KeptApart: Sendable {
    /// Why a deal is in no contracted total.
    public enum Reason: String, Sendable {
      case cloud = "cloud contract, not a lease"
      case conditional = "conditional, not yet effective"
      case ended = "expired or terminated"
    }

    /// The version in force.
    public let deal: Deal
    /// Why it is kept apart.
    public let reason: Reason
  }

  /// - Parameter rate: Effective annual; without it, or without a date, there is no present value.
  /// - Throws: A `ProjectionProblem`, or a `ValuationProblem`.
  public init(
    of deals: [AnalysedDeal], by subject: ComparisonSubject, metrics: [Metric],
    view: OwnershipView = .gross, on date: CalendarDate? = nil, rate: Double? = nil,
    convention: PresentValueConvention = .actual365
  ) throws {
    self.subject = subject
    self.metrics = metrics
    self.view = view
    self.date = date
    let basis = date.flatMap { date in
      rate.map { ValuationBasis(date: date, rate: $0, convention: convention) }
    }
    self.basis = basis
    let ordered = deals.sorted { $0.deal.id < $1.deal.id }
    let measures = try ordered.filter(\.isContractedLease).map {
      try DealMeasures(of: $0, view: view, on: date, basis: basis)
    }
    let groups = Dictionary(grouping: measures) { subject.key(of: $0.deal) }
    let keys = groups.keys.sorted { left, right in
      guard let left, let right else { return left != nil }
      return left < right
    }
    rows = keys.map { Row(id: $0, deals: groups[$0] ?? [], metrics: metrics) }
    total = Row(id: nil, deals: measures, metrics: metrics)
    let projected = measures.compactMap { measure in
      measure.projection.map { (deal: measure.analysed, projection: $0) }
    }
    remarks = BasisRemarks(projected, case: .base).sentences
    contracted = measures.map { ($0.deal, $0.projection != nil) }
    keptApart = ordered.filter { !$0.isContractedLease }.map {
      KeptApart(deal: $0.deal, reason: Self.reason(for: $0.deal))
    }
  }

  private static func reason(for deal: Deal) -> KeptApart.Reason {
    switch deal.terms.status?.value {
    case .conditional: .conditional
    case .expired, .terminated: .ended
    default: .cloud
    }
  }
}
