/// A column of a table: its key for programs, its heading for people, and what it holds.
public struct Column: Hashable, Sendable {
  /// Snake case and stable: the header of CSV and the member name of JSON.
  public let key: String
  /// For people; broken into several lines where the column is narrow.
  public let heading: String
  /// What the values are, and how people see them.
  public let kind: ColumnKind
  /// Whether the column names its row, and is repeated where a wide table is split into blocks.
  public let isKey: Bool
  /// Who sees the column.
  public let audience: Audience

  /// A column that all see and that is not a key, unless said otherwise.
  public init(
    _ key: String, _ heading: String, _ kind: ColumnKind, isKey: Bool = false,
    audience: Audience = .all
  ) {
    self.key = key
    self.heading = heading
    self.kind = kind
    self.isKey = isKey
    self.audience = audience
  }
}

/// What the values of a column are, and with how many digits people see them.
///
/// The digits matter for text alone: programs get the value with up to 12 digits after the point.
public enum ColumnKind: Hashable, Sendable {
  /// Words, to the left, wrapped where they are too wide.
  case text
  /// Money in minor units, shown in the table's unit.
  case amount
  /// A number in the unit that the heading states.
  case decimal(fractionDigits: Int)
  /// A fraction of one, shown as a percentage.
  case percent(fractionDigits: Int)
  /// A number of things.
  case count
  /// A day, as ISO 8601 writes it.
  case date
  /// A calendar year, whose digits are not grouped.
  case year
  /// Figures of several kinds, each with a format of its own.
  case figure

  /// Whether the column is aligned on the decimal point.
  var isNumeric: Bool {
    switch self {
    case .text, .date, .year: false
    case .amount, .decimal, .percent, .count, .figure: true
    }
  }
}
