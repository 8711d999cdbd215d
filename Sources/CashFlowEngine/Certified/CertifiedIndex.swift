import FinanceBasics
import LeaseModel

/// A price index as an escalator follows it, in factors of 62 bits.
struct CertifiedIndex {
  /// The place of the growths of its series.
  let series: Int
  /// Beyond the last month of the series; `nil` where none is assumed.
  private let afterLast: YearGrowth?
  let floor: YearGrowth?
  let cap: YearGrowth?
  let catchUp: CPIEscalator.CatchUp
  let lagMonths: Int
  /// Of a fixed rate beside the index: with one of them a year's growth is at least or at most it.
  private let atLeast: YearGrowth?
  private let atMost: YearGrowth?

  /// `nil` where a number has too many digits, or a fixed rate stands beside a level that is not
  /// cut year by year.
  init?(
    _ cpi: borrowing CPIEscalator, series: Int, atLeast: ExactDecimal? = nil,
    atMost: ExactDecimal? = nil
  ) {
    self.series = series
    catchUp = cpi.catchUp
    lagMonths = cpi.lagMonths
    afterLast = cpi.afterLast.flatMap { YearGrowth($0) }
    floor = cpi.floor.flatMap { YearGrowth($0) }
    cap = cpi.cap.flatMap { YearGrowth($0) }
    self.atLeast = atLeast.flatMap { YearGrowth($0) }
    self.atMost = atMost.flatMap { YearGrowth($0) }
    let isHeld =
      (afterLast != nil || cpi.afterLast == nil) && (floor != nil || cpi.floor == nil)
      && (cap != nil || cpi.cap == nil) && (self.atLeast != nil || atLeast == nil)
      && (self.atMost != nil || atMost == nil)
    guard isHeld, catchUp == .annual || (atLeast == nil && atMost == nil) else { return nil }
  }

  /// The index of a month over that of twelve months before; `nil` where the series does not reach.
  func growth(inMonth month: Int, _ growths: IndexGrowths) -> YearGrowth? {
    month > growths.lastMonth ? afterLast : growths.growth(inMonth: month)
  }

  /// The same within floor and cap, and beside the fixed rate.
  func cutGrowth(inMonth month: Int, _ growths: IndexGrowths) -> YearGrowth? {
    guard var factor = growth(inMonth: month, growths)?.factor else { return nil }
    if let floor { factor = max(factor, floor.factor) }
    if let cap { factor = min(factor, cap.factor) }
    if let atLeast { factor = max(factor, atLeast.factor) }
    if let atMost { factor = min(factor, atMost.factor) }
    return YearGrowth(factor: factor)
  }
}

/// The growth of a series over twelve months, by month, worked out once for many leases.
struct IndexGrowths {
  /// Kept, so that its values stay where they are while they are known by their place.
  private let series: IndexSeries
  /// In units of 2⁻⁶²; 0 where the series does not reach.
  private let factors: [UInt64]
  private let firstMonth: Int
  let lastMonth: Int

  init(_ series: IndexSeries) {
    self.series = series
    firstMonth = Int(series.firstMonth.index)
    lastMonth = Int(series.lastMonth.index)
    var last: ExactDecimal?
    let carried = series.values.map { value in
      last = value ?? last
      return last
    }
    factors = carried.indices.map { row in
      guard row >= 12, let value = carried[row], let before = carried[row - 12] else { return 0 }
      return Self.factor(from: before, to: value)
    }
  }

  private static func factor(from before: ExactDecimal, to value: ExactDecimal) -> UInt64 {
    let places = max(before.fractionDigits, value.fractionDigits)
    guard before.digits > 0, value.digits > 0, before.digits < 1 << 40, value.digits < 1 << 40,
      places < 7
    else { return 0 }
    let dividend = UInt128(value.digits) * powerOfTen(places - value.fractionDigits)
    let divisor = UInt128(before.digits) * powerOfTen(places - before.fractionDigits)
    return YearGrowth(dividend, over: divisor)?.factor ?? 0
  }

  /// Whether these are the growths of a series.
  func isOf(_ other: IndexSeries) -> Bool {
    guard series.firstMonth == other.firstMonth, series.values.count == other.values.count else {
      return false
    }
    let isSamePlace = series.values.withUnsafeBufferPointer { own in
      other.values.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
    }
    return isSamePlace || series.values == other.values
  }

  func growth(inMonth month: Int) -> YearGrowth? {
    let row = month - firstMonth
    guard factors.indices.contains(row), factors[row] > 0 else { return nil }
    return YearGrowth(factor: factors[row])
  }
}
