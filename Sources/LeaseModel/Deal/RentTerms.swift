public import FinanceBasics

/// What a deal, or one period of it, says of base rent.
public struct RentTerms: Sendable {
  /// Base rent over the base term, from which the first-year rate is solved.
  public var contractValue: Stated<Figure>?
  /// In money per kW-month, MW-year, year or month.
  public var rate: Stated<Figure>?
  /// A table of rents, in the order of the file.
  public var steps: [Stated<RentStepTerms>] = []
  /// How rent grows from year to year.
  public var escalator: Stated<EscalatorTerms>?
  /// What lease years are counted from.
  public var escalationClock: Stated<RentRules.EscalationClock>?
  /// What becomes of a month that an anniversary falls into.
  public var anniversary: Stated<RentRules.Anniversary>?
  /// What a part of a month costs.
  public var proration: Stated<RentRules.Proration>?
  /// Free rent of the halls that say nothing of their own.
  public var abatement = AbatementTerms()

  /// Begins with nothing known.
  public init() {}
}

/// One step of a rent table as written.
public struct RentStepTerms: Hashable, Sendable {
  /// The day or the lease year from which the step holds.
  public let start: RentStep.Start
  /// In money per kW-month, MW-year, year or month.
  public let rate: Figure

  /// Takes the parts as they are.
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
  case greaterOf(fixed: Stated<Figure>, cpi: CPITerms)
  case lesserOf(fixed: Stated<Figure>, cpi: CPITerms)
}

/// A CPI escalator as written.
public struct CPITerms: Hashable, Sendable {
  /// The name of the price index.
  public let series: Stated<String>
  /// From the anniversary back to the index that counts, in months.
  public let lagMonths: Stated<Int>
  /// The least growth, in percent a year.
  public let floor: Stated<Figure>?
  /// The most growth, in percent a year.
  public let cap: Stated<Figure>?
  /// What happens to growth that a cap or a floor cut; it is lost where absent.
  public let catchUp: Stated<CPIEscalator.CatchUp>?
  /// Assumed growth beyond the published index, in percent a year.
  public let afterLast: Stated<Figure>?

  /// Takes the parts as they are.
  public init(
    series: Stated<String>, lagMonths: Stated<Int>, floor: Stated<Figure>? = nil,
    cap: Stated<Figure>? = nil, catchUp: Stated<CPIEscalator.CatchUp>? = nil,
    afterLast: Stated<Figure>? = nil
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
  /// Who rents the halls.
  public var tenant: Stated<PartyID>?
  /// What is said of rent.
  public var rent = RentTerms()
  /// In the order of the file; empty where nothing is said of it.
  public var creditSupport: [CreditSupport] = []

  /// Takes the parts as they are.
  public init(leaseYears: Range<Int>) {
    self.leaseYears = leaseYears
  }
}
