public import Analysis

/// A deal whose announced figures are to be compared with its terms and with each other.
public struct ReconciliationQuestion: Sendable {
  /// The deal; its version in force counts.
  public let deal: AnalysedDeal
  /// The other deals that figures of this one cover together with it, as far as they are at hand.
  public let partners: [AnalysedDeal]

  /// Takes the parts as they are.
  public init(_ deal: AnalysedDeal, partners: [AnalysedDeal] = []) {
    self.deal = deal
    self.partners = partners
  }
}
