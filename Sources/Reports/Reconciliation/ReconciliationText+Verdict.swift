import Analysis
import FinanceBasics
import Reconciliation

extension ReconciliationText {
  /// What the figures come to, in one line.
  var verdict: String {
    paragraph(verdictWords, .bold)
  }

  private var verdictWords: String {
    switch outcome.verdict {
    case .consistentAsWritten:
      "Consistent as written: one rent makes every figure true."
    case .consistentOnlyIf where outcome.families.count == 1:
      "Consistent only in this way:"
    case .consistentOnlyIf:
      "Consistent only in one of these \(outcome.families.count) ways:"
    case .inconsistent: "Inconsistent: these figures cannot all be true."
    case .undecided: "Undecided: the search ended before it could tell."
    case .nothingToReconcile:
      "Nothing to reconcile: no two figures have to do with each other."
    case .incomplete: "Incomplete: the deal does not say enough."
    }
  }

  /// What a conflict is of, before its table.
  struct ConflictWords {
    /// Of a figure that cannot hold by itself.
    let alone: String
    let one: String
    let many: String
  }

  static let asWritten = ConflictWords(
    alone: "As written this cannot hold, whatever the rent:",
    one: "As written these cannot hold together; any one of them would do by moving:",
    many: "As written the figures of none of these sets can hold together; in each, any one would "
      + "do by moving:")

  static let noChoice = ConflictWords(
    alone: "Under no choice can this hold:",
    one: "Under no choice can these hold together; any one of them would do by moving:",
    many: "Under no choice can the figures of any of these sets hold together; in each, any one "
      + "would do by moving:")

  /// The sets of figures with how far each of them would have to move.
  func conflictSections(_ conflict: FigureConflict, _ words: ConflictWords) -> [String] {
    guard !conflict.sets.isEmpty else { return [] }
    let isOne = conflict.sets.count == 1
    let isPlain = isOne || conflict.sets.allSatisfy { $0.count == 1 }
    let rows = conflict.sets.enumerated().flatMap { index, moves in
      (isPlain ? [] : [heading(ofSet: index + 1)]) + moves.map { row(of: $0) }
    }
    let table = Table(
      columns: [
        Column("figure", "Figure", .text, isKey: true), Column("printed", "As printed", .text),
        Column("range", "Leaves open", .text), Column("nearest", "Would have to be", .figure),
        Column("move", "Move", .figure), Column("relative_move", "", .figure),
      ], rows: rows)
    let isAlone = conflict.sets.allSatisfy { $0.count == 1 }
    let sentence = isAlone ? words.alone : isOne ? words.one : words.many
    return [paragraph(sentence) + renderText(table, style: style)]
  }

  private func heading(ofSet number: Int) -> Row {
    Row(
      [.text("Set \(number)"), .blank, .blank, .blank, .blank, .blank], emphasis: .heading)
  }

  private func row(of move: FigureMove) -> Row {
    let text = QuantityText(move.figure.range, printed: move.figure.text)
    return Row([
      .text(name(of: move.figure)), .text(move.figure.text), .text(text.interval),
      .text(move.nearest.map { text.text(of: $0, gap: move.move) } ?? ""),
      move.move.map { .text(text.text(ofGap: $0)) } ?? .blank,
      move.relativeMove.map { .text(QuantityText.percentage($0)) } ?? .blank,
    ])
  }
}
