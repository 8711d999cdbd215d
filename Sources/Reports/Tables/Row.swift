/// A row of a table, with one value a column.
public struct Row: Hashable, Sendable {
  /// One a column, in the order of the columns.
  public let values: [Value]
  /// Whether the row is a sum or a heading.
  public let emphasis: Emphasis
  /// How deep the row stands below the one that sums it, from 0; it moves the first text column.
  public let indentation: Int
  /// Who sees the row.
  public let audience: Audience

  /// What a row is to the rows around it.
  public enum Emphasis: Hashable, Sendable {
    case plain
    /// The sum of a group above it, set off by a rule under the figures.
    case subtotal
    /// The sum of everything above it, set off by a rule across the table.
    case total
    /// The name of the group below it; alone in its row, it may run over the columns beside it.
    case heading
  }

  /// A row with one value a column.
  ///
  /// - Parameter audience: By default all for a plain row, and people for sums and headings.
  /// - Precondition: The indentation is not negative.
  public init(
    _ values: [Value], emphasis: Emphasis = .plain, indentation: Int = 0,
    audience: Audience? = nil
  ) {
    precondition(indentation >= 0, "a row is indented to the right")
    self.values = values
    self.emphasis = emphasis
    self.indentation = indentation
    self.audience = audience ?? (emphasis == .plain ? .all : .people)
  }

  /// The row with some of its values, in the order of their positions.
  func selecting(_ positions: [Int]) -> Row {
    Row(
      positions.map { values[$0] }, emphasis: emphasis, indentation: indentation,
      audience: audience)
  }
}
