public import FinanceBasics

extension Deal {
  /// Checks a draft, and reports everything wrong with it rather than the first fault.
  ///
  /// - Throws: Every fault of `FieldFault` and `DealFault` in it, by line.
  public init(validating draft: DealDraft) throws(Diagnostics) {
    let (deal, faults) = Self.checked(draft)
    guard let deal else { throw Diagnostics(Diagnostics.sorted(faults)) }
    self = deal
  }

  /// Takes the fields that a ledger kept, and checks them again.
  ///
  /// - Throws: As for a draft; the places are those of the document that was recorded.
  public init(fields: [DealField], sources: [Source]) throws(Diagnostics) {
    try self.init(validating: DealDraft(fields: fields, sources: sources))
  }

  /// The deal of a draft without faults, or its faults.
  package static func checked(
    _ draft: DealDraft, locate: ((DealField) -> DiagnosticLocation)? = nil
  ) -> (deal: Deal?, faults: [any Diagnostic]) {
    let file = draft.file
    var validation = DealValidation(
      draft.fields, sources: draft.sources, locate: locate ?? { $0.location(in: file) })
    let terms = DealTerms(reading: validation.terms)
    validation.check(terms)
    guard validation.faults.isEmpty, let deal = Deal(validation, terms: terms) else {
      return (nil, validation.faults)
    }
    return (deal, [])
  }

  private init?(_ validation: DealValidation, terms: DealTerms) {
    let head = validation.head
    guard let id: Stated<DealID> = head.identifier("deal"),
      let announced = head.date("announced")?.value
    else { return nil }
    self.init(
      id: id.value, name: head.text("name")?.value, announced: announced,
      signed: head.date("signed")?.value,
      effective: head.date("effective")?.value.last ?? announced.last,
      source: validation.fields.head("source")?.sources.first, fields: validation.fields,
      sources: validation.sources, terms: terms,
      announcedFigures: validation.announcedFigures, conflicts: validation.conflicts,
      notDisclosed: head.elementPaths(of: "notDisclosed").compactMap { head.text($0)?.value },
      notes: head.elementPaths(of: "notes").compactMap { head.text($0)?.value })
  }
}

extension DealField {
  /// The place of the field in a file; without a line where the field was never in one.
  package func location(in file: String?) -> DiagnosticLocation {
    let field = block == .head ? path.description : "\(block.rawValue).\(path)"
    return DiagnosticLocation(
      file: file, line: line > 0 ? line : nil, column: line > 0 ? column : nil, field: field)
  }
}

extension DealValidation {
  fileprivate var announcedFigures: [AnnouncedFigure] {
    var figures: [AnnouncedFigure] = []
    for field in fields where field.block == .announcedFigures {
      let path = field.path.description
      let name = path.prefix { $0 != "[" && $0 != "." }
      guard let kind = AnnouncedFigure.Kind(rawValue: String(name)),
        let figure = announced.figure(path)?.value
      else { continue }
      let scope = announced.elementPaths(of: "\(path).scope").compactMap {
        announced.text($0).map { DealID($0.value) }
      }
      figures.append(
        AnnouncedFigure(kind: kind, figure: figure, scope: scope, path: field.path))
    }
    return figures
  }

  fileprivate var conflicts: [Conflict] {
    head.elementPaths(of: "conflicts").compactMap { path in
      guard let entry = head["\(path).value"], case .text(let value) = entry.value else {
        return nil
      }
      let field = fields[entry.index]
      return Conflict(
        path: head.text("\(path).path")?.value ?? "", value: value, source: field.sources.first,
        note: field.note)
    }
  }
}
