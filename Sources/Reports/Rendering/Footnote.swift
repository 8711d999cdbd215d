/// A sentence below a report, as the report's own footnotes stand, ending in a line end.
public func renderFootnote(_ sentence: String, style: TextStyle) -> String {
  guard !style.isMarkdown else { return "\n" + markdownCell(sentence) + "\n" }
  let lines = wrapped(plain(sentence, isASCII: style.isASCII), to: style.textWidth)
  return joined(lines.map { StyledLine($0, .dim) }, isColored: style.isColored)
}
