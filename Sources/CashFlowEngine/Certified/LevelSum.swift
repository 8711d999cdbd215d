/// The levels of a hall's months, summed, in units of 2⁻⁶⁰ of the first level.
struct LevelSum {
  /// A row's level counts as often as the row has months.
  let months: UInt128
  /// How far a rate solved from the sum, times a level, may be off, in multiples of the rate.
  let amountError: UInt64

  /// A sum with the bound of its error.
  ///
  /// A year's level is its predecessor times a growth g below 2, both truncated, so that its error
  /// grows as e → g·e + 2: after k years it is below e = 2·k·L units, where L is the highest level.
  /// A row of parts adds five. The sum has at least a quarter of the first level a month, which
  /// makes its error, and so the rate's, below 4·(e + 5)·2⁻⁶⁰ of itself; the rate's division adds
  /// 2⁻⁶¹. Both times L, the row's own error, and one for the products of errors are the bound.
  /// - Parameters:
  ///   - months: At least 2⁵⁸ a month.
  ///   - years: How often the level has grown.
  @inline(__always)
  init(months: UInt128, years: UInt64, highestLevel: UInt64) {
    self.months = months
    let level = highestLevel >> 60 + 1
    let row = 2 * years * level + 5
    amountError = row + level * (4 * row + 1) + 1
  }
}
