import FinanceBasics

extension Interval {
  /// The number with the fewest digits well inside the interval, nearest to its middle; of an
  /// interval that is one number but for what doubles lose, the one with the fewest digits in it.
  ///
  /// `nil` of an interval with an infinite end.
  var roundNumber: ExactDecimal? {
    let width = upper - lower
    guard width.isFinite else { return nil }
    let isPoint = width <= upper.magnitude * 1e-13
    let zone = isPoint ? self : Interval(lower + width / 4, upper - width / 4)
    var power = 15
    while power >= -12 {
      if let number = Self.decimal(nearest: middle, power: power),
        zone.contains(number.doubleValue)
      {
        return number
      }
      power -= 1
    }
    return nil
  }

  /// The multiple of a power of ten that is nearest to a number.
  private static func decimal(nearest number: Double, power: Int) -> ExactDecimal? {
    var unit = 1.0
    for _ in 0..<power.magnitude { unit *= 10 }
    let count = (power < 0 ? number * unit : number / unit).rounded()
    guard count.magnitude < 1e17, count != 0 else { return nil }
    let digits = ExactDecimal(Int(count))
    return digits.scaled(byPowerOfTen: power)?.normalized
  }

  /// The same, its ends rounded outward to digits that tell its width.
  var roundedOutward: (low: ExactDecimal, high: ExactDecimal)? {
    guard lower.isFinite, upper.isFinite else { return nil }
    guard let power = lastDigit else { return (.zero, .zero) }
    return (
      Self.rounded(lower, power: power, .down), Self.rounded(upper, power: power, .up)
    )
  }

  /// The same, rounded inward to the digits of a wider interval; `nil` where nothing is between.
  func roundedInward(like outer: Interval) -> (low: ExactDecimal, high: ExactDecimal)? {
    guard lower.isFinite, upper.isFinite, let power = outer.lastDigit else { return nil }
    let (low, high) = (
      Self.rounded(lower, power: power, .up), Self.rounded(upper, power: power, .down)
    )
    return high < low ? nil : (low, high)
  }

  /// The power of ten of the last digit that tells the width; `nil` of zero.
  private var lastDigit: Int? {
    let width = max(upper - lower, upper.magnitude * 1e-6)
    guard width > 0 else { return nil }
    var power = 15
    var unit = 1e15
    while unit > width / 50, power > -12 {
      unit /= 10
      power -= 1
    }
    return power
  }

  private static func rounded(
    _ number: Double, power: Int, _ rule: FloatingPointRoundingRule
  ) -> ExactDecimal {
    var unit = 1.0
    for _ in 0..<power.magnitude { unit *= 10 }
    var count = Int((power < 0 ? number * unit : number / unit).rounded(rule))
    // A quotient of doubles may round to a whole number on the wrong side of the end.
    let value = { ExactDecimal(count).scaled(byPowerOfTen: power) ?? .zero }
    let exact = PreciseReal(exactly: number)
    if rule == .down, exact < value().real { count -= 1 }
    if rule == .up, value().real < exact { count += 1 }
    return value().normalized
  }
}

extension ExactDecimal {
  /// An amount of money as a deal file writes it, such as `6.955 bn USD`.
  func moneyText(_ unit: MeasureUnit) -> String {
    for (word, power) in [("bn", 9), ("M", 6)] {
      guard let scaled = scaled(byPowerOfTen: -power)?.normalized, !(scaled < .one),
        scaled.fractionDigits <= 12
      else { continue }
      return "\(scaled) \(word) \(unit)"
    }
    return "\(normalized) \(unit)"
  }
}
