public import FinanceBasics
public import LeaseModel

/// The days of a year in measures of a term's length. Source: CONVENTIONS §10.
private let daysAYear = PreciseReal(36_525, over: 100)

extension Lease {
  /// The length of the base term as stated, in years.
  ///
  /// Of a lease that states only its end, or a length in days, from first commencement to expiry.
  public var nominalYears: PreciseReal {
    guard let months = nominalTerm?.months else { return spanYears }
    return PreciseReal(months, over: 12)
  }

  /// The years in force of the base term, weighted by megawatt: month-fractions ÷ 12.
  public var megawattWeightedYears: PreciseReal {
    var megawattMonths = PreciseReal.zero
    for (hall, months) in baseMonths.enumerated() {
      let sum = months.reduce(PreciseReal.zero) { $0.plus($1.fraction) }
      megawattMonths = megawattMonths.plus(sum.times(halls[hall].criticalIT.real))
    }
    return megawattMonths.divided(by: criticalIT.real.times(12))
  }

  /// The years from first commencement to the day after the last base term, days ÷ 365.25.
  public var spanYears: PreciseReal {
    PreciseReal(integer: firstCommencement.days(until: expiry)).divided(by: daysAYear)
  }

  /// The months of each hall's base term as agreed, with the share of each that it is in force.
  private var baseMonths: [[MonthFraction]] {
    hallTerms(of: self, plan: .none).map { term in
      monthFractions(from: term.start, to: term.baseEnd, proration: rules.proration)
    }
  }

  /// The same up to an early end, where one is assumed.
  var baseMonthsInForce: [[MonthFraction]] {
    hallTerms(of: self, plan: .none).map { term in
      monthFractions(from: term.start, to: term.baseEndInForce, proration: rules.proration)
    }
  }
}

/// A month, and the share of it that is charged.
struct MonthFraction {
  let month: YearMonth
  /// From 0 to 1, by the lease's proration.
  let fraction: PreciseReal
}

/// The months that a stretch of days touches, in order.
func monthFractions(
  from start: MonthDay, to end: MonthDay, proration: RentRules.Proration
) -> [MonthFraction] {
  guard start < end else { return [] }
  let last = end.day > 1 ? end.month : end.month - 1
  return (start.month...last).map { month in
    let first = month == start.month ? start.day : 1
    let after = month == end.month ? end.day : dayCount(ofMonth: month) + 1
    let part = MonthPart(
      days: after - first, month: month, start: start, end: end, proration: proration)
    return MonthFraction(
      month: YearMonth(index: Int32(truncatingIfNeeded: month)),
      fraction: PreciseReal(part.numerator, over: part.denominator))
  }
}
