import GRDB

extension EntryRows {
  /// The rows of a run: itself, what was asked, what the answer rests on and what it follows.
  mutating func append(_ record: RunRecord) {
    let question = record.question
    append(
      [
        value(record.name), value(record.number), value(question.verb.rawValue),
        value(question.asked), value(question.asOf.count), value(question.asOf.hash),
      ], to: .run)
    for (index, option) in question.options.enumerated() {
      append([value(index + 1), value(option.option), value(option.value)], to: .runOption)
    }
    for (index, input) in question.inputs.enumerated() {
      switch input {
      case .entry(let input):
        append(
          [
            value(index + 1), value(input.entry), value(input.hash), value(input.documentHash),
            .null,
          ], to: .runInput)
      case .file(let file):
        append(
          [value(index + 1), .null, .null, value(file.hash), value(file.name)], to: .runInput)
      }
    }
    for (index, text) in question.conventions.enumerated() {
      append([value(index + 1), value(text)], to: .runConvention)
    }
  }
}
