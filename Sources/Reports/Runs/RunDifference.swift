import FinanceBasics

/// Something that two runs have otherwise.
struct RunDifference: Hashable {
  let part: Part
  /// Of an answer what names the row, from the outside in; of anything else what it is.
  let row: [String]
  /// Of an answer the field.
  let field: String
  let before: JSONValue?
  let after: JSONValue?

  /// Where it stands.
  enum Part: String, CaseIterable {
    case option, input, convention, answer

    /// For people.
    var heading: String {
      switch self {
      case .option: "Asked"
      case .input: "Rests on"
      case .convention: "Follows"
      case .answer: "Answer"
      }
    }
  }

  /// After less before, of two numbers.
  var change: ExactDecimal? {
    guard case .number(let old)? = before, case .number(let new)? = after else { return nil }
    return new - old
  }

  /// Whether figures stand on either side, and no words on any.
  var isOfNumbers: Bool {
    let sides = [before, after].compactMap { $0 }
    return sides.contains(where: \.isNumber) && sides.allSatisfy { $0.isNumber || $0 == .null }
  }

  /// As a word before what differs.
  var kind: String { before == nil ? "added" : after == nil ? "left out" : "changed" }

  /// The row in words.
  var rowName: String { row.joined(separator: ", ") }
}

extension JSONValue {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}

extension [RunDifference] {
  /// What differs in what was asked, the inputs, the conventions and the answers, in this order.
  init(_ before: ReportedRun, _ after: ReportedRun) {
    self =
      Self.pairs(.option, before.optionValues, after.optionValues)
      + Self.inputs(before, after) + Self.conventions(before, after)
      + Self.pairs(
        .answer,
        AnswerField.all(of: before.json).map { (Key(row: $0.row, field: $0.name), $0.value) },
        AnswerField.all(of: after.json).map { (Key(row: $0.row, field: $0.name), $0.value) })
  }

  /// Inputs by what they are of; several entries of a deal are one input.
  private static func inputs(_ before: ReportedRun, _ after: ReportedRun) -> [RunDifference] {
    let (old, new) = (before.inputGroups, after.inputGroups)
    // The same version with another link is another ledger's.
    let isRelinked = old.contains { name, inputs in
      new.contains { $0.name == name && $0.inputs != inputs && places($0.inputs) == places(inputs) }
    }
    let words = isRelinked ? links : places
    return pairs(
      .input, old.map { (Key(row: [$0.name], field: ""), .string(words($0.inputs))) },
      new.map { (Key(row: [$0.name], field: ""), .string(words($0.inputs))) })
  }

  private static func places(_ inputs: [ReportedRun.Input]) -> String {
    inputs.map(\.place).joined(separator: "; ")
  }

  private static func links(_ inputs: [ReportedRun.Input]) -> String {
    inputs.map { "\($0.place), \(shortHash($0.link ?? $0.document ?? ""))" }
      .joined(separator: "; ")
  }

  private static func conventions(_ before: ReportedRun, _ after: ReportedRun) -> [RunDifference] {
    let line = { (before: String?, after: String?) in
      RunDifference(
        part: .convention, row: [], field: "", before: before.map { .string($0) },
        after: after.map { .string($0) })
    }
    return before.conventions.filter { !after.conventions.contains($0) }.map { line($0, nil) }
      + after.conventions.filter { !before.conventions.contains($0) }.map { line(nil, $0) }
  }

  /// What stands under a key on both sides and differs, or on one side alone: in the order of the
  /// first side, then what only the other has.
  private static func pairs(
    _ part: RunDifference.Part, _ before: [(Key, JSONValue)], _ after: [(Key, JSONValue)]
  ) -> [RunDifference] {
    let old = Dictionary(before) { first, _ in first }
    let new = Dictionary(after) { first, _ in first }
    let line = { (key: Key, before: JSONValue?, after: JSONValue?) in
      RunDifference(part: part, row: key.row, field: key.field, before: before, after: after)
    }
    return before.filter { new[$0.0] != $0.1 }.map { line($0.0, $0.1, new[$0.0]) }
      + after.filter { old[$0.0] == nil }.map { line($0.0, nil, $0.1) }
  }
}

/// By which the same thing is found on both sides.
private struct Key: Hashable {
  let row: [String]
  let field: String
}

extension ReportedRun {
  /// Each option with all its values.
  fileprivate var optionValues: [(Key, JSONValue)] {
    var names: [String] = []
    for option in options.map(\.option) where !names.contains(option) { names.append(option) }
    return names.map { name in
      let values = options.filter { $0.option == name }.map(\.value)
      return (Key(row: [name], field: ""), .string(values.joined(separator: ", ")))
    }
  }

  /// The inputs by what they are of.
  fileprivate var inputGroups: [(name: String, inputs: [Input])] {
    var groups: [(name: String, inputs: [Input])] = []
    for input in inputs {
      if let place = groups.firstIndex(where: { $0.name == input.name }) {
        groups[place].inputs.append(input)
      } else {
        groups.append((input.name, [input]))
      }
    }
    return groups
  }
}
