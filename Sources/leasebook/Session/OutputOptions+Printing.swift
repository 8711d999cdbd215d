import Reports

extension OutputOptions {
  /// How text is laid out for where it goes.
  var style: TextStyle {
    TextStyle(
      width: Surroundings.columns ?? Self.pageWidth, isColored: Surroundings.isColored, unit: unit)
  }

  /// The columns of text that goes to no terminal.
  private static let pageWidth = 80

  /// Prints a report on standard output in the format asked for.
  ///
  /// - Throws: `output.unwritable`.
  func print(_ render: (OutputFormat, TextStyle) -> String) throws {
    try StandardOutput.print(render(format, style))
  }
}
