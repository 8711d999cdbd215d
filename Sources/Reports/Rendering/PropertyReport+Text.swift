import FinanceBasics

/// What is known of one thing as text for people, ending in a line end.
///
/// Labels, values, bases and sources stand in columns; a value too long is wrapped under itself.
/// Where there is no room for four columns, basis and source stand under the value.
public func renderText(_ report: PropertyReport, style: TextStyle = TextStyle()) -> String {
  style.isMarkdown
    ? renderMarkdown(report, style: style) : PropertyText(report, style: style).rendered
}

/// A report of properties with the widths of its columns.
private struct PropertyText {
  let report: PropertyReport
  let style: TextStyle
  let labelWidth: Int
  let valueWidth: Int
  let basisWidth: Int
  /// Whether basis and source stand under the value instead of beside it.
  let isStacked: Bool

  private static let indent = 2
  private static let gap = 2
  /// The widest label that is not wrapped.
  private static let widestLabel = 30
  /// The widest value that its provenance stands beside, so that the eye finds it.
  private static let widestValue = 60
  /// The room that values need beside their provenance.
  private static let readableWidth = 18

  init(_ report: PropertyReport, style: TextStyle) {
    self.report = report
    self.style = style
    let entries = report.sections.flatMap(\.entries)
    let limit = style.textWidth
    let widest = { (texts: [String]) in texts.map { displayWidth($0) }.max() ?? 0 }
    let label = min(widest(entries.map(\.label)), Self.widestLabel, limit / 3)
    let value = widest(entries.map { $0.text(style: style) })
    let basis = widest(entries.map { $0.basis ?? "" })
    let source = widest(entries.map { $0.source ?? "" })
    let provenance = (basis > 0 ? Self.gap + basis : 0) + (source > 0 ? Self.gap + source : 0)
    let room = limit - Self.indent - max(label, 2) - Self.gap
    labelWidth = max(label, 2)
    basisWidth = basis
    isStacked = provenance > 0 && room - provenance < min(value, Self.readableWidth)
    let widestValue = provenance > 0 ? Self.widestValue : limit
    valueWidth = max(min(value, isStacked ? room : min(room - provenance, widestValue)), 2)
  }

  var rendered: String {
    var lines: [StyledLine] = []
    if let title = report.title { lines += paragraph(title, .bold) }
    for section in report.sections {
      if !lines.isEmpty { lines.append(StyledLine()) }
      if let heading = section.heading { lines += paragraph(heading, .bold) }
      lines += section.entries.flatMap(entryLines)
    }
    if !report.footnotes.isEmpty { lines.append(StyledLine()) }
    lines += report.footnotes.flatMap { paragraph($0, .dim) }
    return joined(lines, isColored: style.isColored)
  }

  private func entryLines(_ entry: PropertyReport.Entry) -> [StyledLine] {
    let labels = wrapped(plain(entry.label, isASCII: style.isASCII), to: labelWidth)
    var values = wrapped(entry.text(style: style), to: valueWidth).map { ($0, Ink()) }
    let provenance = [entry.basis, entry.source].map { plain($0 ?? "", isASCII: style.isASCII) }
    if isStacked {
      let note = provenance.filter { !$0.isEmpty }.joined(separator: ", ")
      if !note.isEmpty { values += wrapped("(\(note))", to: valueWidth).map { ($0, .dim) } }
    }
    return (0..<max(labels.count, values.count)).map { position in
      var line = StyledLine(String(repeating: " ", count: Self.indent))
      let label = position < labels.count ? labels[position] : ""
      let (value, ink) = position < values.count ? values[position] : ("", Ink())
      line.append(padded(label, toWidth: labelWidth + Self.gap))
      line.append(padded(value, toWidth: valueWidth), ink)
      if position == 0, !isStacked {
        line.append(gapText + padded(provenance[0], toWidth: basisWidth), .dim)
        line.append((basisWidth > 0 ? gapText : "") + provenance[1], .dim)
      }
      return line
    }
  }

  private var gapText: String { String(repeating: " ", count: Self.gap) }

  private func paragraph(_ text: String, _ ink: Ink) -> [StyledLine] {
    wrapped(plain(text, isASCII: style.isASCII, keepsLines: true), to: style.textWidth)
      .map { StyledLine($0, ink) }
  }
}

extension PropertyReport.Entry {
  /// The value as people read it, with its unit; amounts to the cent unless a unit is asked for.
  func text(style: TextStyle) -> String {
    if case .text(let words) = value.content {
      let text = plain(words, isASCII: style.isASCII, keepsLines: true)
      return text + plain(value.mark ?? "", isASCII: style.isASCII)
    }
    guard !value.isBlank else { return "" }
    let scale = AmountScale(style.unit ?? .units, largest: largestAmount)
    let cell = CellText(value, in: kind, scale: scale, isASCII: style.isASCII)
    let multiplier = largestAmount == 0 ? "" : scale.unit.multiplier
    return [cell.sentence, multiplier, plain(unit ?? "", isASCII: style.isASCII)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var largestAmount: UInt64 {
    if case .amount(let minorUnits) = value.content { minorUnits.magnitude } else { 0 }
  }
}
