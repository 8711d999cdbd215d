public import FinanceBasics

/// What stands in one cell, with what a reader must know beside it.
///
///     Value.decimal(128.0157).marked("†").backed(byDeals: 3)  // 128.02† (3)
public struct Value: Hashable, Sendable {
  /// What the cell holds, apart from how it is shown.
  public let content: Content
  /// A sign that a footnote explains, such as `†` for a figure that rests on an assumption.
  public private(set) var mark: String?
  /// How many deals stand behind a measure.
  public private(set) var dealCount: Int?
  /// How this cell is shown where its column does not say; matters in columns of kind `figure`.
  public private(set) var format: ColumnKind?

  /// The value itself; numbers are exact, and rounded only where people see them.
  public enum Content: Hashable, Sendable {
    /// Unknown or not applicable: an empty cell, `null` in JSON; never zero.
    case blank
    case text(String)
    /// Minor units.
    case amount(Int64)
    /// In the unit of its column.
    case decimal(ExactDecimal)
    /// A fraction of one: 0.03 is shown as 3%.
    case percent(ExactDecimal)
    case count(Int)
    case date(CalendarDate)
  }

  /// A value with no mark and no number of deals.
  public init(_ content: Content) {
    self.content = content
  }

  /// Whether the value is unknown or not applicable.
  public var isBlank: Bool { content == .blank }

  /// The value with a sign that a footnote explains.
  public func marked(_ mark: String?) -> Value {
    var copy = self
    copy.mark = mark
    return copy
  }

  /// The value with the number of deals behind it.
  public func backed(byDeals count: Int?) -> Value {
    var copy = self
    copy.dealCount = count
    return copy
  }

  /// The value shown as a column of that kind would show it.
  public func formatted(as kind: ColumnKind) -> Value {
    var copy = self
    copy.format = kind
    return copy
  }
}
