import Analysis
import FinanceBasics
import Reconciliation

extension ReconciliationText {
  /// What the figures come to, in one line.
  var verdict: String {
    paragraph(verdictWords, .bold)
  }

  private var verdictWords: String {
    let count = outcome.families.count
    switch outcome.verdict {
    case .consistentAsWritten: return "Consistent as written: one rent makes every figure true."
    case .consistentOnlyIf: return "Consistent only \(Self.ways(count))"
    case .restated where outcome.families.first?.departures.isEmpty == true:
      return "The other figures are consistent as written: one rent makes every one of them true."
    case .restated: return "The other figures are consistent only \(Self.ways(count))"
    case .inconsistent: return "Inconsistent: these figures cannot all be true."
    case .undecided: return "Undecided: the search ended before it could tell."
    case .nothingToReconcile:
      return "Nothing to reconcile: no two figures have to do with each other."
    case .incomplete: return "Incomplete: the deal does not say enough."
    }
  }

  private static func ways(_ count: Int) -> String {
    count == 1 ? "in this way:" : "in one of these \(count) ways:"
  }

  /// The figures that later ones have overtaken, before what is said of the others.
  var restatement: [String] {
    let names = outcome.overtaken.map { figure in
      "\(name(of: figure)) of \(figure.announced), printed as \(figure.text)"
    }
    return [paragraph("Restated: figures of different days cannot all be true.", .bold)]
      + (outcome.conflict.map { conflictSections($0, Self.overtaken) } ?? [])
      + [paragraph("Left out as overtaken: \(names.joined(separator: "; ")).")]
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

  private static let overtaken = ConflictWords(
    alone: "Under no choice can this hold:",
    one: "Under no choice can these hold together; a later figure has overtaken an earlier one:",
    many: "Under no choice can the figures of any of these sets hold together; in each, a later "
      + "figure has overtaken an earlier one:")

  /// The sets of figures with how far each of them would have to move.
  func conflictSections(_ conflict: FigureConflict, _ words: ConflictWords) -> [String] {
    guard !conflict.sets.isEmpty else { return [] }
    let isOne = conflict.sets.count == 1
    let isPlain = isOne || conflict.sets.allSatisfy { $0.count == 1 }
    let isDated = !conflict.sets.flatMap { $0.map(\.figure.announced) }.areAlike
    let columns =
      [Column("figure", "Figure", .text, isKey: true), Column("printed", "As printed", .text)]
      + (isDated ? [Self.publicationColumn] : []) + [
        Column("range", "Leaves open", .text), Column("nearest", "Would have to be", .figure),
        Column("move", "Move", .figure), Column("relative_move", "", .figure),
      ]
    let rows = conflict.sets.enumerated().flatMap { index, moves in
      (isPlain ? [] : [heading(ofSet: index + 1, columns: columns.count)])
        + moves.map { row(of: $0, isDated: isDated) }
    }
    let table = Table(columns: columns, rows: rows)
    let isAlone = conflict.sets.allSatisfy { $0.count == 1 }
    let sentence = isAlone ? words.alone : isOne ? words.one : words.many
    return [paragraph(sentence) + style.blockSeparator + renderText(table, style: style)]
  }

  private func heading(ofSet number: Int, columns: Int) -> Row {
    Row(
      [.text("Set \(number)")] + Array(repeating: .blank, count: columns - 1),
      emphasis: .heading)
  }

  private func row(of move: FigureMove, isDated: Bool) -> Row {
    let text = QuantityText(move.figure.range, printed: move.figure.text)
    let names: [Value] = [.text(name(of: move.figure)), .text(move.figure.text)]
    return Row(
      names + (isDated ? [.text("\(move.figure.announced)")] : []) + [
        .text(text.interval),
        .text(move.nearest.map { text.text(of: $0, gap: move.move) } ?? ""),
        move.move.map { .text(text.text(ofGap: $0)) } ?? .blank,
        move.relativeMove.map { .text(QuantityText.percentage($0)) } ?? .blank,
      ])
  }
}
