import FinanceBasics

/// A lever on a grid of decimals so fine that no wanted digit is lost, and the measure on it.
///
/// A place is a number without its point: place 1,234 of a grid of two digits is 12.34.
struct TargetSampler {
  let lever: Lever
  let scale: LeverScale
  /// What the measure is to reach, as a number.
  let target: Double
  let option: String
  /// The digits after the point of the grid.
  private let fractionDigits: Int
  private let bounds: LeverBounds
  private var run: SettingRun
  private var known: [Int128: MeasuredValue?] = [:]

  /// The digits of the largest number that the grid keeps: a relative 1e-12 and better.
  private static let digits = 13
  /// The most digits after the point that a deal file takes.
  private static let maximumFractionDigits = 12

  /// - Parameter largest: The magnitude for which the grid is made.
  init(
    _ question: SensitivityQuestion, lever: Lever, scale: LeverScale, target: Double,
    largest: ExactDecimal, option: String
  ) {
    self.lever = lever
    self.scale = scale
    self.target = target
    self.option = option
    bounds = LeverBounds(of: lever)
    run = SettingRun(question)
    let whole = scale.isDiscrete ? Self.digits : largest.wholeDigits
    fractionDigits = max(0, min(Self.digits - whole, Self.maximumFractionDigits))
  }

  func number(at place: Int128) -> ExactDecimal {
    ExactDecimal(digits: place, fractionDigits: fractionDigits).normalized
  }

  /// The place nearest to a number, towards zero.
  func place(of number: ExactDecimal) -> Int128 {
    let shift = fractionDigits - number.fractionDigits
    let unit = Int128(powerOfTen(abs(shift)))
    return shift >= 0 ? number.digits * unit : number.digits / unit
  }

  private func setting(at place: Int128) -> LeverSetting {
    LeverSetting(lever, at: number(at: place), on: scale, option: option)
  }

  /// The measure at a place; `nil` where it is not defined or the deals are refused.
  mutating func value(at place: Int128) -> MeasuredValue? {
    if let value = known[place] { return value }
    let value = try? run.value(under: [setting(at: place)])
    known[place] = .some(value)
    return value
  }

  /// By how much the measure is above the target at a place.
  mutating func excess(at place: Int128) -> Double? {
    value(at: place).map { $0.number - target }
  }

  mutating func probe(_ place: Int128) -> TargetSearch.Probe {
    let setting = setting(at: place)
    return TargetSearch.Probe(
      number: setting.number, text: setting.text, value: value(at: place))
  }

  // MARK: - Solutions

  /// The digits of a solution that are printed.
  static let printedDigits = 6

  /// A place, and the place next to it on the other side of the target where there is one.
  ///
  /// - Parameter tolerance: How far from the target the measure still is at it.
  mutating func solution(_ place: Crossing, tolerance: Double) -> TargetSearch.Solution {
    let (first, second) = (excess(at: place.first), excess(at: place.second))
    let isFirst = (first ?? .infinity).magnitude <= (second ?? .infinity).magnitude
    let (best, other) = isFirst ? (place.first, place.second) : (place.second, place.first)
    let gap = min((first ?? .infinity).magnitude, (second ?? .infinity).magnitude)
    let isReached = gap <= tolerance
    return TargetSearch.Solution(
      exact: probe(best), rounded: probe(rounded(best)),
      other: isReached || best == other ? nil : probe(other))
  }

  /// The place of the number rounded for print.
  func rounded(_ place: Int128) -> Int128 {
    guard !scale.isDiscrete else { return place }
    let excess = number(at: place).magnitude.wholeDigits + fractionDigits - Self.printedDigits
    guard excess > 0 else { return place }
    let unit = Int128(powerOfTen(excess))
    let half = place < 0 ? -unit / 2 : unit / 2
    return (place + half) / unit * unit
  }

  // MARK: - Ends

  /// The ends of the range: as stated, or as far out as the target is passed or the bounds allow.
  ///
  /// - Throws: What the deals meet at the ends of a stated range.
  mutating func ends(
    _ range: LeverRange?, around present: ExactDecimal
  ) throws -> (low: Int128, high: Int128) {
    guard let range else { return expanded(around: present) }
    let ends = (place(of: range.low), place(of: range.high))
    for end in [ends.0, ends.1] {
      known[end] = .some(try run.value(under: [setting(at: end)]))
    }
    return ends
  }

  /// How often the range is widened: an amount 1,024 times and as small a part, 512 points or months.
  private static let maximumWidenings = 10

  private mutating func expanded(around present: ExactDecimal) -> (low: Int128, high: Int128) {
    let middle = place(of: present)
    var (low, high) = (middle, middle)
    let start = excess(at: middle)
    for round in 1...Self.maximumWidenings {
      let (wantedLow, wantedHigh) = widened(present, round)
      let (nextLow, nextHigh) = (
        rounded(place(of: wantedLow)), rounded(place(of: wantedHigh))
      )
      let (below, above) = (excess(at: nextLow), excess(at: nextHigh))
      if isUsable(nextLow) { low = min(low, nextLow) }
      if isUsable(nextHigh) { high = max(high, nextHigh) }
      if isPassed([start, below, above]) { break }
    }
    return (low, high)
  }

  /// Whether the deals can be so, or the measure at least has a value nearer by.
  private mutating func isUsable(_ place: Int128) -> Bool { value(at: place) != nil }

  private func isPassed(_ excesses: [Double?]) -> Bool {
    let known = excesses.compactMap { $0 }
    return known.contains { $0 <= 0 } && known.contains { $0 >= 0 } && known.count > 1
  }

  private func widened(
    _ present: ExactDecimal, _ round: Int
  ) -> (low: ExactDecimal, high: ExactDecimal) {
    let size = ExactDecimal(1 << round)
    switch scale {
    case .figure, .factor:
      let half = ExactDecimal(digits: 5, fractionDigits: 1)
      let part = (0..<round).reduce(ExactDecimal.one) { part, _ in (part * half).normalized }
      return (bounds.clamped(present * part), bounds.clamped(present * size))
    case .percentage, .time, .count:
      let step = ExactDecimal(1 << (round - 1))
      return (bounds.clamped(present - step), bounds.clamped(present + step))
    case .date:
      let step = ExactDecimal(Self.daysOfMonth << (round - 1))
      return (present - step, present + step)
    }
  }

  /// The days by which dates are first moved.
  private static let daysOfMonth = 31
}

extension ExactDecimal {
  /// The digits before the point of a magnitude; 0 of what is below one.
  fileprivate var wholeDigits: Int {
    let whole = digits.magnitude / powerOfTen(fractionDigits)
    return whole == 0 ? 0 : String(whole).utf8.count
  }
}
