/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  /// A number format of spreadsheet programs, such as `#,##0.00`; `nil` for the general one.
  public var numberFormat: String?
  /// Whether letters are heavy.
  public var isBold = false
  /// In points.
  public var size: Double = 10
  /// The colour of letters.
  public var ink: Ink = .normal
  /// The colour behind them.
  public var fill: Fill?
  /// Where words stand; `nil` as their kind usually does.
  public var alignment: Alignment?
  /// Whether long words run on in further lines.
  public var wraps = false
  /// Steps from the left edge.
  public var indent = 0
  /// The line above.
  public var top: Line?
  /// The line below.
  public var bottom: Line?

  /// Colours of letters.
  public enum Ink: Hashable, Sendable {
    case normal
    /// Notes and footnotes.
    case muted
    /// On the fill of headings.
    case reversed
    /// What a reader may change.
    case input
  }

  /// Colours behind cells.
  public enum Fill: Hashable, Sendable {
    case heading
    case total
    case subtotal
    /// What a reader may change.
    case input
    /// What is posted, and does not follow the inputs.
    case posted
  }

  /// Where words stand.
  public enum Alignment: Hashable, Sendable {
    case left, right, center
  }

  /// Lines around cells.
  public enum Line: Hashable, Sendable {
    case thin, double
  }

  /// Plain.
  public init() {}

  /// A style with some of its parts changed.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }

  /// Numbers in a format.
  public static func number(_ format: String) -> CellStyle {
    CellStyle().with { $0.numberFormat = format }
  }

  /// Days as ISO 8601 writes them.
  public static let date = CellStyle.number("yyyy-mm-dd").with { $0.alignment = .center }
  /// Money to the cent, negative amounts red.
  public static let money = CellStyle.number(CellStyle.moneyFormat)
  /// Numbers of things.
  public static let count = CellStyle.number("#,##0")
  /// The title of a sheet.
  public static let title = CellStyle().with {
    $0.isBold = true
    $0.size = 14
  }
  /// What stands below a title or a table.
  public static let note = CellStyle().with { $0.ink = .muted }
  /// Headings of columns.
  public static let heading = CellStyle().with {
    $0.isBold = true
    $0.ink = .reversed
    $0.fill = .heading
    $0.wraps = true
    $0.bottom = .thin
  }
  /// What a reader may change.
  public static let input = CellStyle().with {
    $0.ink = .input
    $0.fill = .input
  }

  static let moneyFormat = "#,##0.00;[Red]-#,##0.00"
}
