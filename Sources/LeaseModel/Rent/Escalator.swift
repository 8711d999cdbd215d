public import FinanceBasics

/// How rent grows from one lease year to the next.
///
/// Source: CONVENTIONS §3.
public enum Escalator: Hashable, Sendable {
  case none
  /// A rate a year as a fraction; compounded exactly.
  case fixed(ExactDecimal)
  /// Multipliers of the first year's rent by lease year, the first for lease year 1; the last holds.
  case steps([ExactDecimal])
  case cpi(CPIEscalator)
  /// The greater of a fixed rate and the CPI's, year by year.
  case greaterOf(fixed: ExactDecimal, cpi: CPIEscalator)
  /// The lesser of a fixed rate and the CPI's, year by year.
  case lesserOf(fixed: ExactDecimal, cpi: CPIEscalator)
}

/// Growth by a price index over twelve months, within a floor and a cap.
public struct CPIEscalator: Hashable, Sendable {
  /// What happens to growth that a cap or a floor cut.
  public enum CatchUp: String, CaseIterable, Sendable {
    /// Each year's growth is cut by itself, and what was cut is lost.
    case annual
    /// The level since commencement is cut by the compounded cap and floor.
    case cumulative
    /// The level follows the index within the cap and the floor on each year's step.
    case banked
  }

  /// The index that counts.
  public let series: IndexSeries
  /// From the anniversary's month back to the index that counts.
  public let lagMonths: Int
  /// As fractions a year; `nil` where the lease has none.
  public let floor: ExactDecimal?
  /// As a fraction a year; `nil` where the lease has none.
  public let cap: ExactDecimal?
  /// What becomes of growth that was cut.
  public let catchUp: CatchUp
  /// The assumed growth a year, as a fraction, beyond the last month of the series.
  public let afterLast: ExactDecimal?

  /// An escalator without floor and cap, but for what is given.
  public init(
    series: IndexSeries, lagMonths: Int, floor: ExactDecimal? = nil, cap: ExactDecimal? = nil,
    catchUp: CatchUp = .annual, afterLast: ExactDecimal? = nil
  ) {
    self.series = series
    self.lagMonths = lagMonths
    self.floor = floor
    self.cap = cap
    self.catchUp = catchUp
    self.afterLast = afterLast
  }
}
