public import LeaseModel

/// Values that a tool found, for the `solved` block of a deal file.
public struct SolvedValues: Hashable, Sendable {
  /// In the order in which they are written; the name of a hall may be left out.
  public let values: [Value]
  /// Assumptions that these values take the place of, though their paths differ: everything at or
  /// below these paths.
  public let withdrawing: [FieldPath]
  /// What the values are, in a sentence, for the reader of the file.
  public let remark: String?

  /// A field and its text.
  public struct Value: Hashable, Sendable {
    /// Without the name of the block.
    public let path: FieldPath
    /// As a file has it, such as `128.02 USD/kW-month`.
    public let text: String

    /// Takes the parts as they are.
    public init(_ path: FieldPath, _ text: String) {
      self.path = path
      self.text = text
    }
  }

  /// Values in the order given.
  public init(_ values: [Value], withdrawing: [FieldPath] = [], remark: String? = nil) {
    self.values = values
    self.withdrawing = withdrawing
    self.remark = remark
  }

  /// The fields of the block, in front of what other tools solved and these values leave.
  ///
  /// An element of a list that is known by its name has its name first.
  func fields(beside old: [DealField]) -> [DealField] {
    let given = values.map { value in
      DealField(block: .solved, path: value.path, text: value.text, line: 0, column: 0)
    }
    let kept = old.filter { field in
      !isWithdrawn(field.path) && !given.contains { $0.takesPlace(of: field) }
    }
    var fields: [DealField] = []
    var names: Set<FieldPath> = []
    let isUsed = { (path: FieldPath) in
      kept.contains { $0.path != path && $0.path.isAt(orBelow: path.parent ?? path) }
    }
    for field in given + kept.filter({ !$0.path.isElementName || isUsed($0.path) }) {
      for name in field.path.elementNames where names.insert(name.path).inserted {
        fields.append(
          DealField(block: .solved, path: name.path, text: name.text, line: 0, column: 0))
      }
      if !names.contains(field.path) { fields.append(field) }
    }
    return fields
  }

  /// Whether an assumption, or what was solved before, is to go though its path is not given.
  func isWithdrawn(_ path: FieldPath) -> Bool {
    withdrawing.contains { path.isAt(orBelow: $0) }
  }

  /// The fields among assumptions that cannot stand beside these values; names of elements are left.
  func displaced(among fields: [DealField]) -> [DealField] {
    let given = values.map { value in
      DealField(block: .solved, path: value.path, text: value.text, line: 0, column: 0)
    }
    return fields.filter { field in
      guard field.block == .assumptions, !field.path.isElementName else { return false }
      return isWithdrawn(field.path) || given.contains { $0.takesPlace(of: field) }
    }
  }
}

extension FieldPath {
  /// The names of the elements that the path goes through, of lists whose elements have names.
  fileprivate var elementNames: [(path: FieldPath, text: String)] {
    var names: [(FieldPath, String)] = []
    var above = FieldPath.root
    for step in steps {
      switch step {
      case .key(let key): above = above.key(key)
      case .element(let element):
        above = above.element(element)
        if above.key("name").isElementName { names.append((above.key("name"), element)) }
      }
    }
    return names
  }
}
