public import FinanceBasics
public import LeaseModel

/// A term with the weight that it has in an average.
public struct WeightedTerm: Hashable, Sendable {
  /// Megawatts, annual rent or present value; not negative.
  public let weight: Double
  /// From commencement, included, to the day after the last.
  public let days: Range<CalendarDate>

  /// A term that weighs so much.
  public init(weight: Double, days: Range<CalendarDate>) {
    self.weight = weight
    self.days = days
  }
}

/// The weighted average lease term in years of 365.25 days: what is left of each term.
///
/// Terms that have ended weigh nothing. Source: CONVENTIONS §10.
/// - Parameter date: The day from which what is left is counted, or from commencement if that is
///   later; `nil` for each term's commencement.
/// - Returns: `nil` where no term with a weight is left.
public func weightedAverageLeaseTerm(
  of terms: some Sequence<WeightedTerm>, asOf date: CalendarDate? = nil
) -> Double? {
  var weighted = 0.0
  var weights = 0.0
  for term in terms {
    let start = date.map { max($0, term.days.lowerBound) } ?? term.days.lowerBound
    guard start < term.days.upperBound else { continue }
    weighted += term.weight * Double(start.days(until: term.days.upperBound)) / 365.25
    weights += term.weight
  }
  return weights > 0 ? weighted / weights : nil
}

/// The weighted average lease term of halls, by megawatt of critical IT; renewals are left out.
public func weightedAverageLeaseTerm(
  of halls: [Hall], asOf date: CalendarDate? = nil
) -> Double? {
  weightedAverageLeaseTerm(
    of: halls.map { WeightedTerm(weight: $0.criticalIT.doubleValue, days: $0.baseTerm) },
    asOf: date)
}
