import FinanceBasics

extension LeverNumbers {
  /// A hundredth of a percentage point.
  private static let basisPoints = "bp"

  /// What a scale word stands for; `nil` of another word.
  static func magnitude(_ word: String) -> LeverScale.Magnitude? {
    switch word {
    case "k", "thousand": .thousands
    case "M", "million": .millions
    case "bn", "billion": .billions
    default: nil
    }
  }

  /// A scale word and a unit; either may be missing.
  private struct Suffix {
    let magnitude: LeverScale.Magnitude
    let unit: String

    init(_ text: String) {
      let first = text.prefix { $0 != " " }
      let found = LeverNumbers.magnitude(String(first))
      magnitude = found ?? .units
      unit = found == nil ? text : String(text.dropFirst(first.count)).trimmed
    }
  }

  /// Figures of one unit; a scale word and a unit written once hold for all.
  static func figures(
    _ texts: [String], asAnyOf dimensions: [Dimension]
  ) throws(SensitivityFault) -> LeverNumbers {
    let pieces = try texts.map { text throws(SensitivityFault) in try Piece(text) }
    let suffixes = pieces.map { Suffix($0.suffix) }
    let units = suffixes.map(\.unit).filter { !$0.isEmpty }
    let words = zip(pieces, suffixes).filter { !$0.0.suffix.isEmpty }.map(\.1.magnitude.rawValue)
    var figures: [Figure] = []
    var magnitudes: [LeverScale.Magnitude] = []
    for (piece, suffix) in zip(pieces, suffixes) {
      let unit = suffix.unit.isEmpty ? try common(units, for: piece.text) : suffix.unit
      let word =
        piece.suffix.isEmpty ? try common(words, for: piece.text) : suffix.magnitude.rawValue
      figures.append(try figure(piece, word, unit, asAnyOf: dimensions))
      magnitudes.append(LeverScale.Magnitude(rawValue: word) ?? .units)
    }
    let unit = figures[0].unit
    guard figures.allSatisfy({ $0.unit == unit }) else {
      throw .unitsDiffer(figures.map(\.unit.description).distinct)
    }
    let least = magnitudes.min { $0.powerOfTen < $1.powerOfTen } ?? .units
    let scale = unit == .percent ? LeverScale.percentage : .figure(least, unit)
    return LeverNumbers(figures.map { scale.number(of: $0) }, on: scale)
  }

  private static func figure(
    _ piece: Piece, _ word: String, _ unit: String, asAnyOf dimensions: [Dimension]
  ) throws(SensitivityFault) -> Figure {
    let isBasisPoints = unit == basisPoints && dimensions.contains(.percentage)
    let number = isBasisPoints ? piece.number.scaled(byPowerOfTen: -2) : piece.number
    let parts = [
      (number ?? piece.number).description, word, isBasisPoints ? "%" : unit,
    ]
    do throws(QuantityFault) {
      return try Figure(
        reading: parts.filter { !$0.isEmpty }.joined(separator: " "), asAnyOf: dimensions)
    } catch {
      throw .value(error)
    }
  }
}
