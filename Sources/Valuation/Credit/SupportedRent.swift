public import FinanceBasics

/// A rent that a tenant owes, with what a guarantor stands behind and what another tenant would pay.
public struct SupportedRent: Hashable, Sendable {
  /// The day on which it is due.
  public let date: CalendarDate
  /// What is owed; zero or more.
  public let amount: Double
  /// What of it the guarantor owes if the tenant does not pay; from zero to the amount.
  public let covered: Double
  /// What the space earns on that day once it is let to another; zero or more.
  public let relet: Double
  /// What a unit on that day is worth on the valuation date, were it certain.
  public let discountFactor: Double

  /// Takes the parts as given.
  public init(
    date: CalendarDate, amount: Double, covered: Double = 0, relet: Double = 0,
    discountFactor: Double
  ) {
    self.date = date
    self.amount = amount
    self.covered = covered
    self.relet = relet
    self.discountFactor = discountFactor
  }
}

/// Who may default, and what is left when they do.
public struct CreditTerms: Hashable, Sendable {
  /// Of the tenant.
  public var tenant: DefaultIntensity
  /// Of the guarantor, independent of the tenant's; `nil` where nobody guarantees.
  public var guarantor: DefaultIntensity?
  /// The share of each unpaid rent that is recovered until the space is let again; from 0 to 1.
  public var recovery: Double
  /// Years of 365 days from the first rent that nobody pays to the first of another tenant.
  public var downtimeYears: Double
  /// The most that the guarantor pays in all; `nil` is no bound.
  public var guaranteeCap: Double?
  /// The last day, included, whose rent is guaranteed; `nil` is every rent.
  public var guaranteedThrough: CalendarDate?

  /// Rents of a tenant alone, with nothing recovered and at once another tenant, but for what is given.
  public init(
    tenant: DefaultIntensity, guarantor: DefaultIntensity? = nil, recovery: Double = 0,
    downtimeYears: Double = 0, guaranteeCap: Double? = nil,
    guaranteedThrough: CalendarDate? = nil
  ) {
    self.tenant = tenant
    self.guarantor = guarantor
    self.recovery = recovery
    self.downtimeYears = downtimeYears
    self.guaranteeCap = guaranteeCap
    self.guaranteedThrough = guaranteedThrough
  }
}
