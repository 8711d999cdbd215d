import FinanceBasics
import LeaseModel
import Reconciliation

/// How the numbers of one quantity are shown: in the scale in which it was printed.
struct QuantityText {
  let range: QuantityRange
  /// The power of ten of the scale, such as 9 for billions.
  private let power: Int

  /// The most digits after the point that a small number is shown with.
  private static let mostDigits = 9

  /// - Parameter printed: The figure as it was published; `nil` where it was not.
  init(_ range: QuantityRange, printed: String? = nil) {
    self.range = range
    guard case .amount(_, let high, let unit) = range, unit.currency != nil else {
      power = 0
      return
    }
    power = printed.map(Self.power(in:)) ?? Self.power(of: high, unit)
  }

  /// The scale of the words behind a figure's digits.
  private static func power(in printed: String) -> Int {
    let words = printed.split { $0.isNumber || " ,.+-−".contains($0) }
    if words.contains(where: { $0 == "bn" || $0 == "billion" }) { return 9 }
    if words.contains(where: { $0 == "M" || $0 == "million" }) { return 6 }
    if words.contains(where: { $0 == "k" || $0 == "thousand" }) { return 3 }
    return 0
  }

  /// The scale in which an amount has from one to a few digits before the point.
  private static func power(of amount: ExactDecimal, _ unit: MeasureUnit) -> Int {
    guard unit.dimension != .moneyPerPowerTime else { return 0 }
    let magnitude = abs(amount.doubleValue)
    return magnitude >= 1e9 ? 9 : magnitude >= 1e6 ? 6 : 0
  }

  // MARK: - Texts

  /// The interval without its unit, such as `6.95 to 7.05`; one number where nothing is open.
  var interval: String {
    let (low, high) = ends
    return low == high ? low : "\(low) to \(high)"
  }

  /// Both ends without their unit.
  var ends: (low: String, high: String) { ends(of: range) }

  /// Both ends of another range of the same kind, with the digits of this one.
  func ends(of range: QuantityRange) -> (low: String, high: String) {
    switch range {
    case .amount(let low, let high, _):
      let digits = fractionDigits
      return (
        NumberText(scaled(low), fractionDigits: digits).text,
        NumberText(scaled(high), fractionDigits: digits).text
      )
    case .months(let low, let high):
      guard low % 12 == 0, high % 12 == 0 else { return ("\(low)", "\(high)") }
      return ("\(low / 12)", "\(high / 12)")
    case .days(let first, let last): return (first.description, last.description)
    }
  }

  /// What the numbers count, with the scale in front; empty of days.
  var unit: String {
    switch range {
    case .amount(_, _, let unit):
      let scale = power == 9 ? "bn" : power == 6 ? "M" : power == 3 ? "k" : ""
      let name = unit == .percent ? "%" : unit.description
      return [scale, name].filter { !$0.isEmpty }.joined(separator: " ")
    case .months(let low, let high): return low % 12 == 0 && high % 12 == 0 ? "years" : "months"
    case .days: return ""
    }
  }

  /// The digits after the point at which neither end loses any.
  private var fractionDigits: Int {
    guard case .amount(let low, let high, _) = range else { return 0 }
    return max(scaled(low).fractionDigits, scaled(high).fractionDigits)
  }

  /// A value without its unit, with one digit more than the interval's ends.
  ///
  /// - Parameter gap: How far it is out of the interval; so many digits are shown that this is seen.
  func text(of value: QuantityValue, gap: PreciseReal? = nil) -> String {
    switch value {
    case .amount(let number):
      let digits = max(fractionDigits + 1, digitsToSee(gap) ?? 0)
      return NumberText(scaled(number), fractionDigits: digits).text
    case .months(let count):
      let isYears = unit == "years" && count % 12 == 0
      return isYears ? "\(count / 12)" : unit == "years" ? "\(count) months" : "\(count)"
    case .day(let day): return day.description
    }
  }

  /// A gap with its sign, such as `+0.289`; of lengths and days with their unit.
  func text(ofGap gap: PreciseReal) -> String {
    switch range {
    case .amount:
      let digits = max(fractionDigits + 1, digitsToSee(gap) ?? 0)
      return Self.signed(NumberText(scaled(gap), fractionDigits: digits).text, gap)
    case .months, .days:
      let count = NumberText(ExactDecimal(rounding: gap), fractionDigits: 0).text
      let unit = if case .months = range { "month" } else { "day" }
      return "\(Self.signed(count, gap)) \(unit)\(count == "1" || count == "-1" ? "" : "s")"
    }
  }

  /// A share with its sign, and with the digits that it takes to be more than nothing.
  static func percentage(_ share: PreciseReal) -> String {
    let percent = ExactDecimal(rounding: share.times(100))
    let digits = (1...mostDigits).first { places in
      NumberText(percent, fractionDigits: places).text.contains { ("1"..."9").contains($0) }
    }
    let text = NumberText(percent, fractionDigits: digits ?? 1).text
    return signed(text, share) + " %"
  }

  private static func signed(_ text: String, _ number: PreciseReal) -> String {
    number.isPositive ? "+\(text)" : text
  }

  /// The fewest digits after the point at which a gap is not shown as nothing.
  private func digitsToSee(_ gap: PreciseReal?) -> Int? {
    guard let gap, !gap.isZero else { return nil }
    let number = scaled(gap)
    return (0...Self.mostDigits).first { places in
      NumberText(number, fractionDigits: places).text.contains { ("1"..."9").contains($0) }
    }
  }

  private func scaled(_ number: ExactDecimal) -> ExactDecimal {
    (number.scaled(byPowerOfTen: -power) ?? number).normalized
  }

  private func scaled(_ number: PreciseReal) -> ExactDecimal {
    ExactDecimal(
      rounding: number.divided(by: PreciseReal(integer: 10).raised(to: power)))
  }
}
