public import FinanceBasics

/// What a deal, or one period of it, says of base rent.
public struct RentTerms: Sendable {
  public var contractValue: Stated<Figure>?
  /// In money per kW-month, MW-year, year or month.
  public var rate: Stated<Figure>?
  public var steps: [Stated<RentStepTerms>] = []
  public var escalator: Stated<EscalatorTerms>?
  public var escalationClock: Stated<RentRules.EscalationClock>?
  public var anniversary: Stated<RentRules.Anniversary>?
  public var proration: Stated<RentRules.Proration>?
  public var abatementLength: Stated<Tenor>?
  public var abatementShare: Stated<Figure>?

  public init() {}
}

/// One step of a rent table as written.
public struct RentStepTerms: Hashable, Sendable {
  public let start: RentStep.Start
  /// In money per kW-month, MW-year, year or month.
  public let rate: Figure

  public init(start: RentStep.Start, rate: Figure) {
    self.start = start
    self.rate = rate
  }
}

/// An escalator as written; a CPI series is still a name.
public enum EscalatorTerms: Hashable, Sendable {
  /// What a file writes where rent grows by a rate that nobody published.
  public static let notDisclosedText = "annual, rate not disclosed"

  case none
  /// The source says that rent grows every year, and not by how much.
  case annualRateNotDisclosed
  case fixed(Figure)
  case steps([ExactDecimal])
  case cpi(CPITerms)
  case greaterOf(fixed: Figure, cpi: CPITerms)
  case lesserOf(fixed: Figure, cpi: CPITerms)
}

/// A CPI escalator as written.
public struct CPITerms: Hashable, Sendable {
  public let series: String
  public let lagMonths: Int
  public let floor: Figure?
  public let cap: Figure?
  public let catchUp: CPIEscalator.CatchUp
  public let afterLast: Figure?

  public init(
    series: String, lagMonths: Int, floor: Figure?, cap: Figure?, catchUp: CPIEscalator.CatchUp,
    afterLast: Figure?
  ) {
    self.series = series
    self.lagMonths = lagMonths
    self.floor = floor
    self.cap = cap
    self.catchUp = catchUp
    self.afterLast = afterLast
  }
}

/// One period of a split base term as written.
public struct PeriodTerms: Sendable {
  /// From 0, end excluded: `1-10` is 0..<10.
  public let leaseYears: Range<Int>
  public var tenant: Stated<PartyID>?
  public var rent = RentTerms()
  public var creditSupport: [CreditSupport] = []

  public init(leaseYears: Range<Int>) {
    self.leaseYears = leaseYears
  }
}

/// The renewal options of a deal as written.
public struct RenewalTerms: Sendable {
  public var count: Stated<Int>?
  public var each: Stated<Tenor>?
  public var rent: Stated<RenewalRentTerms>?
  /// In percent, of each, given that the ones before were exercised.
  public var probability: Stated<Figure>?

  public init() {}
}

/// The rent of a renewal as written.
public enum RenewalRentTerms: Hashable, Sendable {
  case continued
  case flat
  case fixed(Figure)
}
