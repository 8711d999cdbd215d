/// A sentence below a report, as the report's own footnotes stand, ending in a line end.
public func renderFootnote(_ sentence: String, style: TextStyle) -> String {
  style.blockSeparator + renderParagraphs([sentence], .dim, style: style)
}
