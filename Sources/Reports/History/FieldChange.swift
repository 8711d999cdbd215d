public import LeaseModel

/// What two versions of a deal say differently at one path.
public struct FieldChange: Hashable, Sendable {
  /// Whether a version says nothing at the path.
  public enum Kind: String, Sendable {
    case added, changed
    case takenAway = "taken away"
  }

  /// The part of the deal file, such as `terms`: the later version's, where it has the path.
  let block: FieldBlock
  let path: String
  let before: DealField?
  let after: DealField?

  /// What the later version does to the path.
  var kind: Kind {
    switch (before, after) {
    case (nil, _): .added
    case (_, nil): .takenAway
    default: .changed
    }
  }

  /// Whether the words differ, or what they are worth; not their sources and notes alone.
  var isOfValue: Bool {
    before?.text != after?.text || before?.block.basis != after?.block.basis
  }

  /// Such as `term: 10 years → 20 years`; with what each is worth where that differs.
  var sentence: String {
    let isNamed = before != nil && after != nil && before?.block.basis != after?.block.basis
    let words = [before, after].compactMap { $0 }.map { field in
      field.text + (isNamed ? " (\(field.block.basis.rawValue))" : "")
    }
    let change = words.count == 2 && words[0] == words[1] ? [words[0]] : words
    return "\(path): \(change.joined(separator: " → "))"
  }
}

extension [FieldChange] {
  /// Every path at which two versions differ in words, basis, source or note, by block and path.
  ///
  /// An assumption and the term that takes its place stand at one path. Elements of a list without
  /// names are matched by what tells them apart, and are called so where their numbers differ.
  public static func between(_ before: [DealField], _ after: [DealField]) -> [FieldChange] {
    let (first, second) = (ListElements(before), ListElements(after))
    let old = Place.fields(before, first)
    let new = Place.fields(after, second)
    let changes = Set(old.keys).union(new.keys).compactMap { place -> FieldChange? in
      let (before, after) = (old[place], new[place])
      guard let block = (after ?? before)?.block, !Self.isSame(before, after) else { return nil }
      let path =
        after.map { second.shown($0.path, beside: first) }
        ?? before.map { first.shown($0.path, beside: second) } ?? place.path
      return FieldChange(block: block, path: path, before: before, after: after)
    }
    return changes.sorted { left, right in
      (left.block.order, left.path) < (right.block.order, right.path)
    }
  }

  private static func isSame(_ before: DealField?, _ after: DealField?) -> Bool {
    guard let before, let after else { return false }
    return before.text == after.text && before.block == after.block
      && before.sources == after.sources && before.note == after.note
  }
}

/// A path of terms, whatever their basis, or of another block.
private struct Place: Hashable {
  let section: FieldBlock
  let path: String

  /// The fields by their places; where a term leaves its path open, what is assumed there.
  static func fields(_ fields: [DealField], _ elements: ListElements) -> [Place: DealField] {
    var found: [Place: DealField] = [:]
    for field in fields {
      let isTerm = [.terms, .assumptions, .solved].contains(field.block)
      let place = Place(
        section: isTerm ? .terms : field.block, path: elements.compared(field.path))
      if let other = found[place], other.text != "not disclosed" { continue }
      found[place] = field
    }
    return found
  }
}

extension FieldBlock {
  /// The order in which people read a deal.
  fileprivate var order: Int {
    switch self {
    case .terms: 0
    case .announcedFigures: 1
    case .assumptions: 2
    case .solved: 3
    case .scenario: 4
    case .head: 5
    }
  }

  /// What a listing of changes calls the part.
  var heading: String {
    switch self {
    case .terms: "Terms"
    case .announcedFigures: "Announced figures"
    case .assumptions: "Assumptions"
    case .solved: "Solved"
    case .scenario: "Scenario"
    case .head: "Head and notes"
    }
  }
}
