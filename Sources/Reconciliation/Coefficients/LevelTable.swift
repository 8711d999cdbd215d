import FinanceBasics

/// The rent of a unit by lease year, at one growth, and its sums: what a stretch of months costs.
///
/// Computed in doubles with an error below one part in 10¹², for every number in it is positive and
/// comes from at most a few hundred sums and products.
struct LevelTable {
  /// By lease year, from 0; the last holds on.
  private let levels: [Double]
  /// The rent of all lease years before one.
  private let sums: [Double]

  /// Twelve months a year.
  private static let year = 12.0

  /// - Precondition: Growth is not below −1.
  init(growth: Double, years: Int) {
    var levels = [1.0]
    for _ in 0..<years { levels.append(levels[levels.count - 1] * (1 + growth)) }
    self.init(levels: levels)
  }

  /// - Precondition: At least one level.
  init(levels: [Double]) {
    precondition(!levels.isEmpty, "a lease has a first year")
    self.levels = levels
    var sums = [0.0]
    for level in levels { sums.append(sums[sums.count - 1] + Self.year * level) }
    self.sums = sums
  }

  /// The level of a lease year.
  func level(ofYear year: Int) -> Double { levels[max(0, min(year, levels.count - 1))] }

  /// The level on the day before so many months after the anchor.
  func level(before months: Double) -> Double {
    level(ofYear: Int((months / Self.year).rounded(.up)) - 1)
  }

  /// Rent from the anchor to so many months after it; zero before it.
  func rent(until months: Double) -> Double {
    guard months > 0 else { return 0 }
    let year = min(Int(months / Self.year), levels.count - 1)
    return sums[year] + levels[year] * (months - Self.year * Double(year))
  }

  /// Rent of a stretch of months, counted from the anchor; zero of an empty one.
  func rent(from start: Double, until end: Double) -> Double {
    end <= start ? 0 : rent(until: end) - rent(until: start)
  }

  /// The mean of the lease years before so many months, weighted by rent; a part of a year counts
  /// as a whole one.
  ///
  /// It rises with growth, and with the months.
  func meanYear(before months: Double) -> Double {
    let count = max(1, min(Int((months / Self.year).rounded(.up)), levels.count))
    var (rent, weighted) = (0.0, 0.0)
    for year in 0..<count {
      rent += levels[year]
      weighted += levels[year] * Double(year)
    }
    return weighted / rent
  }

  /// The greatest level of all years up to one.
  func greatestLevel(before months: Double) -> Double {
    let last = max(0, min(Int(months / Self.year) + 1, levels.count - 1))
    return levels[...last].max() ?? 1
  }
}
