public import FinanceBasics

/// The value of a measure under one change of deals.
public enum MeasuredValue: Hashable, Sendable {
  /// Minor units.
  case amount(Int64)
  /// A fraction of one.
  case fraction(Double)
  /// A plain number.
  case multiple(Double)
  case date(CalendarDate)

  /// The value as a number: minor units, a fraction of one, a multiple, or the number of the day.
  public var number: Double {
    switch self {
    case .amount(let minorUnits): Double(minorUnits)
    case .fraction(let number), .multiple(let number): number
    case .date(let date): Double(date.dayNumber)
    }
  }

  /// What the value has more than another of its kind; of dates in days; `nil` of another kind.
  public func difference(from other: MeasuredValue) -> MeasuredDifference? {
    switch (self, other) {
    case (.amount(let value), .amount(let other)): .amount(value - other)
    case (.fraction(let value), .fraction(let other)): .fraction(value - other)
    case (.multiple(let value), .multiple(let other)): .multiple(value - other)
    case (.date(let value), .date(let other)): .days(other.days(until: value))
    default: nil
    }
  }
}

/// By how much one value of a measure is above another.
public enum MeasuredDifference: Hashable, Sendable {
  /// Minor units.
  case amount(Int64)
  /// A fraction of one.
  case fraction(Double)
  /// A plain number.
  case multiple(Double)
  case days(Int)

  /// The difference as a number.
  public var number: Double {
    switch self {
    case .amount(let minorUnits): Double(minorUnits)
    case .fraction(let number), .multiple(let number): number
    case .days(let count): Double(count)
    }
  }

  /// The difference without its sign.
  public var magnitude: MeasuredDifference {
    switch self {
    case .amount(let minorUnits): .amount(abs(minorUnits))
    case .fraction(let number): .fraction(abs(number))
    case .multiple(let number): .multiple(abs(number))
    case .days(let count): .days(abs(count))
    }
  }
}
