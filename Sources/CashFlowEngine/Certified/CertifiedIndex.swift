import FinanceBasics
import LeaseModel

/// A price index as an escalator follows it, in factors of 62 bits.
struct CertifiedIndex {
  private let growths: IndexGrowths
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
    _ cpi: CPIEscalator, growths: IndexGrowths, atLeast: ExactDecimal? = nil,
    atMost: ExactDecimal? = nil
  ) {
    self.growths = growths
    catchUp = cpi.catchUp
    lagMonths = cpi.lagMonths
    guard let afterLast = Self.factor(cpi.afterLast), let floor = Self.factor(cpi.floor),
      let cap = Self.factor(cpi.cap), let atLeast = Self.factor(atLeast),
      let atMost = Self.factor(atMost)
    else { return nil }
    self.afterLast = afterLast.first
    self.floor = floor.first
    self.cap = cap.first
    self.atLeast = atLeast.first
    self.atMost = atMost.first
    if self.atLeast != nil || self.atMost != nil, catchUp != .annual { return nil }
  }

  /// One factor or none; `nil` where it cannot be held.
  private static func factor(_ rate: ExactDecimal?) -> [YearGrowth]? {
    guard let rate else { return [] }
    return YearGrowth(rate).map { [$0] }
  }

  /// The index of a month over that of twelve months before; `nil` where the series does not reach.
  func growth(inMonth month: Int) -> YearGrowth? {
    month > growths.lastMonth ? afterLast : growths.growth(inMonth: month)
  }

  /// The same within floor and cap, and beside the fixed rate.
  func cutGrowth(inMonth month: Int) -> YearGrowth? {
    guard var factor = growth(inMonth: month)?.factor else { return nil }
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

  init(_ series: IndexSeries) {
    self.series = series
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

  var lastMonth: Int { Int(series.lastMonth.index) }

  func growth(inMonth month: Int) -> YearGrowth? {
    let row = month - Int(series.firstMonth.index)
    guard factors.indices.contains(row), factors[row] > 0 else { return nil }
    return YearGrowth(factor: factors[row])
  }
}
