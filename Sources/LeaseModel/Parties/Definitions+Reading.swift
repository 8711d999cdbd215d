package import FinanceBasics

extension Source {
  /// A source from the fields under its id, or what is wrong with them.
  package static func reading(
    _ id: SourceID, _ fields: [DealField], locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (source: Source?, faults: [any Diagnostic]) {
    let reading = DefinitionReading(.sources, id.text, fields, locate)
    let table = reading.table
    let tier: Stated<Tier>? = table.choice("kind")
    guard reading.faults.isEmpty, let tier else { return (nil, reading.faults) }
    return (
      Source(
        id: id, tier: tier.value, date: table.date("date")?.value,
        title: table.text("title")?.value, url: table.text("url")?.value,
        via: table.text("via")?.value), []
    )
  }
}

extension Party {
  /// A party from the fields under its id, or what is wrong with them.
  package static func reading(
    _ id: PartyID, _ fields: [DealField], locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (party: Party?, faults: [any Diagnostic]) {
    let reading = DefinitionReading(.parties, id.text, fields, locate)
    let table = reading.table
    guard reading.faults.isEmpty, let name = table.text("name") else {
      return (nil, reading.faults)
    }
    return (
      Party(
        id: id, name: name.value,
        aliases: table.elementPaths(of: "aliases").compactMap { table.text($0)?.value },
        ticker: table.text("ticker")?.value, shares: table.count("shares")?.value,
        parent: table.identifier("parent")?.value, role: table.text("role")?.value,
        note: fields.head("name")?.note), []
    )
  }
}

extension Site {
  /// A site from the fields under its id, or what is wrong with them.
  package static func reading(
    _ id: SiteID, _ fields: [DealField], locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (site: Site?, faults: [any Diagnostic]) {
    let reading = DefinitionReading(.sites, id.text, fields, locate)
    let table = reading.table
    if let country = table.text("country")?.value, !isCountryCode(country),
      let field = fields.head("country")
    {
      let fault = LocatedFault(RegisterFault.countryMalformed(country), at: locate(field))
      return (nil, reading.faults + [fault])
    }
    guard reading.faults.isEmpty, let name = table.text("name") else {
      return (nil, reading.faults)
    }
    return (
      Site(
        id: id, name: name.value, locality: table.text("locality")?.value,
        region: table.text("region")?.value, country: table.text("country")?.value,
        landlord: table.identifier("landlord")?.value, campus: table.identifier("campus")?.value,
        powerMarket: table.text("powerMarket")?.value, note: fields.head("name")?.note), []
    )
  }
}

/// Whether a text is two capital letters, as ISO 3166 has them.
private func isCountryCode(_ text: String) -> Bool {
  text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
}

/// The fields under one id of a section, read, with what is wrong or missing.
private struct DefinitionReading {
  let table: FieldTable
  let faults: [any Diagnostic]

  init(
    _ section: FieldSection, _ id: String, _ fields: [DealField],
    _ locate: @escaping (DealField) -> DiagnosticLocation
  ) {
    var validation = DealValidation(
      fields, sources: [], headSection: section, locate: locate)
    for key in FieldCatalog.group("", in: section)?.requiredKeys ?? []
    where fields.head(key) == nil {
      let example = FieldCatalog.definition(key, in: section)?.example ?? ""
      let fault = DealFault.fieldMissing("\(section.rawValue).\(id).\(key)", example: example)
      validation.reportHead(fault, at: key)
    }
    table = validation.head
    faults = validation.faults
  }
}
