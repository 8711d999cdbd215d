import FinanceBasics
import LeaseModel

/// What differs between two versions of a deal, told apart by who says it.
struct VersionChanges {
  let old: Deal
  let new: Deal
  /// Paths that sources state otherwise or in one version only, and of halls that only one has.
  let terms: [FieldPath]
  /// Paths that are assumed, solved or changed by a scenario otherwise, or in one version only, but
  /// for those that the new terms displace.
  let assumptions: [FieldPath]

  init(from old: Deal, to new: Deal) {
    self.old = old
    self.new = new
    let stated = Self.differences(old, new) { $0 == .terms }
    let assumed = Self.differences(old, new) { $0.isAssumed }
    let halls = Set(old.hallNames).intersection(new.hallNames)
    let strange = assumed.filter { path in path.hall.map { !halls.contains($0) } == true }
    let kept = Set(new.fields.filter(\.block.isAssumed).map(\.path))
    terms = stated + strange
    assumptions = assumed.filter { path in
      let isDisplaced = !kept.contains(path) && stated.contains { path.isDisplaced(by: $0) }
      return !isDisplaced && !strange.contains(path)
    }
  }

  private static func differences(
    _ old: Deal, _ new: Deal, in isCounted: (FieldBlock) -> Bool
  ) -> [FieldPath] {
    let before = old.fields.filter { isCounted($0.block) }
    let after = new.fields.filter { isCounted($0.block) }
    let texts = Dictionary(before.map { ($0.path, $0.text) }) { first, _ in first }
    let kept = Set(after.map(\.path))
    return after.filter { texts[$0.path] != $0.text }.map(\.path)
      + before.filter { !kept.contains($0.path) }.map(\.path)
  }

  /// The old version with the assumptions of the new one, in force from the new one's day on.
  ///
  /// What the old terms state stays stated, halls that the old version does not have stay away, and
  /// an assumption that the new terms displace stays assumed: those are changes of terms.
  ///
  /// - Throws: What is wrong with the deal that would result.
  func oldTermsWithNewAssumptions() throws(Diagnostics) -> Deal {
    let assumed = new.fields.filter(\.block.isAssumed)
    let application = ScenarioApplication(
      of: Scenario(id: ScenarioID("attribution"), changes: changed(among: assumed)), to: old)
    let merged = try application.result()
    let gone = Set(assumptions).subtracting(assumed.map(\.path))
    let fields = merged.fields.filter { !$0.block.isAssumed || !gone.contains($0.path) }
    return try Deal(fields: fields.effective(on: new.effective), sources: merged.sources)
  }

  /// The fields of the new version that differ, with the rest of each list without names.
  ///
  /// They bring no sources along: the old version does not know those.
  private func changed(among assumed: [DealField]) -> [DealField] {
    let changed = Set(assumptions)
    let lists = Set(
      assumed.filter { changed.contains($0.path) }.compactMap(\.path.numberedList))
    return assumed.filter { field in
      changed.contains(field.path) || field.path.numberedList.map(lists.contains) == true
    }.map { field in
      DealField(
        block: field.block, path: field.path, text: field.text, line: field.line,
        column: field.column)
    }
  }
}

extension FieldPath {
  /// The hall that the field is of.
  fileprivate var hall: String? {
    guard steps.count > 1, case .element(let name) = steps[1], steps[0] == .key("halls") else {
      return nil
    }
    return name
  }

  /// Whether a term that is stated otherwise may say what was assumed here: the same thing, another
  /// form of it, or another element of a list.
  fileprivate func isDisplaced(by term: FieldPath) -> Bool {
    let (own, others) = (steps, term.steps)
    guard own.first == others.first else { return false }
    let isSamePlace = own.dropLast() == others.dropLast() || own.prefix(2) == others.prefix(2)
    return isSamePlace || isInList || term.isInList || term.isAt(orBelow: self)
      || isAt(orBelow: term)
  }

  private var isInList: Bool {
    steps.contains { if case .element = $0 { true } else { false } }
  }
}

extension [DealField] {
  /// The fields with the day from which the clauses bite.
  fileprivate func effective(on day: CalendarDate) -> [DealField] {
    let path = FieldPath.root.key("effective")
    return filter { $0.block != .head || $0.path != path } + [
      DealField(block: .head, path: path, text: day.description, line: 0, column: 0)
    ]
  }
}
