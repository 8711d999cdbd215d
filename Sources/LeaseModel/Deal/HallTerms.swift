public import FinanceBasics

/// What a deal says of one hall.
public struct HallTerms: Sendable {
  /// What it is called.
  public let name: String
  /// Critical IT load, in megawatts.
  public var criticalIT: Stated<Figure>?
  /// Critical IT load times PUE, in megawatts.
  public var gross: Stated<Figure>?
  /// Where the halls stand.
  public var site: Stated<SiteID>?
  /// When the hall is ready.
  public var readyForService: Stated<StatedDate>?
  /// By when the landlord promises it, where the hall has a day of its own.
  public var guaranteedDelivery: Stated<StatedDate>?
  /// After which the tenant may leave, where the hall has a day of its own.
  public var outsideDate: Stated<StatedDate>?
  /// When rent begins.
  public var rentCommencement: Stated<StatedDate>?
  /// The base term.
  public var term: Stated<Tenor>?
  /// The last day of the term, included.
  public var expiry: Stated<StatedDate>?
  /// Free rent, as far as it differs from the lease's.
  public var abatement = AbatementTerms()
  /// How megawatts come into use, in the order of the file; empty where all do at once.
  public var ramp: [RampStepTerms] = []
  /// The megawatts that are paid for in any case, in the order of the file.
  public var takeOrPay: [RampStepTerms] = []
  /// The first-year rent of this hall alone, in money per kW-month or MW-year.
  public var rate: Stated<Figure>?
  /// In money, or in money per megawatt.
  public var capitalCost: Stated<Figure>?
  /// How its cost spreads over time, as far as it differs from the lease's.
  public var capitalSpending = SpendingTerms()

  /// Takes the parts as they are.
  public init(name: String) {
    self.name = name
  }
}

/// One step of a ramp as written.
public struct RampStepTerms: Sendable {
  /// From when a step holds.
  public enum Start: Hashable, Sendable {
    case date(StatedDate)
    /// After the hall's commencement; 0 is commencement itself.
    case month(Int)
  }

  /// From when the megawatts hold.
  public let start: Stated<Start>
  /// In megawatts.
  public let criticalIT: Stated<Figure>

  /// Takes the parts as they are.
  public init(start: Stated<Start>, criticalIT: Stated<Figure>) {
    self.start = start
    self.criticalIT = criticalIT
  }
}

/// How capital cost spreads over time, as written.
public struct SpendingTerms: Sendable {
  /// Over how many month-ends the cost spreads.
  public var months: Stated<Int>?
  /// How the cost spreads over its months.
  public var curve: Stated<CapitalCurve>?
  /// Dated payments, in the order of the file.
  public var draws: [Stated<CapitalPlan.Draw>] = []

  /// Begins with nothing known.
  public init() {}

  /// Whether nothing is said.
  var isEmpty: Bool { months == nil && curve == nil && draws.isEmpty }
}
