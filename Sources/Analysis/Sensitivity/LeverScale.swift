public import FinanceBasics
import LeaseModel

/// What the numbers of a lever count, so that each can be written down and read back.
public enum LeverScale: Hashable, Sendable {
  /// Percentage points: 8 is 8 %.
  case percentage
  /// A figure in thousands, millions or billions of its unit, or in the unit itself.
  case figure(Magnitude, MeasureUnit)
  case time(TimeUnit)
  /// The number of a day.
  case date
  case count
  /// A plain factor.
  case factor

  /// The scale word before a unit.
  public enum Magnitude: String, CaseIterable, Hashable, Sendable {
    case units = ""
    case thousands = "k"
    case millions = "M"
    case billions = "bn"

    /// The zeros that the word stands for.
    public var powerOfTen: Int {
      switch self {
      case .units: 0
      case .thousands: 3
      case .millions: 6
      case .billions: 9
      }
    }
  }

  /// What a length or a delay counts.
  public enum TimeUnit: String, Hashable, Sendable {
    case years, months, days

    /// The months of one; 0 of a day.
    var months: Int {
      switch self {
      case .years: 12
      case .months: 1
      case .days: 0
      }
    }
  }

  /// A number as a deal file or the command line writes it, such as `9 M USD/MW-IT` or `6 months`.
  public func text(of number: ExactDecimal) -> String {
    switch self {
    case .percentage: return "\(number) %"
    case .figure(let magnitude, let unit):
      let words = [number.description, magnitude.rawValue, unit.description]
      return words.filter { !$0.isEmpty }.joined(separator: " ")
    case .time(let unit):
      let isOne = number.digits.magnitude == 1 && number.fractionDigits == 0
      return "\(number) \(isOne ? String(unit.rawValue.dropLast()) : unit.rawValue)"
    case .date: return date(of: number).description
    case .count, .factor: return number.description
    }
  }

  /// What stands behind the number in its text: `%`, `M USD/MW-IT`, `months`; empty of a plain one.
  public var unitText: String {
    switch self {
    case .percentage: "%"
    case .figure(let magnitude, let unit):
      [magnitude.rawValue, unit.description].filter { !$0.isEmpty }.joined(separator: " ")
    case .time(let unit): unit.rawValue
    case .date, .count, .factor: ""
    }
  }

  /// Whether only whole numbers are values: days, months, counts.
  var isDiscrete: Bool {
    switch self {
    case .time, .date, .count: true
    case .percentage, .figure, .factor: false
    }
  }

  /// The day of a number.
  public func date(of number: ExactDecimal) -> CalendarDate {
    CalendarDate(dayNumber: Int32(clamping: number.digits))
  }

  /// A number of the scale as a delay; of another scale than time, none.
  func delay(of number: ExactDecimal) -> Delay {
    guard case .time(let unit) = self else { return .none }
    let count = Int(clamping: number.digits)
    return unit == .days ? Delay(days: count) : Delay(months: count * unit.months)
  }

  /// A figure's number in its unit, without the scale word; of another scale, the number itself.
  public func point(of number: ExactDecimal) -> ExactDecimal {
    guard case .figure(let magnitude, _) = self else { return number }
    return number.scaled(byPowerOfTen: magnitude.powerOfTen) ?? number
  }

  /// The scale in which the figure of a deal is told: by the scale word that it is written with.
  init(of figure: Figure) {
    guard figure.unit != .percent else {
      self = .percentage
      return
    }
    let words = figure.text.split(separator: " ").map(String.init)
    let magnitude = words.lazy.compactMap(LeverNumbers.magnitude).first ?? .units
    self = .figure(magnitude, figure.unit)
  }

  /// The number of a figure on this scale.
  func number(of figure: Figure) -> ExactDecimal {
    guard case .figure(let magnitude, _) = self else { return figure.point.normalized }
    return (figure.point.scaled(byPowerOfTen: -magnitude.powerOfTen) ?? figure.point).normalized
  }
}
