import FinanceBasics

extension ReconciliationReport {
  /// Each deal in turn, then what holds for all.
  func text(style: TextStyle) -> String {
    let rule = String(repeating: style.ruleCharacter, count: style.textWidth)
    let deals = subjects.map { subject in
      ReconciliationText(subject: subject, isVerbose: isVerbose, style: style).sections
        .joined(separator: "\n")
    }
    let foot =
      remarks.isEmpty
      ? "" : style.blockSeparator + renderParagraphs(remarks, .dim, style: style)
    return deals.joined(separator: "\n\(style.isMarkdown ? "---" : rule)\n\n") + foot
  }
}
