public import FinanceBasics
public import LeaseModel
public import Valuation

/// A discount curve of a recorded series, as it stood on one of the series' days.
public struct RecordedCurve: Hashable, Sendable {
  /// The series that it is of.
  public let series: SeriesID
  /// The day of its points.
  public let date: CalendarDate
  /// What the points are: par yields, zero rates or discount factors.
  public let kind: SeriesKind
  /// The discount factors that the points make.
  public let discounts: DiscountCurve

  /// The curve of the last of a series' days on or before a day.
  ///
  /// Par yields are bond-equivalent and bootstrapped, linear in the zero rate; zero rates are
  /// effective annual and linear; discount factors are log-linear. All are flat beyond the ends.
  ///
  /// - Throws: `curve.no-curve-series` of a series that is none, `curve.none-yet` before its first
  ///   day, `curve.unusable` for points that make no curve.
  public init(of series: DataSeries, on day: CalendarDate) throws(CurveQuestionProblem) {
    guard series.heading.kind.isCurve else {
      throw .noCurveSeries(series.id.text, kind: series.heading.kind.rawValue)
    }
    guard let date = series.lastDay(onOrBefore: day) else {
      throw .noneYet(series.id.text, day: day, first: series.firstDay)
    }
    self.series = series.id
    self.date = date
    kind = series.heading.kind
    do throws(CurveProblem) {
      discounts = try Self.discounts(of: series.curve(on: day), kind, on: date)
    } catch {
      throw .unusable(series.id.text, day: date, reason: error.problem)
    }
  }

  private static func discounts(
    of points: [(tenor: Tenor, value: ExactDecimal)], _ kind: SeriesKind, on date: CalendarDate
  ) throws(CurveProblem) -> DiscountCurve {
    let hundred = PreciseReal(integer: 100)
    let percentages = points.map { $0.value.real.divided(by: hundred).doubleValue }
    switch kind {
    case .discountFactors:
      return try DiscountCurve(
        discountFactors: points.map {
          CurvePoint($0.tenor.added(to: date), $0.value.real.doubleValue)
        }, on: date)
    case .parYields:
      return try DiscountCurve(
        parYields: zip(points, percentages).map { ParYield(tenor: $0.tenor, rate: $1) }, on: date)
    default:
      return try DiscountCurve(
        zeroRates: zip(points, percentages).map { CurvePoint($0.tenor.added(to: date), $1) },
        compounding: .annual, on: date)
    }
  }
}

extension DataSeries {
  fileprivate func lastDay(onOrBefore day: CalendarDate) -> CalendarDate? {
    days.last { $0 <= day }
  }

  fileprivate var firstDay: CalendarDate? { days.first }

  private var days: [CalendarDate] {
    rows.compactMap { row in
      guard row.tenor != nil, case .day(let date) = row.period else { return nil }
      return date
    }
  }
}

/// Why a recorded series gives no curve for a question.
public enum CurveQuestionProblem: Diagnostic, Hashable {
  /// A series of another kind.
  case noCurveSeries(String, kind: String)
  /// A day before the first of the series.
  case noneYet(String, day: CalendarDate, first: CalendarDate?)
  /// A curve of a day after the valuation, which knows what the valuation may not.
  case laterThanValuation(String, day: CalendarDate, on: CalendarDate)
  /// Points that discount by no number above zero.
  case unusable(String, day: CalendarDate, reason: String)

  /// The stable name of the problem.
  public var code: String {
    switch self {
    case .noCurveSeries: "curve.no-curve-series"
    case .noneYet: "curve.none-yet"
    case .laterThanValuation: "curve.later-than-valuation"
    case .unusable: "curve.unusable"
    }
  }

  /// One sentence that says what is wrong.
  public var problem: String {
    switch self {
    case .noCurveSeries(let name, let kind):
      "the series \(name) is of the kind '\(kind)', and no curve"
    case .noneYet(let name, let day, let first):
      "the series \(name) has no curve on or before \(day)"
        + (first.map { "; its first is of \($0)" } ?? "")
    case .laterThanValuation(let name, let day, let date):
      "the curve \(name) of \(day) is later than the valuation date, \(date)"
    case .unusable(let name, let day, let reason): "\(name) of \(day): \(reason)"
    }
  }

  /// Nowhere in a file: the question is at fault.
  public var location: DiagnosticLocation { .unknown }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .noCurveSeries: "name a series of par yields, zero rates or discount factors"
    case .noneYet: "value on a later day, or record the curve of that day"
    case .laterThanValuation: "give a --curve-date on or before the valuation date"
    case .unusable: "check the points with `leasebook series NAME`"
    }
  }
}
