import FinanceBasics
import LeaseModel

/// The levels of rents or prices by year, in units of 2⁻⁶⁰ of each first one, table behind table.
struct CertifiedLevels: ~Copyable {
  /// The last level of a table holds on where growth has ended.
  private(set) var values = Scratch<UInt64>()
  private var growthError: UInt64 = 0
  private var hasShares = false
  /// The greatest of all levels.
  private(set) var highest = Self.one

  /// By which any level may be too low, in units of its last bit: with two for the bits that are cut
  /// off a share and its product with a level.
  var error: UInt64 { growthError + (hasShares ? 2 : 0) }

  /// The units of a level of one.
  static let one: UInt64 = 1 << 60
  /// Levels stay below eight, so that a product with a significand stays below 63 bits.
  private static let limit: UInt64 = 1 << 63

  /// Forgets all tables, and keeps their room.
  mutating func removeAll() {
    values.removeAll()
    growthError = 0
    highest = Self.one
    hasShares = false
  }

  /// One level for ever; the place of the table.
  mutating func addFlat() -> Range<Int> {
    values.append(Self.one)
    return values.count - 1..<values.count
  }

  /// A rate that is compounded every year.
  ///
  /// - Returns: `nil` where a level comes to eight, or the rate has too many digits.
  mutating func addGrowth(_ rate: ExactDecimal, years: Int) -> Range<Int>? {
    guard !rate.isZero else { return addFlat() }
    guard let growth = YearGrowth(rate) else { return nil }
    return compound(years: years) { _ in growth }
  }

  /// Multipliers of the first year's level by year.
  mutating func addMultipliers(_ table: [ExactDecimal]) -> Range<Int>? {
    guard !table.isEmpty else { return addFlat() }
    let first = values.count
    growthError = max(growthError, 1)
    for multiplier in table {
      guard multiplier.fractionDigits < 19, multiplier.digits >= 0 else { return nil }
      let scale = powerOfTen(multiplier.fractionDigits)
      guard UInt128(multiplier.digits) < scale << 3 else { return nil }
      // Less than 2³ × 2⁶³ before the point, so that 60 more bits do not overflow.
      let level = UInt64(truncatingIfNeeded: UInt128(multiplier.digits) << 60 / scale)
      values.append(level)
      highest = max(highest, level)
    }
    return first..<values.count
  }

  /// An index within floor and cap.
  ///
  /// - Parameter month: Of the index that the second level is looked up by.
  mutating func addIndex(
    _ index: CertifiedIndex, _ growths: IndexGrowths, from month: Int, years: Int
  ) -> Range<Int>? {
    switch index.catchUp {
    case .annual: compound(years: years) { index.cutGrowth(inMonth: month + 12 * $0, growths) }
    case .cumulative: addCumulative(index, growths, from: month, years: years)
    case .banked: addBanked(index, growths, from: month, years: years)
    }
  }

  /// Part of a level, as a table of its own.
  mutating func add(_ kept: KeptShare, ofLevelAt place: Int) -> Int {
    hasShares = true
    values.append(kept.level(values[place]))
    return values.count - 1
  }

  @inline(__always)
  private mutating func compound(years: Int, growth: (Int) -> YearGrowth?) -> Range<Int>? {
    let first = addFlat().lowerBound
    var level = CertifiedLevel(value: Self.one, error: 0)
    for year in 0..<years {
      guard let growth = growth(year) else { return nil }
      level = level.grown(by: growth)
      guard append(level) else { return nil }
    }
    return first..<values.count
  }

  /// The level since the first year, cut by the compounded floor and cap.
  private mutating func addCumulative(
    _ index: CertifiedIndex, _ growths: IndexGrowths, from month: Int, years: Int
  ) -> Range<Int>? {
    let first = addFlat().lowerBound
    var raw = CertifiedLevel(value: Self.one, error: 0)
    var floor = raw
    var cap = raw
    for year in 0..<years {
      guard let growth = index.growth(inMonth: month + 12 * year, growths) else { return nil }
      raw = raw.grown(by: growth)
      var level = raw
      if let factor = index.floor {
        floor = floor.grown(by: factor)
        level = level.raised(to: floor)
      }
      if let factor = index.cap {
        cap = cap.grown(by: factor)
        level = level.lowered(to: cap)
      }
      guard raw.value < Self.limit, floor.value < Self.limit, cap.value < Self.limit,
        append(level)
      else { return nil }
    }
    return first..<values.count
  }

  /// The index as far as each year's floor and cap let the level follow; the floor comes last.
  private mutating func addBanked(
    _ index: CertifiedIndex, _ growths: IndexGrowths, from month: Int, years: Int
  ) -> Range<Int>? {
    let first = addFlat().lowerBound
    var raw = CertifiedLevel(value: Self.one, error: 0)
    var level = raw
    for year in 0..<years {
      guard let growth = index.growth(inMonth: month + 12 * year, growths) else { return nil }
      let previous = level
      raw = raw.grown(by: growth)
      level = raw
      if let factor = index.cap { level = level.lowered(to: previous.grown(by: factor)) }
      if let factor = index.floor { level = level.raised(to: previous.grown(by: factor)) }
      guard raw.value < Self.limit, append(level) else { return nil }
    }
    return first..<values.count
  }

  @inline(__always)
  private mutating func append(_ level: CertifiedLevel) -> Bool {
    values.append(level.value)
    growthError = max(growthError, level.error)
    highest = max(highest, level.value)
    return level.value < Self.limit
  }
}

/// A level with how much it may be too low.
struct CertifiedLevel {
  /// In units of 2⁻⁶⁰.
  let value: UInt64
  let error: UInt64

  /// The level after a year.
  ///
  /// Of a level below 2⁶³ a growth too low by 2⁻⁶² makes less than two units; the product's last
  /// bit is one, that of the error's another, and the product of errors is below one: five.
  /// - Precondition: The level is below eight; the growth below four.
  @inline(__always)
  func grown(by growth: YearGrowth) -> CertifiedLevel {
    let (high, low) = value.multipliedFullWidth(by: growth.factor)
    let (errorHigh, errorLow) = error.multipliedFullWidth(by: growth.factor)
    // A level that would need 64 bits is at its limit, which the caller refuses.
    let isLarge = high >= 1 << 61
    return CertifiedLevel(
      value: isLarge ? .max : high << 2 | low >> 62,
      error: (errorHigh << 2 | errorLow >> 62) + 5)
  }

  /// The greater of two: as both are bounded from both sides, so is it.
  func raised(to floor: CertifiedLevel) -> CertifiedLevel {
    CertifiedLevel(value: max(value, floor.value), error: max(error, floor.error))
  }

  /// The lesser of two.
  func lowered(to cap: CertifiedLevel) -> CertifiedLevel {
    CertifiedLevel(value: min(value, cap.value), error: max(error, cap.error))
  }
}

/// A year's factor of growth, in units of 2⁻⁶², too low by less than one of them.
struct YearGrowth {
  let factor: UInt64

  /// In units of 2⁻⁶².
  init(factor: UInt64) {
    self.factor = factor
  }

  /// One and a rate; `nil` from −100 % down, from 300 % up, or with too many digits.
  init?(_ rate: ExactDecimal) {
    guard rate.fractionDigits < 19 else { return nil }
    let scale = powerOfTen(rate.fractionDigits)
    let digits = Int128(scale) + rate.digits
    guard digits > 0, UInt128(digits) < scale << 2 else { return nil }
    self.init(UInt128(digits), over: scale)
  }

  /// A quotient below four; `nil` beyond, or of numbers above 64 bits.
  init?(_ dividend: UInt128, over divisor: UInt128) {
    guard divisor > 0, divisor < 1 << 64, dividend < divisor << 2 else { return nil }
    let (high, low) = (UInt64(dividend >> 2), UInt64(truncatingIfNeeded: dividend << 62))
    guard high < UInt64(divisor) else { return nil }
    factor = UInt64(divisor).dividingFullWidth((high, low)).quotient
  }
}
