import FinanceBasics
import LeaseModel

extension LeverNumbers {
  /// Lengths or delays of one unit, such as `6mo`, `90 days` or `2 quarters`.
  static func times(
    _ texts: [String], areDelays: Bool
  ) throws(SensitivityFault) -> LeverNumbers {
    let pieces = try texts.map { text throws(SensitivityFault) in try Piece(text) }
    let words = pieces.map(\.suffix).filter { !$0.isEmpty }
    var counts: [(count: ExactDecimal, unit: LeverScale.TimeUnit)] = []
    for piece in pieces {
      let word = piece.suffix.isEmpty ? try common(words, for: piece.text) : piece.suffix
      guard let (unit, multiple) = timeUnit(word), piece.number.isInteger else {
        throw areDelays
          ? .value(DelayFault.malformed(piece.text)) : .value(LengthFault.malformed(piece.text))
      }
      let limit = ExactDecimal(greatest(unit, areDelays: areDelays) / multiple)
      guard piece.number.magnitude <= limit else {
        throw areDelays
          ? .value(DelayFault.tooLong(piece.text)) : .value(LengthFault.tooLong(piece.text))
      }
      counts.append(((piece.number * ExactDecimal(multiple)).normalized, unit))
    }
    let units = counts.map(\.unit.rawValue).distinct
    guard !units.contains(LeverScale.TimeUnit.days.rawValue) || units.count == 1 else {
      throw .unitsDiffer(units)
    }
    let unit = units.count == 1 ? counts[0].unit : .months
    return LeverNumbers(
      counts.map { ($0.count * ExactDecimal($0.unit == unit ? 1 : $0.unit.months)).normalized },
      on: .time(unit))
  }

  /// The largest count of a unit: 20 years of a delay, as a scenario takes it, 100 of a length.
  private static func greatest(_ unit: LeverScale.TimeUnit, areDelays: Bool) -> Int {
    switch unit {
    case .years: areDelays ? 20 : 100
    case .months: areDelays ? 240 : 1200
    case .days: areDelays ? 7305 : 36_525
    }
  }

  /// What a word counts, and how many of that it is.
  private static func timeUnit(_ word: String) -> (unit: LeverScale.TimeUnit, multiple: Int)? {
    switch word {
    case "y", "year", "years": (.years, 1)
    case "q", "quarter", "quarters": (.months, 3)
    case "mo", "month", "months": (.months, 1)
    case "d", "day", "days": (.days, 1)
    default: nil
    }
  }
}
