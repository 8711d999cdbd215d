import FinanceBasics

/// Positive amounts, and how great each may be over each other: a network of ratios.
///
/// Every figure bounds the ratio of two amounts, so that whether all can hold together is a question
/// of paths: the product of the bounds around any cycle must not be below one. Products are rounded
/// up; what is rejected is thus impossible.
///
/// Source: Dechter, Meiri and Pearl, "Temporal constraint networks", Artificial Intelligence 49,
/// 1991, in logarithms.
struct RatioBounds: Equatable {
  /// The amounts of a lease that figures relate.
  enum Amount: Int, CaseIterable {
    /// One, which a figure in absolute terms is over.
    case one
    /// First-year rent a month of all halls.
    case rent
    /// Critical IT, in megawatts.
    case megawatts
    /// Base rent of the base term.
    case value
    /// NOI of the base term: its rent times the margin.
    case income
    /// What the landlord pays for the halls.
    case capital
    case debt
    case gross, utility
    case guarantee
  }

  static let count = Amount.allCases.count
  /// The most that one amount may be over another, by row and column.
  private var most: [Double]

  /// Without any figure.
  init() {
    most = [Double](repeating: .infinity, count: Self.count * Self.count)
    for place in 0..<Self.count { most[place * Self.count + place] = 1 }
  }

  /// The most that the first amount may be over the second.
  func most(_ first: Amount, over second: Amount) -> Double {
    most[first.rawValue * Self.count + second.rawValue]
  }

  /// What the first amount may be over the second.
  func ratio(_ first: Amount, over second: Amount) -> Interval {
    let high = most(first, over: second)
    let inverse = most(second, over: first)
    let low = inverse.isInfinite || inverse <= 0 ? 0 : (1 / inverse).nextDown
    return Interval(min(max(0, low), high), high)
  }

  /// Adds that an amount over another lies in an interval.
  ///
  /// - Returns: Whether the interval has a positive number.
  mutating func bound(_ first: Amount, over second: Amount, _ range: Interval) -> Bool {
    guard range.upper > 0 else { return false }
    let place = first.rawValue * Self.count + second.rawValue
    most[place] = min(most[place], range.upper)
    guard range.lower > 0 else { return true }
    let back = second.rawValue * Self.count + first.rawValue
    most[back] = min(most[back], (1 / range.lower).nextUp)
    return true
  }

  /// Draws every conclusion.
  ///
  /// - Returns: Whether the bounds can all hold, as far as rounded products tell.
  /// - Complexity: Cubic in the amounts.
  mutating func close() -> Bool {
    let count = Self.count
    for middle in 0..<count {
      for row in 0..<count {
        let first = most[row * count + middle]
        guard first.isFinite else { continue }
        for column in 0..<count {
          let second = most[middle * count + column]
          guard second.isFinite else { continue }
          let product = row == middle || column == middle ? first * second : (first * second).nextUp
          if product < most[row * count + column] { most[row * count + column] = product }
        }
      }
    }
    for place in 0..<count where most[place * count + place] < 1 { return false }
    return true
  }
}
