public import FinanceBasics

/// A tranche of a lease that is delivered, and pays rent, from its own date on.
public struct Hall: Hashable, Sendable {
  /// As the deal names it; unlike that of any other hall.
  public let name: String
  /// In megawatts; above zero.
  public let criticalIT: ExactDecimal
  /// The days of the base term: from rent commencement, included, to the day after the last.
  ///
  /// A delay, and rent-free months that extend the term, are in it.
  public let baseTerm: Range<CalendarDate>
  /// When the hall is delivered.
  public let delivery: HallDelivery
  /// How megawatts come into use; `nil` where all are from commencement on.
  public let ramp: Ramp?
  /// Free rent at the beginning, where there is some.
  public let abatement: Abatement?
  /// The first-year rate of this hall alone, instead of the period's.
  public let rate: RentRate?
  /// The whole budget of this hall in currency units, instead of the lease's.
  public let capitalCost: ExactDecimal?
  /// How the hall's cost spreads over time, instead of the lease's way.
  public let capitalSpending: CapitalPlan.Spending?

  /// - Precondition: The megawatts are above zero and the base term is not empty.
  public init(
    name: String, criticalIT: ExactDecimal, baseTerm: Range<CalendarDate>,
    delivery: HallDelivery? = nil, ramp: Ramp? = nil, abatement: Abatement? = nil,
    rate: RentRate? = nil, capitalCost: ExactDecimal? = nil,
    capitalSpending: CapitalPlan.Spending? = nil
  ) {
    precondition(ExactDecimal.zero < criticalIT, "a hall has critical IT")
    precondition(!baseTerm.isEmpty, "a hall has a base term")
    self.name = name
    self.criticalIT = criticalIT
    self.baseTerm = baseTerm
    self.delivery = delivery ?? HallDelivery(readyForService: baseTerm.lowerBound)
    self.ramp = ramp
    self.abatement = abatement
    self.rate = rate
    self.capitalCost = capitalCost
    self.capitalSpending = capitalSpending
  }

  /// The day on which the hall is ready, from which its capital is counted back.
  public var readyForService: CalendarDate { delivery.readyForService }
}

/// When a hall is delivered, and what was promised.
public struct HallDelivery: Hashable, Sendable {
  /// The day on which the hall is ready; a delay is in it.
  public let readyForService: CalendarDate
  /// The day by which the landlord promised it; `nil` where credits for lateness do not apply.
  public let guaranteed: CalendarDate?
  /// The day after which the tenant may terminate, if the hall is not ready by then.
  public let outsideDate: CalendarDate?
  /// Days by which a scenario moves the hall, which move its dated draws too; may be negative.
  public let delayDays: Int

  /// Takes the parts as given.
  public init(
    readyForService: CalendarDate, guaranteed: CalendarDate? = nil,
    outsideDate: CalendarDate? = nil, delayDays: Int = 0
  ) {
    self.readyForService = readyForService
    self.guaranteed = guaranteed
    self.outsideDate = outsideDate
    self.delayDays = delayDays
  }

  /// Days from the day promised to the day of delivery; zero where it is not late.
  public var daysLate: Int {
    guaranteed.map { max(0, $0.days(until: readyForService)) } ?? 0
  }
}
