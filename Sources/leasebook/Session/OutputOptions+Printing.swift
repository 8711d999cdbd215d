import Reports

extension OutputOptions {
  /// How text is laid out for where it goes.
  var style: TextStyle {
    TextStyle(
      width: Surroundings.columns ?? Self.pageWidth, isColored: Surroundings.isColored,
      unit: unit ?? Settings.unit)
  }

  /// The columns of text that goes to no terminal.
  private static let pageWidth = 80

  /// Prints a report on standard output in the format asked for.
  ///
  /// - Throws: `output.unwritable`.
  func print(_ render: (OutputFormat, TextStyle) -> String) throws {
    try StandardOutput.print(text(render))
    guard let notice = try EffectiveLine.current.get().notice else { return }
    switch format {
    case .text: try StandardOutput.print(renderFootnote(notice, style: style))
    case .markdown: try StandardOutput.print(renderFootnote(notice, style: Self.markdown(unit)))
    default: Failure.print("leasebook: \(notice)\n")
    }
  }

  private static func markdown(_ unit: AmountUnit?) -> TextStyle {
    TextStyle(unit: unit ?? Settings.unit, isMarkdown: true)
  }

  /// A report in the format asked for.
  private func text(_ render: (OutputFormat, TextStyle) -> String) -> String {
    switch format {
    case .text: render(.text, style)
    case .csv: render(.csv, style)
    case .json: render(.json, style)
    case .jsonl: jsonLines(render(.json, style))
    case .markdown: render(.text, Self.markdown(unit))
    }
  }
}
