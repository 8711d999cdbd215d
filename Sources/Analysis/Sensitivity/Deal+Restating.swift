import LeaseModel

extension Deal {
  /// The changes of a scenario that put another text in place of one field.
  ///
  /// An element of a list without names brings the rest of its list along, for a scenario replaces
  /// such a list as a whole.
  func restating(_ path: FieldPath, as text: String, in id: ScenarioID) -> [DealField] {
    let own = DealField(
      block: .scenario, path: path, text: text, sources: [SourceID(id.text)], line: 0, column: 0)
    guard let list = path.numberedList else { return [own] }
    let rest = fields.filter { $0.block.isAssumed && $0.path.isAt(orBelow: list) }
    guard rest.contains(where: { $0.path == path }) else { return [own] }
    return rest.map { $0.path == path ? own : $0.inScenario(id) }
  }
}

extension FieldBlock {
  /// Whether what stands here may be moved: neither the head nor what a source states.
  var isAssumed: Bool {
    switch self {
    case .assumptions, .solved, .scenario: true
    case .head, .terms, .announcedFigures: false
    }
  }
}

extension Deal {
  /// The field that assumes a path; `nil` where the deal states it or leaves it open.
  func assumption(at path: FieldPath) -> DealField? {
    fields.first { $0.block.isAssumed && $0.path == path }
  }
}
