public import FinanceBasics

/// One cost of running the halls: its amount, its growth, and what of it the tenant pays back.
public struct CostLine: Hashable, Sendable {
  /// What the cost is for; power is a charge of its own.
  public enum Kind: String, CaseIterable, Sendable {
    case power
    case propertyTax = "property tax"
    case insurance, maintenance, management
    case groundRent = "ground rent"
    case other
  }

  /// An amount in currency units, or a share.
  public enum Amount: Hashable, Sendable {
    /// Of all the hall's critical IT, ramped up or not.
    case perKilowattMonth(ExactDecimal)
    /// Of the whole lease, shared by the halls by megawatt.
    case perYear(ExactDecimal)
    /// Times the energy of the month.
    case perMegawattHour(ExactDecimal)
    /// Of billing demand: megawatts in use × PUE.
    case perKilowattMonthOfDemand(ExactDecimal)
    /// A fraction of the month's base and renewal rent as charged.
    case shareOfRent(ExactDecimal)
    /// A fraction of all power lines that are no share themselves.
    case shareOfPower(ExactDecimal)
  }

  /// When growth steps.
  public enum GrowthDay: String, CaseIterable, Sendable {
    /// Each 1 January after the year of first commencement.
    case newYear = "1 January"
    /// Each anniversary of the hall's commencement.
    case anniversary
  }

  /// As the deal names it; unlike that of any other line.
  public let name: String
  /// What it is for.
  public let kind: Kind
  /// In the first year.
  public let amount: Amount
  /// A year, as a fraction.
  public let growth: ExactDecimal
  /// When growth steps.
  public let growthDay: GrowthDay
  /// Parts of the cost that are not charged to the landlord, such as a tax abatement; in order.
  public let reductions: [CostReduction]
  /// The first day of the cost; `nil` is each hall's commencement.
  public let from: CalendarDate?
  /// The last day of the cost, included; `nil` is each hall's last day.
  public let through: CalendarDate?
  /// What of it the tenant pays back.
  public let recovery: Recovery

  /// A cost without growth or recovery, but for what is given.
  public init(
    name: String, kind: Kind = .other, amount: Amount, growth: ExactDecimal = .zero,
    growthDay: GrowthDay = .newYear, reductions: [CostReduction] = [],
    from: CalendarDate? = nil, through: CalendarDate? = nil, recovery: Recovery = .none
  ) {
    self.name = name
    self.kind = kind
    self.amount = amount
    self.growth = growth
    self.growthDay = growthDay
    self.reductions = reductions
    self.from = from
    self.through = through
    self.recovery = recovery
  }
}

/// A share of a cost that falls away from a day or a lease year on, until the next one.
public struct CostReduction: Hashable, Sendable {
  /// A lease year is counted from each hall's own commencement.
  public let start: RentStep.Start
  /// From 0 to 1; 0 ends a reduction.
  public let share: ExactDecimal

  /// Takes the parts as given.
  public init(from start: RentStep.Start, share: ExactDecimal) {
    self.start = start
    self.share = share
  }
}

/// An amount in currency units that grows as its line does, or by a rate of its own.
public struct CostLimit: Hashable, Sendable {
  /// What the amount is of.
  public enum Amount: Hashable, Sendable {
    case perKilowattMonth(ExactDecimal)
    /// Of the whole lease, shared by the halls by megawatt.
    case perYear(ExactDecimal)
  }

  /// In the first year.
  public let amount: Amount
  /// A year, as a fraction; steps when the line's growth does.
  public let growth: ExactDecimal

  /// Takes the parts as given.
  public init(_ amount: Amount, growth: ExactDecimal = .zero) {
    self.amount = amount
    self.growth = growth
  }
}
