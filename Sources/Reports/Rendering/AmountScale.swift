import FinanceBasics

/// The unit and the digits with which all amounts of one table are shown.
struct AmountScale: Hashable {
  let unit: AmountUnit
  /// Units 2, thousands 0, millions 1 and billions 2; one more of the last two below ten of them.
  let fractionDigits: Int

  /// - Parameter largest: The greatest magnitude of the table's amounts, in minor units.
  init(_ unit: AmountUnit, largest: UInt64) {
    self.unit = unit
    let isSmall = largest < 10 * Self.minorUnits(in: unit)
    fractionDigits =
      switch unit {
      case .units: 2
      case .thousands: 0
      case .millions: isSmall ? 2 : 1
      case .billions: isSmall ? 3 : 2
      }
  }

  static func minorUnits(in unit: AmountUnit) -> UInt64 {
    UInt64(powerOfTen(unit.powerOfTen + 2))
  }

  /// The amount in the unit, rounded alone.
  func text(of minorUnits: Int64) -> NumberText {
    NumberText(
      ExactDecimal(digits: Int128(minorUnits), fractionDigits: unit.powerOfTen + 2),
      fractionDigits: fractionDigits)
  }

  /// Whether the amount is shown to the cent, or has zeros where it is cut.
  func isExact(_ minorUnits: Int64) -> Bool {
    minorUnits.magnitude % UInt64(powerOfTen(unit.powerOfTen + 2 - fractionDigits)) == 0
  }

  /// The units to try for a table, finest first: those of which its largest amount is at least one.
  static func candidates(largest: UInt64) -> [AmountUnit] {
    [.units, .thousands, .millions].filter { $0 == .units || largest >= minorUnits(in: $0) }
  }
}
