extension Delay: CustomStringConvertible {
  /// Reads `90d`, `90 days`, `6mo`, `6 months`, `2 quarters`, `1 year`, `1 year 6 months`,
  /// `3 months 15 days` or `-30 days`; a sign before the first number holds for all of them.
  ///
  /// - Throws: `delay.malformed`, and `delay.too-long` beyond 20 years either way.
  public init(reading text: String) throws(DelayFault) {
    var rest = text[...]
    let isEarlier = rest.first == "-"
    if isEarlier || rest.first == "+" { rest = rest.dropFirst() }
    var (months, days) = (0, 0)
    var units: [Unit] = []
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let word = rest.prefix { $0 != " " && !("0"..."9").contains($0) }
      rest = rest.dropFirst(word.count)
      guard !digits.isEmpty, let unit = Unit(word), units.last.map({ $0 < unit }) != false else {
        throw .malformed(text)
      }
      guard digits.utf8.count <= 5, let count = Int(digits) else { throw .tooLong(text) }
      months += count * unit.months
      days += count * unit.days
      units.append(unit)
      let gap = rest.prefix { $0 == " " }
      rest = rest.dropFirst(gap.count)
      guard gap.isEmpty || !rest.isEmpty else { throw .malformed(text) }
    }
    guard !units.isEmpty else { throw .malformed(text) }
    guard months <= Self.maximumMonths, days <= Self.maximumDays else { throw .tooLong(text) }
    self = isEarlier ? -Delay(months: months, days: days) : Delay(months: months, days: days)
  }

  /// The most months of one stated delay, either way: 20 years.
  private static let maximumMonths = 240
  /// The most days of one stated delay, either way: 20 years with five leap days.
  private static let maximumDays = 7305

  /// What a number counts, the longest first.
  private enum Unit: Int, Comparable {
    case years, quarters, months, days

    init?(_ word: Substring) {
      switch word {
      case "y", "year", "years": self = .years
      case "q", "quarter", "quarters": self = .quarters
      case "mo", "month", "months": self = .months
      case "d", "day", "days": self = .days
      default: return nil
      }
    }

    var months: Int {
      switch self {
      case .years: 12
      case .quarters: 3
      case .months: 1
      case .days: 0
      }
    }

    var days: Int { self == .days ? 1 : 0 }

    static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }
  }

  /// In words, such as `6 months`, `-30 days` or `3 months and -5 days`.
  ///
  /// They read back as the delay unless months and days go in different directions.
  public var description: String {
    let parts = [(months, "month"), (days, "day")].filter { $0.0 != 0 }
    guard !parts.isEmpty else { return "0 days" }
    if parts.count == 2, (months < 0) != (days < 0) {
      return parts.map { Self.words($0.0, $0.1) }.joined(separator: " and ")
    }
    let sign = parts[0].0 < 0 ? "-" : ""
    return sign + parts.map { Self.words(abs($0.0), $0.1) }.joined(separator: " ")
  }

  private static func words(_ count: Int, _ unit: String) -> String {
    "\(count) \(unit)\(abs(count) == 1 ? "" : "s")"
  }
}
