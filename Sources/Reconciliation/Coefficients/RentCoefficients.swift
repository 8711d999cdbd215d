import FinanceBasics

/// What the figures of a lease are for each unit of its first-year rent a month, all halls together.
struct RentCoefficients {
  /// Base rent of the base term, in months of first-year rent.
  var base: Interval
  /// Rent of all renewals; `nil` where they do not follow from the first-year rent.
  var renewals: Interval?
  /// The same over the base rent, which grows together with it; `nil` where they do not.
  var renewalsOverBase: Interval?
  /// Rent of the first twelve months from the first commencement.
  var firstTwelve: Interval
  /// Rent of the first twelve calendar months in which all halls pay full rent; `nil` where there
  /// are none.
  var stabilised: Interval?
  /// The same over the base rent; `nil` where there are none.
  var stabilisedOverBase: Interval?
  /// The years of the stated term.
  var nominalYears: Interval
  /// The years in force, weighted by megawatt.
  var megawattYears: Interval
  /// The years from first commencement to last expiry.
  var spanYears: Interval

  /// The years that an average divides by.
  func years(_ reading: FigureReading) -> Interval {
    switch reading {
    case .megawattYears: megawattYears
    case .span: spanYears
    case .nominalTerm, .firstYearRates, .firstTwelveMonths: nominalYears
    }
  }

  /// How wide the coefficients are for their size, all together: what a cut should lessen.
  var looseness: Double {
    [base, renewals, firstTwelve, stabilised, megawattYears, spanYears]
      .reduce(0) { $0 + ($1?.looseness ?? 0) }
  }
}

extension Interval {
  /// How wide what is not negative is for its size: from 0 of a number to 1.
  var looseness: Double { upper > 0 && upper.isFinite ? (upper - lower) / upper : 0 }

  /// Every quotient of what is not negative; without an end where the divisor may be nothing.
  func share(of divisor: Interval) -> Interval {
    guard divisor.lower <= 0 else { return self / divisor }
    return divisor.upper > 0
      ? Interval(max(0, (lower / divisor.upper).nextDown), .infinity) : .notNegative
  }
}
