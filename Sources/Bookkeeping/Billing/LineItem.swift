public import CashFlowEngine

/// What a line of an invoice or a credit note is for: a charge of the lease that the tenant pays,
/// or what the books add to it.
public enum LineItem: String, CaseIterable, Hashable, Sendable {
  case baseRent = "base-rent"
  case renewalRent = "renewal-rent"
  case recovery
  case powerRecovery = "power-recovery"
  case otherIncome = "other-income"
  case prepayment
  /// What of rent paid ahead no rent used, given back when the lease ends.
  case prepaymentReturn = "prepayment-return"
  case deposit
  case terminationFee = "termination-fee"
  case lateDeliveryCredit = "late-delivery-credit"
  /// Interest on an invoice that was paid late.
  case lateInterest = "late-interest"
  /// What recoveries of a year came to beyond, or short of, the estimates that were billed.
  case recoveryTrueUp = "recovery-true-up"
  /// What of a deposit was written off before it was to be given back: it is given to nobody, and is
  /// no loss.
  case depositWrittenOff = "deposit-written-off"

  /// The item of a charge; `nil` of what the landlord pays to others.
  public init?(_ charge: Charge) {
    switch charge {
    case .baseRent: self = .baseRent
    case .renewalRent: self = .renewalRent
    case .recovery: self = .recovery
    case .powerRecovery: self = .powerRecovery
    case .otherIncome: self = .otherIncome
    case .prepayment: self = .prepayment
    case .deposit: self = .deposit
    case .terminationFee: self = .terminationFee
    case .lateDeliveryCredit: self = .lateDeliveryCredit
    case .operatingCost, .powerCost, .capitalCost: return nil
    }
  }

  /// The account that a line is credited to; a negative line is debited to it.
  public var account: Account {
    switch self {
    case .baseRent: .baseRent
    case .renewalRent: .renewalRent
    case .recovery, .recoveryTrueUp: .recoveries
    case .powerRecovery: .powerRecoveries
    case .otherIncome: .otherIncome
    case .prepayment, .prepaymentReturn: .prepaidRent
    case .deposit: .depositsHeld
    case .terminationFee: .terminationFees
    case .lateDeliveryCredit: .rentCredits
    case .lateInterest: .lateInterest
    case .depositWrittenOff: .badDebts
    }
  }

  /// Whether the projection of the lease has the item, rather than the books alone.
  public var isProjected: Bool {
    switch self {
    case .lateInterest, .recoveryTrueUp, .depositWrittenOff: false
    default: true
    }
  }

  /// Whether an invoice made by hand may ask for it.
  ///
  /// What stands in an account until it is given back or used up moves as the terms have it alone.
  public var isChargedByHand: Bool {
    switch self {
    case .baseRent, .renewalRent, .recovery, .powerRecovery, .otherIncome, .terminationFee: true
    case .prepayment, .prepaymentReturn, .deposit, .depositWrittenOff, .lateDeliveryCredit,
      .lateInterest, .recoveryTrueUp:
      false
    }
  }

  /// Whether a credit note made by hand may take it off; interest may be forgiven.
  public var isCreditedByHand: Bool {
    isChargedByHand || self == .lateInterest || self == .recoveryTrueUp
  }

  /// The charge of a projection that it counts with: interest with other income, a true-up with
  /// recoveries.
  public var charge: Charge {
    switch self {
    case .baseRent: .baseRent
    case .renewalRent: .renewalRent
    case .recovery, .recoveryTrueUp: .recovery
    case .powerRecovery: .powerRecovery
    case .otherIncome, .lateInterest: .otherIncome
    case .prepayment, .prepaymentReturn: .prepayment
    case .deposit, .depositWrittenOff: .deposit
    case .terminationFee: .terminationFee
    case .lateDeliveryCredit: .lateDeliveryCredit
    }
  }
}
