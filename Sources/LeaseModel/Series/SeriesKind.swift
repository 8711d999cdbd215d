public import FinanceBasics

/// What the values of a series are, which decides their unit, their dates and their bounds.
public enum SeriesKind: String, CaseIterable, Sendable {
  /// Points of an index such as the CPI, month by month.
  case priceIndex = "price index"
  /// Rent that a new lease would pay, month by month, in money a kilowatt and month.
  case marketRent = "market rent"
  /// Yields at which bonds of each tenor stand at par, in percent a year.
  case parYields = "par yields"
  /// Yields of a single payment after each tenor, in percent a year.
  case zeroRates = "zero rates"
  /// The worth today of one unit after each tenor.
  case discountFactors = "discount factors"
  /// Any one rate over time, in percent a year.
  case rates
  /// Any one price over time, in a unit of its own.
  case prices

  /// Whether each date has a value for every tenor.
  public var isCurve: Bool {
    switch self {
    case .parYields, .zeroRates, .discountFactors: true
    case .priceIndex, .marketRent, .rates, .prices: false
    }
  }

  /// Whether leases name such series: price indexes that rent follows, and market rents.
  public var isNamedByLeases: Bool { self == .priceIndex || self == .marketRent }

  /// How often the values of such a series may be given.
  public var frequencies: [SeriesFrequency] {
    switch self {
    case .priceIndex, .marketRent: [.monthly]
    case .parYields, .zeroRates, .discountFactors: [.dated]
    case .rates, .prices: [.monthly, .dated]
    }
  }

  /// Whether values of the kind may be in a unit.
  public func accepts(unit: String) -> Bool {
    switch self {
    case .priceIndex: unit == "index"
    case .marketRent:
      Currency.known.contains { unit == "\($0)/kW-month" }
    case .parYields, .zeroRates, .rates: unit == "%"
    case .discountFactors: unit == "factor"
    case .prices: !unit.isEmpty && unit.utf8.count <= Self.maximumUnitLength
    }
  }

  /// A unit that values of the kind may be in.
  public var unitExample: String {
    switch self {
    case .priceIndex: "index"
    case .marketRent: "USD/kW-month"
    case .parYields, .zeroRates, .rates: "%"
    case .discountFactors: "factor"
    case .prices: "USD/PH/day"
    }
  }

  private static let maximumUnitLength = 40

  /// The values that are taken, in words.
  public var bounds: String {
    switch self {
    case .priceIndex, .marketRent: "above 0 and at most 1,000,000"
    case .parYields, .zeroRates, .rates: "above -100 % and at most 1,000 %"
    case .discountFactors: "above 0 and at most 10"
    case .prices: "from -1,000,000,000,000 to 1,000,000,000,000"
    }
  }

  /// Whether a value is within the bounds of the kind.
  public func accepts(_ value: ExactDecimal) -> Bool {
    switch self {
    case .priceIndex, .marketRent:
      .zero < value && !(ExactDecimal(1_000_000) < value)
    case .parYields, .zeroRates, .rates:
      ExactDecimal(-100) < value && !(ExactDecimal(1_000) < value)
    case .discountFactors: .zero < value && !(ExactDecimal(10) < value)
    case .prices:
      !(ExactDecimal(1_000_000_000_000) < value) && !(value < ExactDecimal(-1_000_000_000_000))
    }
  }
}

/// How often a series has values.
public enum SeriesFrequency: String, CaseIterable, Sendable {
  /// One value a calendar month.
  case monthly
  /// Values of days, as often as they come.
  case dated
}
