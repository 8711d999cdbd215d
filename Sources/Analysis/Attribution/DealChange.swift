public import LeaseModel

/// What differs in a deal between two states, for the foot of a report.
public struct DealChange: Hashable, Sendable {
  /// The deal.
  public let deal: DealID
  /// How the states differ.
  public let kind: Kind
  /// Paths that are assumed, solved or changed by a scenario, then `delay of …` and `series …`.
  public let assumptions: [String]
  /// Paths of terms.
  public let terms: [String]

  /// How the states of a deal differ; the raw value is for programs.
  public enum Kind: String, Hashable, Sendable {
    /// Only the end has the deal.
    case appears
    /// Only the start has the deal.
    case disappears
    /// Both have it, and assumptions and terms are told apart.
    case changes
    /// The old terms do not go with the new assumptions, so that all counts as terms.
    case inseparable
  }

  init(
    _ deal: DealID, _ kind: Kind, assumptions: [String] = [], terms: [String] = []
  ) {
    self.deal = deal
    self.kind = kind
    self.assumptions = assumptions
    self.terms = terms
  }
}
