package import FinanceBasics

extension Source {
  /// A source from the fields under its id, or what is wrong with them.
  package static func reading(
    _ id: SourceID, _ fields: [DealField], locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (source: Source?, faults: [any Diagnostic]) {
    let reading = DefinitionReading(.sources, id.text, fields, isWhole: true, locate)
    let table = reading.table
    let tier: Stated<Tier>? = table.choice("kind")
    let faults = reading.faults + withoutWords(fields, locate)
    guard faults.isEmpty, let tier else { return (nil, faults) }
    return (
      Source(
        id: id, tier: tier.value, date: table.date("date")?.value,
        title: table.text("title")?.value, url: table.text("url")?.value,
        via: table.text("via")?.value), []
    )
  }

  /// A source is of a kind, and its date is one or is left out: no word stands in for either.
  private static func withoutWords(
    _ fields: [DealField], _ locate: (DealField) -> DiagnosticLocation
  ) -> [any Diagnostic] {
    fields.compactMap { field in
      guard field.text == "none" || field.text == "not disclosed",
        let kind = FieldCatalog.definition(field.path.pattern, in: .sources)?.kind
      else { return nil }
      switch kind {
      case .choice(let words):
        let fault = FieldFault.choiceUnknown(field.text, choices: words)
        return LocatedFault(fault, at: locate(field))
      case .date:
        return LocatedFault(FieldFault.date(.malformed(field.text)), at: locate(field))
      default: return nil
      }
    }
  }
}

/// The fields under one id of a section, read, with what is wrong or missing.
struct DefinitionReading {
  let table: FieldTable
  let faults: [any Diagnostic]

  /// - Parameter isWhole: Whether the fields that a definition needs must be given.
  init(
    _ section: FieldSection, _ id: String, _ fields: [DealField], isWhole: Bool,
    _ locate: @escaping (DealField) -> DiagnosticLocation
  ) {
    var validation = DealValidation(
      fields, sources: [], headSection: section, locate: locate)
    for key in FieldCatalog.group("", in: section)?.requiredKeys ?? []
    where isWhole && fields.head(key) == nil {
      let example = FieldCatalog.definition(key, in: section)?.example ?? ""
      let fault = DealFault.fieldMissing("\(section.rawValue).\(id).\(key)", example: example)
      validation.reportHead(fault, at: key)
    }
    table = validation.head
    faults = validation.faults
  }
}

/// The facts of a definition, each as it is given, or as an earlier version has it.
///
/// `none` takes a fact away.
struct DefinitionFacts: Sendable {
  private let table: FieldTable
  /// The remark of the definition, which stands behind each of its fields.
  let note: String?

  init(_ table: FieldTable, _ fields: [DealField]) {
    self.table = table
    note = fields.lazy.compactMap(\.note).first
  }

  func text(_ path: String, _ earlier: String?) -> String? {
    guard table.has(path) else { return earlier }
    return table.text(path)?.value == Self.none ? nil : table.text(path)?.value
  }

  func texts(_ list: String, _ earlier: [String]) -> [String] {
    let given = table.elementPaths(of: list).compactMap { table.text($0)?.value }
    return given.isEmpty && !table.has(list) ? earlier : given
  }

  func count(_ path: String, _ earlier: Int?) -> Int? {
    table.has(path) ? table.count(path)?.value : earlier
  }

  func identifier<Thing>(
    _ path: String, _ earlier: Identifier<Thing>?
  ) -> Identifier<Thing>? {
    table.has(path) ? table.identifier(path)?.value : earlier
  }

  private static let none = "none"
}
