import FinanceBasics

/// The fields of a deal with those of an amendment put in place of the ones that they change.
struct AmendmentMerge {
  let amendment: AmendmentDraft
  let base: Deal
  /// The fields of the deal that results.
  private(set) var fields: [DealField] = []
  private(set) var sources: [Source] = []
  /// The fields that the amendment gave.
  private(set) var own: [DealField] = []
  private(set) var faults: [any Diagnostic] = []

  init(of amendment: AmendmentDraft, into base: Deal) {
    self.amendment = amendment
    self.base = base
  }

  /// - Precondition: The amendment is of this deal.
  mutating func run() {
    precondition(amendment.target == base.id, "an amendment is put into the deal that it names")
    let renamed = mergeSources()
    own = amendment.fields.filter { !isHeadOfAmendment($0) }.map { field in
      field.with(path: behindOlder(field), sources: field.sources.map { renamed[$0] ?? $0 })
    }
    fields = base.fields
    remove()
    replaceValues()
    displaceAssumptions()
    insertOwn()
  }

  private func isHeadOfAmendment(_ field: DealField) -> Bool {
    let path = field.path.description
    return field.block == .head
      && (["amends", "name", "reason", "source"].contains(path) || path.hasPrefix("remove["))
  }

  /// Whether a field is one of a list that amendments add to instead of replacing it.
  private static func isAdded(_ field: DealField) -> Bool {
    let list = field.path.outermostList?.description
    return field.block == .head && (list == "notes" || list == "conflicts")
  }

  /// Notes and conflicts are added to the deal's: they take numbers behind the older ones.
  private func behindOlder(_ field: DealField) -> FieldPath {
    guard Self.isAdded(field), let (list, element) = field.path.elements.first,
      let number = Int(element)
    else { return field.path }
    let older = base.fields.filter { $0.block == .head }.compactMap { other in
      other.path.elements.first.flatMap { $0.list == list ? Int($0.element) : nil }
    }
    let rest = field.path.description.dropFirst(list.count + element.count + 2)
    return FieldPath(known: "\(list)[\((older.max() ?? 0) + number)]\(rest)")
  }

  /// Joins the lists of sources; an id that means another source in each file gets a number.
  private mutating func mergeSources() -> [SourceID: SourceID] {
    sources = base.sources
    var renamed: [SourceID: SourceID] = [:]
    for source in amendment.sources where !sources.contains(source) {
      var id = source.id
      var number = 2
      while sources.contains(where: { $0.id == id }) {
        id = SourceID("\(source.id)-\(number)")
        number += 1
      }
      if id != source.id { renamed[source.id] = id }
      sources.append(
        Source(
          id: id, tier: source.tier, date: source.date, title: source.title, url: source.url,
          via: source.via))
    }
    return renamed
  }

  private mutating func remove() {
    for removal in amendment.fields
    where removal.block == .head && removal.path.description.hasPrefix("remove[") {
      let (block, path) = Self.target(of: removal.text)
      let isTaken: (DealField) -> Bool = { field in
        let isInBlock = block.map { $0 == field.block } ?? (field.block != .announcedFigures)
        return isInBlock && field.path.isAt(orBelow: path)
          && !AmendmentDraft.headOnly.contains(field.path.description)
      }
      if fields.contains(where: isTaken) {
        fields.removeAll(where: isTaken)
      } else if !amendment.isPutIntoOthers {
        let known = fields.map(\.path.description)
        let fault = DealFault.removedAbsent(
          removal.text, nearest: nearestName(to: removal.text, among: known))
        faults.append(LocatedFault(fault, at: removal.location(in: amendment.file)))
      }
    }
  }

  /// The block and the path of a text such as `assumptions.term` or `rent.contractValue`.
  private static func target(of text: String) -> (block: FieldBlock?, path: FieldPath) {
    for block in FieldBlock.allCases where text.hasPrefix("\(block.rawValue).") {
      return (block, FieldPath(known: String(text.dropFirst(block.rawValue.count + 1))))
    }
    return (nil, FieldPath(known: text))
  }

  /// The path whose whole value a field replaces: its list, its choice of forms, or itself.
  private func replaced(by field: DealField) -> FieldPath {
    if let list = field.path.outermostList { return Self.isAdded(field) ? field.path : list }
    let text = field.path.description
    for form in ["rent.escalator", "renewals.rent", "termination.fee", "lateDelivery.cap"]
    where FieldPath(known: text).isAt(orBelow: FieldPath(known: form)) {
      return FieldPath(known: form)
    }
    return field.path
  }

  private mutating func replaceValues() {
    let replaced = Set(own.map { DealField.Place(block: $0.block, path: self.replaced(by: $0)) })
    fields = fields.filter { field in
      !replaced.contains { place in
        field.block == place.block
          && (field.path.isAt(orBelow: place.path) || place.path.isAt(orBelow: field.path))
      }
    }
  }

  /// Takes away what was assumed or solved where a source now speaks.
  private mutating func displaceAssumptions() {
    let disclosed = own.filter { $0.block == .terms && $0.text != "not disclosed" }
    let ours = Set(own.filter { $0.block != .terms }.map(\.placed))
    for field in disclosed where field.text != EscalatorTerms.notDisclosedText {
      fields = fields.filter { other in
        guard other.block == .assumptions || other.block == .solved, !ours.contains(other.placed)
        else { return true }
        return !isDisplaced(other.path, by: field)
      }
    }
  }

  /// Of a list, an assumption stays that belongs to an element which the new list still names.
  private func isDisplaced(_ path: FieldPath, by field: DealField) -> Bool {
    if let list = field.path.outermostList, path.isAt(orBelow: list) {
      guard let element = path.elements.first?.element else { return true }
      let isStillNamed = own.contains { other in
        other.block == .terms
          && other.path.isAt(orBelow: list.element(element))
          && other.path.description.hasSuffix("[\(element)].name")
      }
      guard isStillNamed else { return true }
      let inner = innermostList(of: path)
      let isGiven = own.contains {
        $0.block == .terms
          && ($0.path.isAt(orBelow: inner) || path.isAt(orBelow: $0.path))
      }
      return isGiven && !path.description.hasSuffix("].name")
    }
    let given = replaced(by: field)
    return path.isAt(orBelow: given) || given.isAt(orBelow: path)
  }

  /// The list inside an element that a path is in, such as the ramp of a hall; else the path.
  private func innermostList(of path: FieldPath) -> FieldPath {
    let elements = path.elements
    guard elements.count > 1, let list = elements.last?.list else { return path }
    return FieldPath(known: list)
  }

  /// Puts the amendment's fields behind those of their block.
  private mutating func insertOwn() {
    let head = own.filter { $0.block == .head }
    let order: [FieldBlock] = [.head, .terms, .announcedFigures, .assumptions, .solved]
    var merged: [DealField] = []
    for block in order {
      merged += fields.filter { $0.block == block }
      merged += block == .head ? head : own.filter { $0.block == block }
    }
    if amendment.fields.head("effective") == nil {
      merged.removeAll { $0.block == .head && $0.path.description == "effective" }
    }
    fields = merged
  }
}
