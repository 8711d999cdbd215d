public import FinanceBasics

/// What a payment that comes late costs: simple interest by ACT/365F on what is open.
public struct LateInterest: Hashable, Sendable {
  /// A year, as a fraction.
  public let rate: ExactDecimal
  /// Days after the due day within which a payment costs nothing.
  public let graceDays: Int

  /// Takes the parts as given.
  public init(rate: ExactDecimal, graceDays: Int = 0) {
    self.rate = rate
    self.graceDays = graceDays
  }
}
