public import FinanceBasics

/// A tranche of a lease that is delivered, and pays rent, from its own date on.
public struct Hall: Hashable, Sendable {
  /// As the deal names it; unlike that of any other hall.
  public let name: String
  /// In megawatts; above zero.
  public let criticalIT: ExactDecimal
  /// The days of the base term: from rent commencement, included, to the day after the last.
  public let baseTerm: Range<CalendarDate>
  /// The day on which the hall is ready, from which its capital is counted back.
  public let readyForService: CalendarDate
  /// Free rent at the beginning, where there is some.
  public let abatement: Abatement?
  /// The first-year rate of this hall alone, instead of the period's.
  public let rate: RentRate?
  /// The whole capital cost of this hall in currency units, instead of the lease's.
  public let capitalCost: ExactDecimal?

  /// - Precondition: The megawatts are above zero and the base term is not empty.
  public init(
    name: String, criticalIT: ExactDecimal, baseTerm: Range<CalendarDate>,
    readyForService: CalendarDate? = nil, abatement: Abatement? = nil, rate: RentRate? = nil,
    capitalCost: ExactDecimal? = nil
  ) {
    precondition(ExactDecimal.zero < criticalIT, "a hall has critical IT")
    precondition(!baseTerm.isEmpty, "a hall has a base term")
    self.name = name
    self.criticalIT = criticalIT
    self.baseTerm = baseTerm
    self.readyForService = readyForService ?? baseTerm.lowerBound
    self.abatement = abatement
    self.rate = rate
    self.capitalCost = capitalCost
  }
}

/// Free rent at the beginning of a hall's term; the escalation clock runs on.
public struct Abatement: Hashable, Sendable {
  /// From the hall's commencement.
  public let length: Tenor
  /// The share of base rent that is not charged, from 0 to 1.
  public let share: ExactDecimal

  /// Takes the parts as given.
  public init(length: Tenor, share: ExactDecimal = .one) {
    self.length = length
    self.share = share
  }
}
