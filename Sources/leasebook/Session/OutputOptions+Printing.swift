import Reports

extension OutputOptions {
  /// Prints a report on standard output in the format asked for.
  ///
  /// - Throws: `output.unwritable`.
  func print(_ render: (OutputFormat, TextStyle) -> String) throws {
    try StandardOutput.print(format.text(in: unit, render))
  }
}

extension PrintedFormat {
  /// A report in the format, as it goes to the terminal or to a pipe.
  ///
  /// - Parameter isFile: Whether it goes to a file, whatever standard output is.
  func text(
    in unit: AmountUnit?, isFile: Bool = false, _ render: (OutputFormat, TextStyle) -> String
  ) -> String {
    let style = TextStyle(
      width: isFile ? Self.pageWidth : Surroundings.columns ?? Self.pageWidth,
      isColored: !isFile && Surroundings.isColored, unit: unit)
    return switch self {
    case .text: render(.text, style)
    case .csv: render(.csv, style)
    case .json: render(.json, style)
    case .jsonl: jsonLines(render(.json, style))
    case .markdown: render(.text, TextStyle(unit: unit, isMarkdown: true))
    }
  }

  /// The columns of text that goes to no terminal.
  private static let pageWidth = 80
}
