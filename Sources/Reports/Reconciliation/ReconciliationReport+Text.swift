import FinanceBasics

extension ReconciliationReport {
  /// Each deal in turn, then what holds for all.
  func text(style: TextStyle) -> String {
    let rule = String(repeating: style.ruleCharacter, count: style.textWidth)
    let deals = subjects.map { subject in
      ReconciliationText(subject: subject, isVerbose: isVerbose, style: style).sections
        .joined(separator: "\n")
    }
    let foot = remarks.flatMap { remark in
      wrapped(plain(remark, isASCII: style.isASCII), to: style.textWidth)
        .map { StyledLine($0, .dim) }
    }
    return deals.joined(separator: "\n\(rule)\n\n")
      + joined(foot, isColored: style.isColored)
  }
}
