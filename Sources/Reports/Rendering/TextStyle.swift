/// What the place that text goes to can show, and the unit that the reader asked for.
public struct TextStyle: Hashable, Sendable {
  /// The columns of the terminal; `nil` where there is none, so that a wide table is not split.
  ///
  /// Without a terminal a table is kept within 80 columns where a coarser unit or wrapped words
  /// can do it; otherwise it takes the width that it needs.
  public var width: Int?
  /// Whether colour and weight are used, always beside another sign.
  public var isColored: Bool
  /// The unit of amounts; `nil` takes the finest that fits, and the footer states it.
  public var unit: AmountUnit?
  /// Whether rules and marks keep to ASCII.
  public var isASCII: Bool
  /// Whether tables are written as Markdown.
  public var isMarkdown: Bool

  /// By default what a file or a pipe can show.
  public init(
    width: Int? = nil, isColored: Bool = false, unit: AmountUnit? = nil, isASCII: Bool = false,
    isMarkdown: Bool = false
  ) {
    self.width = width
    self.isColored = isColored
    self.unit = unit
    self.isASCII = isASCII
    self.isMarkdown = isMarkdown
  }

  /// The columns that a table may take: in Markdown as many as it has.
  var tableWidth: Int? { isMarkdown ? .max : width }

  /// What stands between a sentence and what follows it at once: Markdown needs an empty line.
  var blockSeparator: String { isMarkdown ? "\n" : "" }

  /// The width of a page where no terminal gives one.
  static let pageWidth = 80

  /// The width that words are wrapped to, never so narrow that no word fits.
  var textWidth: Int { max(width ?? Self.pageWidth, 20) }

  var ruleCharacter: Character { isASCII ? "-" : "─" }

  var ellipsis: String { isASCII ? "..." : "…" }
}
