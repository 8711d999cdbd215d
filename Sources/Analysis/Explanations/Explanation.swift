public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// A number with the tree by which it follows from the terms of its deal.
public struct Explanation: Sendable {
  /// The deal that the number is of.
  public let deal: DealID
  /// What was asked: `base-rent`, `noi`, `present-value` or the id of a metric.
  public let subject: String
  /// The hall asked for; `nil` of all of them.
  public let hall: String?
  /// The month asked for; `nil` of what covers a whole term.
  public let month: YearMonth?
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// How the number follows.
  public let derivation: Derivation<ExplainedInput>
  /// Of an amount, what the projection has for it, in minor units; `nil` of another number.
  public let projectedMinorUnits: Int64?
  /// What the reader must know beside the tree.
  public let remarks: [String]

  /// Whether evaluating the tree gives the projection's amount to the cent.
  public var agrees: Bool {
    guard let projectedMinorUnits else { return true }
    var evaluator = DerivationEvaluator<ExplainedInput>()
    return evaluator.minorUnits(of: derivation) == projectedMinorUnits
  }
}
