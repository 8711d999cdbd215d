import Foundation
import LedgerStore
import Reports

/// A question in its one form, asked of a ledger as it was, or as it is.
struct RunRepetition {
  private let question: VerbQuestion
  private let asked: String
  /// What it was asked with; `nil` to read files where they lie.
  private let files: [Document]?

  init(_ question: VerbQuestion, asked: String) {
    self.question = question
    self.asked = asked
    files = nil
  }

  /// A kept question, with the files that it was asked with.
  init(_ run: StoredRun) {
    question = VerbQuestion(run.question.verb, run.question.options)
    asked = run.question.asked
    files = run.question.files
  }

  /// The question with its answer and all that this rests on.
  ///
  /// - Parameter state: The last entry that the answer may rest on.
  /// - Throws: `run.option-unknown`, `run.not-askable`, and what the question meets in the ledger.
  func answered(by ledger: Ledger, asOf state: ChainHead) throws -> AnsweredQuestion {
    let view = LedgerView(ledger, through: state.count, files: files)
    let answer = try question.command().answer(from: view)
    // The state is kept by itself, and no convention.
    let asOf = BookSession.asRecorded(upTo: state.count)
    let conventions = answer.conventions.filter { $0 != asOf }
      .map { $0.replacingOccurrences(of: "; \(asOf)", with: "") }
    return AnsweredQuestion(
      verb: question.verb, asked: asked, options: question.options, asOf: state,
      inputs: try view.log?.inputs(in: ledger) ?? [], conventions: conventions,
      answer: Array(answer.forPrograms.utf8))
  }
}
