import LedgerStore
import Reports

extension ReportedRun {
  /// A run as it was kept.
  init(_ run: StoredRun) {
    self.init(
      name: run.name, run.question, program: run.program,
      keeping: Keeping(
        number: run.record.number, entry: run.entry, recorded: run.recordedAt.description,
        schema: run.schema))
  }

  /// A question that this program answered.
  ///
  /// - Parameter name: What it is called beside the run that it repeats.
  init(
    name: String, _ question: AnsweredQuestion, program: String = Leasebook.program,
    keeping: Keeping? = nil
  ) {
    self.init(
      name: name, asked: question.asked,
      options: question.options.map { ($0.option, $0.value) },
      asOf: (question.asOf.count, question.asOf.hash), inputs: question.inputs.map(Input.init),
      conventions: question.conventions, program: program, answerHash: question.answerHash,
      answer: question.answer, keeping: keeping)
  }
}

extension AnsweredQuestion {
  /// SHA-256 of the answer, in hexadecimal.
  var answerHash: String { Document(name: "", bytes: answer).hash }
}

extension ReportedRun.Input {
  fileprivate init(_ input: RunInput) {
    switch input {
    case .entry(let entry):
      self.init(
        kind: entry.kind.rawValue, subject: entry.subject, version: entry.number,
        entry: entry.entry, link: entry.hash, document: entry.documentHash)
    case .file(let file):
      self.init(
        kind: "file", subject: file.name, version: nil, entry: nil, link: nil,
        document: file.hash)
    }
  }
}
