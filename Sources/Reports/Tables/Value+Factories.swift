public import FinanceBasics

extension Value {
  /// Nothing: an empty cell.
  public static let blank = Value(.blank)

  /// Words.
  public static func text(_ text: String) -> Value { Value(.text(text)) }

  /// An amount in minor units.
  public static func amount(_ minorUnits: Int64) -> Value { Value(.amount(minorUnits)) }

  /// A number of things.
  public static func count(_ count: Int) -> Value { Value(.count(count)) }

  /// A day.
  public static func date(_ day: CalendarDate) -> Value { Value(.date(day)) }

  /// What is stated in words: a day or a percentage where it is nothing else, such as `2027-06-30` or
  /// `8 %`, and else the words.
  public static func stated(_ text: String) -> Value {
    if let day = CalendarDate(text), day.description == text { return .date(day) }
    guard text.hasSuffix(" %"), let points = ExactDecimal(String(text.dropLast(2))),
      let fraction = points.scaled(byPowerOfTen: -2)
    else { return .text(text) }
    return .percent(fraction)
  }

  /// A calendar year.
  public static func year(_ year: Int) -> Value { Value(.count(year)).formatted(as: .year) }

  /// A number in the unit of its column, with the digits that it was written with.
  public static func decimal(_ number: ExactDecimal) -> Value { Value(.decimal(number)) }

  /// A number in the unit of its column, to 12 digits after the point.
  ///
  /// - Precondition: The magnitude is below 10³⁰.
  public static func decimal(_ number: PreciseReal) -> Value {
    Value(.decimal(ExactDecimal(rounding: number)))
  }

  /// A number in the unit of its column, to 12 digits after the point.
  ///
  /// - Precondition: The number is finite and its magnitude is below 10³⁰.
  public static func decimal(_ number: Double) -> Value {
    Value(.decimal(ExactDecimal(rounding: number)))
  }

  /// A fraction of one, shown as a percentage.
  public static func percent(_ fraction: ExactDecimal) -> Value { Value(.percent(fraction)) }

  /// A fraction of one, to 12 digits after the point; precondition as for a decimal.
  public static func percent(_ fraction: PreciseReal) -> Value {
    Value(.percent(ExactDecimal(rounding: fraction)))
  }

  /// A fraction of one, to 12 digits after the point; precondition as for a decimal.
  public static func percent(_ fraction: Double) -> Value {
    Value(.percent(ExactDecimal(rounding: fraction)))
  }
}

/// The digits after the point that a computed number keeps in CSV and JSON.
let computedFractionDigits = 12

extension ExactDecimal {
  /// A computed real to 12 digits after the point, without zeros at its end.
  ///
  /// - Precondition: The magnitude is below 10³⁰.
  init(rounding real: PreciseReal) {
    let number =
      ExactDecimal(real.formatted(fractionDigits: computedFractionDigits))
      ?? ExactDecimal(real.formatted(fractionDigits: 0))
    guard let number else { preconditionFailure("a reported number is below 10³⁰") }
    self = number.normalized
  }

  /// A computed number to 12 digits after the point, half to even, without zeros at its end.
  ///
  /// The shortest decimal that reads back as the number is what is rounded: 0.1 stays 0.1.
  /// - Precondition: The number is finite and its magnitude is below 10³⁰.
  init(rounding number: Double) {
    precondition(number.magnitude < 1e30, "a reported number is finite and below 10³⁰")
    let parts = "\(number)".split(separator: "e")
    guard let mantissa = ExactDecimal(String(parts[0])) else {
      preconditionFailure("a finite number prints as a decimal")
    }
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let places = mantissa.fractionDigits - exponent
    guard places >= 0 else {
      self.init(digits: mantissa.digits * Int128(powerOfTen(-places)), fractionDigits: 0)
      return
    }
    let dropped = max(0, places - computedFractionDigits)
    let kept = roundedHalfEven(mantissa.digits, droppingDigits: dropped)
    self = ExactDecimal(digits: kept, fractionDigits: places - dropped).normalized
  }
}
