/// Sentences below each other, each wrapped; in Markdown each a paragraph of its own, a bold one a
/// heading.
///
/// - Parameter hanging: The spaces before each line after the first of a sentence.
func renderParagraphs(
  _ texts: [String], _ ink: Ink = [], hanging: Int = 0, style: TextStyle
) -> String {
  guard !style.isMarkdown else {
    let blocks = texts.map { ink == .bold ? markdownHeading($0) : markdownParagraph($0) }
    return blocks.map { $0 + "\n" }.joined(separator: "\n")
  }
  let lines = texts.flatMap { text in
    wrapped(plain(text, isASCII: style.isASCII), to: style.textWidth, hanging: hanging)
      .map { StyledLine($0, ink) }
  }
  return joined(lines, isColored: style.isColored)
}

/// Lines that are laid out and stay so: in Markdown a block of text that is not wrapped.
func renderLines(_ lines: [StyledLine], style: TextStyle) -> String {
  style.isMarkdown
    ? markdownBlock(lines.map { $0.rendered(isColored: false) })
    : joined(lines, isColored: style.isColored)
}
