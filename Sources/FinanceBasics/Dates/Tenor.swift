/// A length of time in calendar months, or in days: a term, a renewal, a rent-free period.
public enum Tenor: Hashable, Sendable {
  case months(Int)
  case days(Int)

  /// The longest term that is taken: 100 years.
  public static let maximumMonths = 1200

  /// The day that follows a period of this length from a day on.
  public func added(to date: CalendarDate) -> CalendarDate {
    switch self {
    case .months(let count): date.adding(months: count)
    case .days(let count): date.adding(days: count)
    }
  }

  /// The months, where the length is stated in months or years.
  public var months: Int? {
    if case .months(let count) = self { count } else { nil }
  }
}

extension Tenor: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `15 years`, `1 year`, `15 years 6 months`, `180 months` or `90 days`.
  ///
  /// Counts are whole and not negative; the length is at most 100 years.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2 || words.count == 4 else { return nil }
    var months = 0
    var units: [Substring] = []
    for index in stride(from: 0, to: words.count, by: 2) {
      guard words[index].utf8.count <= 5, let count = Int(words[index]), count >= 0,
        words[index].first != "+"
      else { return nil }
      switch words[index + 1] {
      case "year", "years": months += count * 12
      case "month", "months": months += count
      case "day", "days":
        guard words.count == 2, count <= 36_525 else { return nil }
        self = .days(count)
        return
      default: return nil
      }
      units.append(words[index + 1].prefix(1))
    }
    guard units == ["y"] || units == ["m"] || units == ["y", "m"],
      months <= Self.maximumMonths
    else { return nil }
    self = .months(months)
  }

  /// The length as it would be written in a deal file, in years where it is whole years.
  public var description: String {
    switch self {
    case .days(let count): "\(count) \(count == 1 ? "day" : "days")"
    case .months(let count) where count % 12 == 0 && count > 0:
      "\(count / 12) \(count == 12 ? "year" : "years")"
    case .months(let count) where count > 12:
      "\(count / 12) \(count < 24 ? "year" : "years") \(Tenor.months(count % 12))"
    case .months(let count): "\(count) \(count == 1 ? "month" : "months")"
    }
  }
}
