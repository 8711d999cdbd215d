public import FinanceBasics

/// What a field takes, and thereby how its text is read.
public enum FieldKind: Hashable, Sendable {
  case text
  /// The id of the thing itself: lower-case letters, digits and hyphens.
  case identifier
  case party, site, deal
  /// A figure of any of these measures.
  case figure([Dimension])
  /// A percentage from 0 to 100.
  case share
  case date
  case length
  /// A whole number within bounds.
  case count(ClosedRange<Int>)
  /// A plain factor above zero.
  case multiplier
  /// One of the listed words.
  case choice([String])
  /// One of the listed words, or a day.
  case choiceOrDate([String])
  /// A date, or a lease year such as `year 10`.
  case dateOrLeaseYear
  /// Lease years such as `1-10`.
  case leaseYears
  /// A month and a day such as `12-31`.
  case monthDay

  /// What the field takes, in a few words.
  public var summary: String {
    switch self {
    case .text: "text"
    case .identifier: "a name of lower-case letters, digits and hyphens"
    case .party: "a party's id or one of its aliases"
    case .site: "a site's id or its name"
    case .deal: "a deal's id"
    case .figure(let dimensions): dimensions.map(\.rawValue).joined(separator: ", or ")
    case .share: "a percentage from 0 % to 100 %"
    case .date: "a date or a period"
    case .length: "a length of time"
    case .count(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .multiplier: "a plain factor"
    case .choice(let words): Self.list(words)
    case .choiceOrDate(let words): Self.list(words) + ", or a date"
    case .dateOrLeaseYear: "a date, or a lease year such as year 10"
    case .leaseYears: "lease years such as 1-10"
    case .monthDay: "a month and a day such as 12-31"
    }
  }

  /// Words in quotes, as one of them may hold a comma.
  private static func list(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: ", ")
  }
}
