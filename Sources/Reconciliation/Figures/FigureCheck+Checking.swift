import FinanceBasics

extension FigureCheck {
  /// A figure beside a computed value, or beside the reason why there is none.
  init(
    _ figure: AnnouncedQuantity, computed: QuantityValue?, reading: FigureReading? = nil,
    missing: String? = nil
  ) {
    self.figure = figure
    self.computed = computed
    self.reading = reading
    self.missing = computed == nil ? (missing ?? "the terms do not say enough") : nil
    let distance = computed.flatMap { figure.range.distance(to: $0) }
    gap = distance?.gap
    agrees = distance.map { $0.gap.isZero }
    relativeGap = distance.flatMap { distance in
      guard let end = distance.end else { return nil }
      return distance.gap.isZero ? .zero : end.isZero ? nil : distance.gap.divided(by: end)
    }
  }
}

extension QuantityRange {
  /// A value less the nearest end, zero inside; and that end of an amount or a length.
  ///
  /// A value that is off by no more than what 128 bits lose counts as inside. `nil` of another kind.
  func distance(to value: QuantityValue) -> (gap: PreciseReal, end: PreciseReal?)? {
    switch (self, value) {
    case (.amount(let low, let high, _), .amount(let number)):
      return Self.distance(number, low.real, high.real)
    case (.months(let low, let high), .months(let count)):
      return Self.distance(
        PreciseReal(integer: count), PreciseReal(integer: low), PreciseReal(integer: high))
    case (.days(let first, let last), .day(let day)):
      let days =
        day < first ? first.days(until: day) : last < day ? last.days(until: day) : 0
      return (PreciseReal(integer: days), nil)
    default: return nil
    }
  }

  private static func distance(
    _ number: PreciseReal, _ low: PreciseReal, _ high: PreciseReal
  ) -> (gap: PreciseReal, end: PreciseReal?) {
    let slack = max(number, number.negated).times(lastDigits)
    if number.plus(slack) < low { return (number.minus(low), low) }
    if high < number.minus(slack) { return (number.minus(high), high) }
    return (.zero, number.minus(low) < high.minus(number) ? low : high)
  }

  /// One part in 10²⁸: far more than a projection loses, far less than any figure states.
  private static let lastDigits = PreciseReal.one.divided(
    by: PreciseReal(wide: 10_000_000_000_000_000_000_000_000_000))
}
