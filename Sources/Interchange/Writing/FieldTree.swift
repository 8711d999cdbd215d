import LeaseModel

/// The fields of a block as the groups and lists that they are written in.
struct FieldTree {
  /// The leaf at this place; a published figure has one and fields below it.
  private(set) var leaf: DealField?
  /// In the order in which they were first met.
  private(set) var children: [Child] = []

  struct Child {
    let step: FieldPath.Step
    var tree: FieldTree
  }

  /// What stands behind a leaf.
  struct Standing: Equatable {
    var sources: [SourceID]
    var note: String?
  }

  mutating func insert(_ field: DealField) {
    insert(field, below: field.path.steps[...])
  }

  private mutating func insert(_ field: DealField, below steps: ArraySlice<FieldPath.Step>) {
    guard let first = steps.first else {
      leaf = field
      return
    }
    if let index = children.firstIndex(where: { $0.step == first }) {
      children[index].tree.insert(field, below: steps.dropFirst())
    } else {
      var tree = FieldTree()
      tree.insert(field, below: steps.dropFirst())
      children.append(Child(step: first, tree: tree))
    }
  }

  /// Whether the places below are elements of a list.
  var isList: Bool {
    if case .element = children.first?.step { true } else { false }
  }

  /// What stands behind every leaf here and below, if it is the same for all.
  var commonStanding: Standing? {
    var common = leaf.map { Standing(sources: $0.sources, note: $0.note) }
    for child in children {
      guard let standing = child.tree.commonStanding else { return nil }
      if let common, common != standing { return nil }
      common = standing
    }
    return common
  }
}
