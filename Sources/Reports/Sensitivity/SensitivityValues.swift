import Analysis
import FinanceBasics

extension SensitivityMeasure {
  /// How a column of the measure is shown.
  var columnKind: ColumnKind {
    switch kind {
    case .amount: .amount
    case .percent: .percent(fractionDigits: 2)
    case .multiple: .decimal(fractionDigits: 2)
    case .date: .date
    }
  }

  /// How a column of differences is shown: of dates, days.
  var differenceKind: ColumnKind { kind == .date ? .count : columnKind }

  /// The name inside a sentence.
  var nameInSentence: String {
    switch self {
    case .netOperatingIncome: name
    default: name.prefix(1).lowercased() + name.dropFirst()
    }
  }
}

extension Value {
  /// The value of a measure; a blank where there is none.
  static func measured(_ value: MeasuredValue?) -> Value {
    switch value {
    case nil: .blank
    case .amount(let minorUnits): .amount(minorUnits)
    case .fraction(let fraction): .percent(fraction)
    case .multiple(let number): .decimal(number)
    case .date(let date): .date(date)
    }
  }

  /// A difference of a measure; a blank where there is none.
  static func difference(_ value: MeasuredDifference?) -> Value {
    switch value {
    case nil: .blank
    case .amount(let minorUnits): .amount(minorUnits)
    case .fraction(let fraction): .percent(fraction)
    case .multiple(let number): .decimal(number)
    case .days(let count): .count(count)
    }
  }

  /// A number of a lever for programs: a fraction of one, a figure in its unit, a count, a day.
  static func lever(_ number: ExactDecimal, on scale: LeverScale) -> Value {
    switch scale {
    case .percentage: .percent((number.scaled(byPowerOfTen: -2) ?? number).normalized)
    case .figure: .decimal(scale.point(of: number).normalized)
    case .date: .date(scale.date(of: number))
    case .time, .count, .factor: .decimal(number.normalized)
    }
  }
}

extension LeverScale {
  /// The unit of a number for programs; empty of a fraction of one, a plain number and a day.
  var programUnit: String {
    switch self {
    case .figure(_, let unit): unit.description
    case .time(let unit): unit.rawValue
    case .percentage, .date, .count, .factor: ""
    }
  }

  /// A number as short as its place allows: a figure without its unit, which stands beside the name.
  func shortText(of number: ExactDecimal) -> String {
    guard case .figure = self else { return text(of: number) }
    return NumberText(number, fractionDigits: number.fractionDigits).text
  }
}

extension SensitivityAxis {
  /// The name, with the unit that the short texts leave out.
  var heading: String {
    guard case .figure = scale, !scale.unitText.isEmpty else { return lever.name }
    return "\(lever.name), \(scale.unitText)"
  }

  /// The name, with the unit that typed values leave out.
  var typedHeading: String { scale.typedHeading(lever.name) }

  /// The number of a row, all of them with the digits that the longest has.
  func typedValue(at row: Int) -> Value {
    let digits = numbers.map(\.normalized.fractionDigits).max() ?? 0
    return scale.typed(numbers[row], fractionDigits: digits)
  }
}

extension LeverScale {
  /// A name with the unit that typed values leave out: none of percentages, days and plain numbers.
  func typedHeading(_ name: String) -> String {
    switch self {
    case .percentage, .date, .count, .factor: name
    case .figure, .time: unitText.isEmpty ? name : "\(name), \(unitText)"
    }
  }

  /// A number as a workbook holds it: of percentages a fraction, of days a day, of figures the number
  /// before its unit.
  ///
  /// - Parameter fractionDigits: Of the number as it is written, which people see.
  func typed(_ number: ExactDecimal, fractionDigits: Int) -> Value {
    switch self {
    case .percentage:
      Value.lever(number, on: self).formatted(as: .percent(fractionDigits: fractionDigits))
    case .date: .date(date(of: number))
    case .figure, .time, .count, .factor:
      Value.decimal(number).formatted(as: .decimal(fractionDigits: fractionDigits))
    }
  }
}

extension MeasuredValue {
  /// The value inside a sentence, such as `12.5 %` or `1,200.00 USD`.
  func words(in currency: Currency, style: TextStyle) -> String {
    switch self {
    case .fraction(let fraction): return percentText(fraction)
    case .date(let date): return date.description
    case .multiple(let number):
      return NumberText(ExactDecimal(rounding: number), fractionDigits: 4).text
    case .amount(let minorUnits):
      let scale = AmountScale(style.unit ?? .units, largest: minorUnits.magnitude)
      return [scale.text(of: minorUnits).text, scale.unit.multiplier, currency.code]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}
