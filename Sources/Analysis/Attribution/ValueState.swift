import LeaseModel

/// One end of an attribution: which deals there are, and how they are valued.
///
/// Of when the deals are known, and under which scenarios they stand, is in the deals themselves.
public struct ValueState: Sendable {
  /// Each id once; all of them can be projected.
  public let deals: [AnalysedDeal]
  /// The valuation date, the discounting and the terminal value.
  public let basis: ValuationBasis

  /// - Precondition: No two deals have the same id.
  public init(deals: [AnalysedDeal], basis: ValuationBasis) {
    precondition(Set(deals.map(\.deal.id)).count == deals.count, "a state has a deal once")
    self.deals = deals
    self.basis = basis
  }
}
