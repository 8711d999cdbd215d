public import FinanceBasics
public import LeaseModel

/// What an engine derived from a version's terms, kept with the version and recomputed by `verify`.
public struct DerivedFigures: Hashable, Sendable {
  /// A hall as a projection takes it.
  public struct Hall: Hashable, Sendable {
    /// As the lease names it.
    public let name: String
    /// In megawatts; kept to the watt.
    public let criticalIT: ExactDecimal
    /// The base term: from commencement, included, to the day after the last.
    public let baseTerm: Range<CalendarDate>
    /// Posted base rent of the first full month, in minor units.
    public let firstMonthRent: Int64?

    /// - Precondition: The megawatts are above zero and the base term is not empty.
    public init(
      name: String, criticalIT: ExactDecimal, baseTerm: Range<CalendarDate>,
      firstMonthRent: Int64?
    ) {
      precondition(ExactDecimal.zero < criticalIT, "a hall has critical IT")
      precondition(!baseTerm.isEmpty, "a hall has a base term")
      self.name = name
      self.criticalIT = criticalIT
      self.baseTerm = baseTerm
      self.firstMonthRent = firstMonthRent
    }
  }

  /// The engine and its version.
  public let engine: String
  /// In the order of the lease; may be empty where a deal cannot be projected.
  public let halls: [Hall]
  /// In currency units per kilowatt of critical IT and month.
  public let firstYearRatePerKilowattMonth: ExactDecimal?
  /// Whether the rate was stated or solved from other figures.
  public let firstYearRateBasis: Basis?
  /// The sum of posted base rent over the base term, in minor units.
  public let totalContractValue: Int64?

  /// - Precondition: A rate has a basis, and only a rate has one.
  public init(
    engine: String, halls: [Hall] = [], firstYearRatePerKilowattMonth: ExactDecimal? = nil,
    firstYearRateBasis: Basis? = nil, totalContractValue: Int64? = nil
  ) {
    precondition(
      (firstYearRatePerKilowattMonth == nil) == (firstYearRateBasis == nil),
      "a rate has a basis")
    self.engine = engine
    self.halls = halls
    self.firstYearRatePerKilowattMonth = firstYearRatePerKilowattMonth
    self.firstYearRateBasis = firstYearRateBasis
    self.totalContractValue = totalContractValue
  }

  /// The first day on which any hall pays rent.
  public var firstCommencement: CalendarDate? { halls.map(\.baseTerm.lowerBound).min() }

  /// The last day of the last base term.
  public var lastExpiry: CalendarDate? {
    halls.map(\.baseTerm.upperBound).max().map { $0.adding(days: -1) }
  }
}
