import FinanceBasics

/// The text of one field, read.
enum FieldValue: Sendable {
  /// A source says that there is none.
  case none
  /// Written for the reader; the path stays open.
  case notDisclosed
  /// What was written cannot be read, so that its path is taken and its value is not known.
  case malformed
  /// A text, a choice or an id.
  case text(String)
  case figure(Figure)
  case date(StatedDate)
  case length(Tenor)
  case count(Int)
  case multiplier(ExactDecimal)
  /// From 0, end excluded.
  case leaseYears(Range<Int>)
  /// From 1.
  case leaseYear(Int)
}

extension FieldValue {
  /// Whether another value lies in the interval or the period that this one's wording leaves open.
  func mayMean(_ other: FieldValue) -> Bool {
    switch (self, other) {
    case (.figure(let figure), .figure(let narrow)):
      figure.unit == narrow.unit && !(narrow.point < figure.low) && !(figure.high < narrow.point)
    case (.date(let date), .date(let narrow)):
      narrow.first >= date.first && narrow.last <= date.last
    default: false
    }
  }
}

extension FieldKind {
  /// Reads the text of a field.
  func value(of text: String) throws(FieldFault) -> FieldValue {
    if text == "none", !isTakingNone { return .none }
    if text == "not disclosed" { return .notDisclosed }
    switch self {
    case .text:
      guard text.utf8.count <= FieldFault.maximumTextLength else {
        throw .textTooLong(text.utf8.count)
      }
      return .text(text)
    case .identifier, .party, .site, .deal:
      guard DealID(reading: text) != nil else { throw .nameMalformed(text) }
      return .text(text)
    case .figure(let dimensions):
      do { return .figure(try Figure(reading: text, asAnyOf: dimensions)) } catch {
        throw .quantity(error)
      }
    case .share: return .figure(try Self.share(text))
    case .date: return .date(try Self.date(text))
    case .length:
      do { return .length(try Tenor(reading: text)) } catch { throw .length(error) }
    case .choice(let words):
      guard words.contains(text) else { throw .choiceUnknown(text, choices: words) }
      return .text(text)
    default: return try valueOfSpecialKind(text)
    }
  }

  /// Whether `none` is one of the field's own words.
  private var isTakingNone: Bool {
    if case .choice(let words) = self { words.contains("none") } else { self == .text }
  }

  private func valueOfSpecialKind(_ text: String) throws(FieldFault) -> FieldValue {
    switch self {
    case .count(let bounds):
      guard let count = Self.wholeNumber(text), bounds.contains(count) else {
        throw .countMalformed(text, bounds: bounds)
      }
      return .count(count)
    case .multiplier:
      guard let factor = ExactDecimal(text), factor.fractionDigits <= 12, .zero < factor,
        factor <= ExactDecimal(1000)
      else { throw .multiplierMalformed(text) }
      return .multiplier(factor)
    case .choiceOrDate(let words):
      if words.contains(text) { return .text(text) }
      guard text.utf8.first.map({ (48...57).contains($0) }) == true else {
        throw .choiceUnknown(text, choices: words + ["2027-06-30"])
      }
      return .date(try Self.date(text))
    case .dateOrLeaseYear:
      guard text.hasPrefix("year ") else { return .date(try Self.date(text)) }
      guard let year = Self.wholeNumber(text.dropFirst(5)), (1...100).contains(year) else {
        throw .countMalformed(text, bounds: 1...100)
      }
      return .leaseYear(year)
    case .leaseYears: return .leaseYears(try Self.leaseYears(text))
    default:
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, CalendarDate("2028-\(text)") != nil else {
        throw .monthDayMalformed(text)
      }
      return .text(text)
    }
  }

  private static func share(_ text: String) throws(FieldFault) -> Figure {
    do {
      let figure = try Figure(reading: text, as: .percentage)
      guard !(figure.point < .zero), !(ExactDecimal(100) < figure.point) else {
        throw FieldFault.shareOutOfBounds(text)
      }
      return figure
    } catch let fault as QuantityFault {
      throw .quantity(fault)
    } catch {
      throw .shareOutOfBounds(text)
    }
  }

  private static func date(_ text: String) throws(FieldFault) -> StatedDate {
    do { return try StatedDate(reading: text) } catch { throw .date(error) }
  }

  private static func leaseYears(_ text: String) throws(FieldFault) -> Range<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = wholeNumber(parts[0]),
      let last = wholeNumber(parts[parts.count - 1]), (1...100).contains(first),
      (first...100).contains(last)
    else { throw .leaseYearsMalformed(text) }
    return first - 1..<last
  }

  private static func wholeNumber(_ text: some StringProtocol) -> Int? {
    let digits = String(text).replacingCommas
    guard !digits.isEmpty, digits.utf8.count <= 18,
      digits.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(digits)
  }
}

extension String {
  /// The text without its commas.
  fileprivate var replacingCommas: String { String(filter { $0 != "," }) }
}
