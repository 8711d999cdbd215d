/// What an amount is for: a row of every projection.
public enum Charge: String, CaseIterable, Sendable {
  case baseRent = "base-rent"
  case renewalRent = "renewal-rent"
  /// Operating cost that the tenant pays back.
  case recovery
  case powerRecovery = "power-recovery"
  case otherIncome = "other-income"
  case operatingCost = "operating-cost"
  case powerCost = "power-cost"
  case capitalCost = "capital-cost"
  /// Rent paid ahead: in on its date, and out again against the first base rents.
  case prepayment
  case deposit
  case terminationFee = "termination-fee"
  /// Rent given up for a late delivery.
  case lateDeliveryCredit = "late-delivery-credit"

  /// Whether the charge counts in net operating income.
  ///
  /// Source: CONVENTIONS §5; a credit for late delivery is rent not earned, and so counts.
  public var isInNOI: Bool {
    switch self {
    case .baseRent, .renewalRent, .recovery, .powerRecovery, .otherIncome, .operatingCost,
      .powerCost, .lateDeliveryCredit:
      true
    case .capitalCost, .prepayment, .deposit, .terminationFee: false
    }
  }

  /// Whether the charge sits on a day of its own, rather than accruing by the month.
  ///
  /// Such a day is stated, or is that of the rent which a prepayment is used against: no business
  /// day convention moves it. Source: CONVENTIONS §7.
  public var isDated: Bool {
    switch self {
    case .capitalCost, .prepayment, .deposit, .terminationFee: true
    case .baseRent, .renewalRent, .recovery, .powerRecovery, .otherIncome, .operatingCost,
      .powerCost, .lateDeliveryCredit:
      false
    }
  }

  /// The place of the charge among all, in which runs are ordered.
  var order: Int {
    switch self {
    case .baseRent: 0
    case .renewalRent: 1
    case .recovery: 2
    case .powerRecovery: 3
    case .otherIncome: 4
    case .operatingCost: 5
    case .powerCost: 6
    case .capitalCost: 7
    case .prepayment: 8
    case .deposit: 9
    case .terminationFee: 10
    case .lateDeliveryCredit: 11
    }
  }
}
