public import FinanceBasics

/// A published figure beside what terms make of it.
public struct FigureCheck: Sendable {
  /// As published.
  public let figure: AnnouncedQuantity
  /// What the terms give; `nil` where they do not say enough.
  public let computed: QuantityValue?
  /// What the figure is taken to mean, where there is more than one way to take it.
  public let reading: FigureReading?
  /// Whether the computed value is in the interval, ends included; `nil` where there is no value.
  public let agrees: Bool?
  /// The computed value less the nearest end of the interval; zero inside; of days in days, of a
  /// length in months.
  public let gap: PreciseReal?
  /// The gap over the nearest end; `nil` of days, and beside an end of zero.
  public let relativeGap: PreciseReal?
  /// Why there is no computed value; `nil` where there is one.
  public let missing: String?
  /// Whether a later figure has overtaken this one, so that nobody asks for it to hold.
  public internal(set) var isOvertaken = false
}

extension FigureCheck {
  /// Whether the value is not outside the interval, or need not be inside.
  var isNoObstacle: Bool { agrees != false || isOvertaken }
}

/// A way to take a figure that companies publish on more than one basis.
public enum FigureReading: String, CaseIterable, Sendable {
  /// An average over the stated length of the term.
  case nominalTerm
  /// An average over the years in force, weighted by megawatt.
  case megawattYears
  /// An average over the years from first commencement to last expiry.
  case span
  /// A first year as twelve months of all halls at first-year rates.
  case firstYearRates
  /// A first year as the first twelve months from the first commencement.
  case firstTwelveMonths

  /// The same in words that a user reads.
  public var description: String {
    switch self {
    case .nominalTerm: "over the stated term"
    case .megawattYears: "over the years in force, weighted by megawatt"
    case .span: "over the years from first commencement to last expiry"
    case .firstYearRates: "twelve months of all halls at first-year rates"
    case .firstTwelveMonths: "the first twelve months from the first commencement"
    }
  }
}
