public import FinanceBasics

/// A lease with all that a projection needs, each quantity exact, and nothing left open.
///
/// The terms of a deal, what was solved and what is assumed are joined into it; where each came
/// from stays with the deal.
public struct Lease: Hashable, Sendable {
  /// The deal that the lease comes from.
  public let id: DealID
  /// Of every amount.
  public let currency: Currency
  /// In the order in which the deal names them; at least one.
  public let halls: [Hall]
  /// What tiles the base term, in order; at least one, the first from lease year 1 on.
  public let periods: [RentPeriod]
  /// In the order in which they may be exercised.
  public let renewals: [RenewalOption]
  /// How days, lease years and due dates are counted.
  public let rules: RentRules
  /// What the landlord pays to run the halls.
  public let operatingCosts: OperatingCosts
  /// How much electricity the halls use; `nil` where no cost depends on it.
  public let power: PowerUse?
  /// What the landlord receives beside rent and recoveries.
  public let otherIncome: [IncomeLine]
  /// What is spent to build them; `nil` where it is not known.
  public let capital: CapitalPlan?
  /// Rent paid ahead, where there is some.
  public let prepayment: Prepayment?
  /// A deposit, where there is one.
  public let deposit: Deposit?
  /// What lateness costs; `nil` where nothing is agreed.
  public let lateDelivery: LateDelivery?
  /// An early end, where one is assumed.
  public let termination: Termination?
  /// A stay after the term, where one is assumed.
  public let holdover: Holdover?
  /// What the landlord pays to restore the halls, in currency units, by megawatt on each last day.
  public let restorationCost: ExactDecimal?
  /// The landlord's share of the economics, from 0 to 1.
  public let ownership: ExactDecimal
  /// The length of the base term as stated, whatever each hall's own days; `nil` of a stated end.
  public let nominalTerm: Tenor?

  /// - Precondition: At least one hall and one period; every hall has megawatts and a base term.
  public init(
    id: DealID, currency: Currency = .usd, halls: [Hall], periods: [RentPeriod],
    renewals: [RenewalOption] = [], rules: RentRules = RentRules(),
    operatingCosts: OperatingCosts = .unknown, power: PowerUse? = nil,
    otherIncome: [IncomeLine] = [], capital: CapitalPlan? = nil, prepayment: Prepayment? = nil,
    deposit: Deposit? = nil, lateDelivery: LateDelivery? = nil, termination: Termination? = nil,
    holdover: Holdover? = nil, restorationCost: ExactDecimal? = nil,
    ownership: ExactDecimal = .one, nominalTerm: Tenor? = nil
  ) {
    precondition(!halls.isEmpty, "a lease has at least one hall")
    precondition(!periods.isEmpty, "a lease has at least one rent period")
    self.id = id
    self.currency = currency
    self.halls = halls
    self.periods = periods
    self.renewals = renewals
    self.rules = rules
    self.operatingCosts = operatingCosts
    self.power = power
    self.otherIncome = otherIncome
    self.capital = capital
    self.prepayment = prepayment
    self.deposit = deposit
    self.lateDelivery = lateDelivery
    self.termination = termination
    self.holdover = holdover
    self.restorationCost = restorationCost
    self.ownership = ownership
    self.nominalTerm = nominalTerm
  }

  /// Critical IT of all halls, in megawatts.
  public var criticalIT: ExactDecimal {
    halls.reduce(.zero) { $0 + $1.criticalIT }
  }

  /// The first commencement of any hall.
  public var firstCommencement: CalendarDate {
    halls.map(\.baseTerm.lowerBound).min() ?? .earliest
  }

  /// How many renewals, from the first on, the tenant has exercised.
  public var exercisedRenewals: Int { renewals.prefix(while: \.isExercised).count }

  /// Whether what follows the base term is owed for certain: a renewal exercised, or a stay.
  public var isExtended: Bool { exercisedRenewals > 0 || holdover?.isCertain == true }

  /// The day after the last day of the last base term.
  public var expiry: CalendarDate {
    halls.map(\.baseTerm.upperBound).max() ?? .earliest
  }
}
