import Foundation
import LedgerStore
import Reports

/// Keeps the answer to a question of the command line.
struct RunKeeper<Verb: KeptVerb> {
  private let verb: Verb

  init(_ verb: Verb) {
    self.verb = verb
  }

  /// Asks the question as it was typed and in its one form, and keeps the answer where both are the
  /// same, byte for byte.
  ///
  /// - Returns: The answer, to be printed.
  /// - Throws: What the question meets; `run.not-repeatable`, `record.run-exists`, `LedgerProblem`.
  func keep() throws -> any Answer {
    let typed = Array(try EffectiveLine.current.get().arguments.dropFirst())
    let question = VerbQuestion(Verb.verb, typed: typed, usual: verb.usual)
    let ledger = try Ledger.opened(at: verb.ledger.path, for: .readWrite)
    let last = try ledger.head().count
    let state = try ledger.head(through: min(verb.asOf.recordedBy ?? last, last))
    let answer = try verb.answer(from: LedgerView(ledger, through: state.count))
    let answered = try RunRepetition(question, asked: VerbQuestion.words(Verb.verb, typed))
      .answered(by: ledger, asOf: state)
    guard answered.answer == Array(answer.forPrograms.utf8) else {
      throw RunProblem.notRepeatable(Verb.verb.rawValue)
    }
    let kept = try ledger.keep(
      answered, as: verb.keeping.name, recordedAt: try Surroundings.timestamp(),
      program: Leasebook.program)
    try ledger.close()
    Failure.print(
      "\(kept.isNew ? "kept" : "already kept, nothing changed:") \(kept.name) (entry "
        + "\(kept.entry)), answer\n\(kept.answerHash)\n")
    return answer
  }
}

extension Answer {
  /// The form in which answers are kept: JSON, to the last line end.
  var forPrograms: String { rendered(as: .json, style: TextStyle(width: nil, isColored: false)) }
}
