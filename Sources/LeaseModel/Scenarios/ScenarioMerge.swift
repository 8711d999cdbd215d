import FinanceBasics

/// The fields of a deal with the changes of a scenario in place of what is assumed and solved.
///
/// A leaf replaces the one at its path; elements of lists are met by name, and a list without names
/// is replaced as a whole. Another form of rent, or of its growth, replaces the form before.
struct ScenarioMerge {
  let base: Deal
  /// The fields of the deal that results.
  private(set) var fields: [DealField]
  /// What the terms state, so that it stays.
  private(set) var stated: [(change: DealField, term: DealField)] = []
  /// Changes to halls that the deal does not have.
  private(set) var homeless: [(change: DealField, hall: String)] = []

  init(_ changes: [DealField], into base: Deal) {
    self.base = base
    fields = base.fields
    let halls = Set(base.terms.halls.map(\.name))
    var taken: [DealField] = []
    for change in changes {
      if let hall = change.hall, !halls.contains(hall) {
        if homeless.last?.hall != hall { homeless.append((change, hall)) }
      } else if let term = fields.first(where: { change.isStated(by: $0) }) {
        stated.append((change, term))
      } else {
        taken.append(change)
      }
    }
    let own = taken.filter { !isNameOfKnownElement($0) }
    fields.removeAll { field in
      field.block.isOpenToScenarios && own.contains { $0.takesPlace(of: field) }
    }
    fields += own
  }

  /// Whether a field only says which element the others are of.
  private func isNameOfKnownElement(_ field: DealField) -> Bool {
    guard field.path.isElementName else { return false }
    return base.fields.contains { $0.path == field.path && $0.block != .head }
  }
}

extension FieldBlock {
  /// Whether a scenario may put something else in place of what stands there.
  var isOpenToScenarios: Bool {
    switch self {
    case .assumptions, .solved, .scenario: true
    case .head, .terms, .announcedFigures: false
    }
  }
}

extension DealField {
  /// The hall that a field is of.
  fileprivate var hall: String? {
    path.elements.first.flatMap { $0.list == "halls" ? $0.element : nil }
  }

  /// Whether a term says what the change would: open ones and names of elements say nothing.
  fileprivate func isStated(by term: DealField) -> Bool {
    guard term.block == .terms, term.text != "not disclosed",
      term.text != EscalatorTerms.notDisclosedText, !path.isElementName, !term.path.isElementName
    else { return false }
    return takesPlace(of: term)
  }

  /// Whether both cannot stand beside each other.
  package func takesPlace(of other: DealField) -> Bool {
    guard !path.isElementName || other.path == path else { return false }
    let whole = path.unnamedList ?? path
    if other.path.isAt(orBelow: whole) || whole.isAt(orBelow: other.path) { return true }
    return path.isAnotherForm(than: other.path)
  }
}

extension FieldPath {
  /// Whether the field is the name of a list element, by which the element is known.
  package var isElementName: Bool {
    pattern.hasSuffix("[].name") && FieldCatalog.definition(pattern, in: .terms) != nil
  }

  /// The outermost list above whose elements have numbers instead of names.
  fileprivate var unnamedList: FieldPath? {
    for (list, _) in elements {
      let path = FieldPath(known: list)
      if FieldCatalog.definition("\(path.pattern)[].name", in: .terms) == nil { return path }
    }
    return nil
  }

  /// Groups of which one key excludes the others.
  private static let forms: [(group: String, keys: Set<String>)] = [
    ("rent", ["contractValue", "rate", "steps"]),
    ("rent.escalator", ["fixed", "steps", "cpi", "greaterOf", "lesserOf"]),
    ("renewals.rent", ["fixed", "market"]),
    ("termination.fee", ["amount", "monthsOfRent", "schedule", "unamortisedCost"]),
  ]

  /// Whether two paths are of forms of one thing that exclude each other, such as rent by rate and
  /// rent by contract value.
  fileprivate func isAnotherForm(than other: FieldPath) -> Bool {
    var ancestor = parent
    while let group = ancestor, group != .root {
      let keys = Self.forms.first {
        group.pattern == $0.group || group.pattern == "periods[].\($0.group)"
      }?
      .keys
      if let keys, let own = key(below: group), let others = other.key(below: group),
        own != others, keys.contains(own), keys.contains(others)
      {
        return true
      }
      ancestor = group.parent
    }
    return false
  }

  /// The key directly below a group that the path is in.
  private func key(below group: FieldPath) -> String? {
    guard isAt(orBelow: group), self != group else { return nil }
    let rest = description.dropFirst(group.description.count + 1)
    return String(rest.prefix { $0 != "." && $0 != "[" })
  }
}
