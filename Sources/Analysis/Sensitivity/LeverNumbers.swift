import FinanceBasics

/// Numbers of one lever, read together so that a unit written once holds for all of them.
struct LeverNumbers {
  /// In the order of the texts, in the scale's unit.
  let numbers: [ExactDecimal]
  let scale: LeverScale

  init(_ numbers: [ExactDecimal], on scale: LeverScale) {
    self.numbers = numbers
    self.scale = scale
  }

  /// Reads at least one text.
  ///
  /// - Throws: `sensitivity.unit-ambiguous`, `sensitivity.units-differ`, `sensitivity.not-a-day`, or the
  ///   fault of a figure, a date or a length.
  init(reading texts: [String], as kind: LeverKind) throws(SensitivityFault) {
    switch kind {
    case .date: self.init(try texts.map(Self.dayNumber), on: .date)
    case .figure(let dimensions): self = try Self.figures(texts, asAnyOf: dimensions)
    case .share: self = try Self.figures(texts, asAnyOf: [.percentage])
    case .time(let isDelay): self = try Self.times(texts, areDelays: isDelay)
    case .count: self.init(try texts.map(Self.plainNumber), on: .count)
    case .factor: self.init(try texts.map(Self.plainNumber), on: .factor)
    }
  }

  private static func dayNumber(_ text: String) throws(SensitivityFault) -> ExactDecimal {
    let text = text.trimmed
    if let day = CalendarDate(text) { return ExactDecimal(Int(day.dayNumber)) }
    do throws(DateFault) {
      _ = try StatedDate(reading: text)
    } catch {
      throw .value(error)
    }
    throw .dateNotADay(text)
  }

  private static func plainNumber(_ text: String) throws(SensitivityFault) -> ExactDecimal {
    let piece = try Piece(text)
    guard piece.suffix.isEmpty else { throw .value(QuantityFault.notANumber(text.trimmed)) }
    return piece.number.normalized
  }

  /// One number with the words behind it.
  struct Piece {
    let text: String
    let number: ExactDecimal
    let suffix: String

    init(_ written: String) throws(SensitivityFault) {
      text = written.trimmed
      let digits = text.prefix {
        $0.isASCII && ($0.isNumber || $0 == "," || $0 == "." || $0 == "-")
      }
      guard let number = ExactDecimal(String(digits)) else {
        throw .value(QuantityFault.notANumber(text))
      }
      self.number = number
      suffix = String(text.dropFirst(digits.count)).trimmed
    }
  }

  /// The one of the words that holds for a number without any.
  static func common(
    _ words: [String], for text: String
  ) throws(SensitivityFault) -> String {
    var distinct: [String] = []
    for word in words where !distinct.contains(word) { distinct.append(word) }
    guard distinct.count <= 1 else { throw .unitAmbiguous(text, units: distinct) }
    return distinct.first ?? ""
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    var text = self[...].drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension [String] {
  /// Each text once, in the order of the first of its kind.
  var distinct: [String] {
    reduce(into: []) { texts, text in if !texts.contains(text) { texts.append(text) } }
  }
}
