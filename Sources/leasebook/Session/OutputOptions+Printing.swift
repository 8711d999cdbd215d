import Reports

extension OutputOptions {
  /// Prints a report on standard output in the format asked for.
  ///
  /// - Parameters:
  ///   - lines: The report as JSON Lines, where these are not the elements of its JSON.
  ///   - omissions: What was asked for and is not in the report, in sentences that its text has.
  /// - Throws: `output.unwritable`.
  func print(
    lines: @autoclosure () -> String? = nil, omissions: [String] = [],
    _ render: (OutputFormat, TextStyle) -> String
  ) throws {
    try StandardOutput.print(try format.text(in: unit, lines: lines(), render))
    try format.tellNotice()
    format.tell(omissions: omissions)
  }
}

extension PrintedFormat {
  /// A report in the format, as it goes to the terminal or to a pipe; what a setting narrowed the
  /// question to stands below what is for people.
  ///
  /// - Parameters:
  ///   - isFile: Whether it goes to a file, whatever standard output is.
  ///   - lines: The report as JSON Lines, where these are not the elements of its JSON.
  /// - Throws: What is wrong with the settings.
  func text(
    in unit: AmountUnit?, isFile: Bool = false, lines: @autoclosure () -> String? = nil,
    _ render: (OutputFormat, TextStyle) -> String
  ) throws -> String {
    let unit = unit ?? Settings.unit
    let style = TextStyle(
      width: isFile ? Self.pageWidth : Surroundings.columns ?? Self.pageWidth,
      isColored: !isFile && Surroundings.isColored, unit: unit)
    let markdown = TextStyle(unit: unit, isMarkdown: true)
    let notice = try EffectiveLine.current.get().notice
    func below(_ style: TextStyle) -> String {
      notice.map { renderFootnote($0, style: style) } ?? ""
    }
    return switch self {
    case .text: render(.text, style) + below(style)
    case .csv: render(.csv, style)
    case .json: render(.json, style)
    case .jsonl: lines() ?? jsonLines(render(.json, style))
    case .markdown: render(.text, markdown) + below(markdown)
    }
  }

  /// Tells on standard error what a setting narrowed the question to, where the answer is for
  /// programs.
  ///
  /// - Throws: What is wrong with the settings.
  func tellNotice() throws {
    switch self {
    case .text, .markdown: return
    case .csv, .json, .jsonl: try EffectiveLine.tellNotice()
    }
  }

  /// Tells on standard error what was asked for and is not in an answer for programs.
  ///
  /// - Parameter omissions: In sentences that text has below the answer.
  func tell(omissions: [String]) {
    switch self {
    case .text, .markdown: return
    case .csv, .json, .jsonl:
      for sentence in omissions { Failure.print("leasebook: \(sentence)\n") }
    }
  }

  /// The columns of text that goes to no terminal.
  private static let pageWidth = 80
}

extension EffectiveLine {
  /// Tells on standard error what a setting narrowed the question to.
  ///
  /// - Throws: What is wrong with the settings.
  static func tellNotice() throws {
    guard let notice = try current.get().notice else { return }
    Failure.print("leasebook: \(notice)\n")
  }
}
