import CashFlowEngine

/// Who stands behind a flow, and by whose rate it is therefore discounted.
///
/// The order is that of reports: the safest promise first.
public enum CreditTier: String, CaseIterable, Hashable, Sendable {
  /// Base rent of the base term that a named guarantor covers, up to its cap and end.
  case guaranteed
  /// What the tenant alone owes in the base term: other rent, recoveries, fees, deposit, prepayment.
  case tenant
  /// What the landlord pays in the base term: capital and operating cost.
  case landlord
  /// Rent and cost after the base term.
  case renewal
  /// The terminal value.
  case residual

  /// The tier of a charge in the base term, but for what is guaranteed.
  init(inBaseTerm charge: Charge) {
    switch charge {
    case .operatingCost, .powerCost, .capitalCost: self = .landlord
    case .renewalRent: self = .renewal
    case .baseRent, .recovery, .powerRecovery, .otherIncome, .prepayment, .deposit,
      .terminationFee, .lateDeliveryCredit:
      self = .tenant
    }
  }
}
