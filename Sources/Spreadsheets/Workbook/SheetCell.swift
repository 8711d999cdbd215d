public import FinanceBasics

/// What stands in one cell of a sheet, and how it looks.
public struct SheetCell: Hashable, Sendable {
  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    /// Nothing; the style alone.
    case blank
    /// Words, which are never read as a formula, whatever they begin with.
    case text(String)
    /// In the unit that the sheet states.
    case number(Double)
    case date(CalendarDate)
    /// A formula with the result that programs show which do not calculate.
    case formula(String, shown: Result)
  }

  /// What a formula comes to.
  public enum Result: Hashable, Sendable {
    case number(Double)
    case text(String)
    case date(CalendarDate)
  }

  /// What the cell holds.
  public let content: Content
  /// How it looks.
  public var style: CellStyle

  /// A cell, plain but for what is given.
  public init(_ content: Content, _ style: CellStyle = CellStyle()) {
    self.content = content
    self.style = style
  }

  /// An empty cell.
  public static let blank = SheetCell(.blank)

  /// Words.
  public static func text(_ text: String, _ style: CellStyle = CellStyle()) -> SheetCell {
    SheetCell(.text(text), style)
  }

  /// A number.
  public static func number(_ number: Double, _ style: CellStyle = CellStyle()) -> SheetCell {
    SheetCell(.number(number), style)
  }

  /// A day.
  public static func date(_ day: CalendarDate, _ style: CellStyle = .date) -> SheetCell {
    SheetCell(.date(day), style)
  }
}
