public import FinanceBasics

/// Free rent at the beginning of a hall's term; the escalation clock runs on.
public struct Abatement: Hashable, Sendable {
  /// What a tenant may be let off.
  public enum Charge: String, CaseIterable, Sendable {
    case baseRent = "base rent"
    /// Operating cost that the tenant else pays back.
    case recovery
    case powerRecovery = "power recovery"
  }

  /// From the hall's commencement.
  public let length: Tenor
  /// The share that is not charged, from 0 to 1.
  public let share: ExactDecimal
  /// What is not charged.
  public let charges: Set<Charge>
  /// Whether the base term, which holds the rent-free time, is longer by it.
  public let extendsTerm: Bool

  /// All base rent, of a term that is no longer for it, but for what is given.
  public init(
    length: Tenor, share: ExactDecimal = .one, charges: Set<Charge> = [.baseRent],
    extendsTerm: Bool = false
  ) {
    self.length = length
    self.share = share
    self.charges = charges
    self.extendsTerm = extendsTerm
  }
}
