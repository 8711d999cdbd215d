package import FinanceBasics

/// What a file says of one site: all of it, or in a dated file what changes.
public struct SiteDefinition: Sendable {
  /// The id that the site is recorded under.
  public let id: SiteID
  private let facts: DefinitionFacts

  /// The site, with what the definition leaves open as an earlier version has it.
  ///
  /// - Parameter base: The version that the definition changes; `nil` where there is none.
  /// - Returns: `nil` where neither gives a name.
  public func site(amending base: Site? = nil) -> Site? {
    guard let name = facts.text("name", base?.name) else { return nil }
    return Site(
      id: id, name: name, locality: facts.text("locality", base?.locality),
      region: facts.text("region", base?.region), country: facts.text("country", base?.country),
      landlord: facts.identifier("landlord", base?.landlord),
      campus: facts.identifier("campus", base?.campus),
      powerMarket: facts.text("powerMarket", base?.powerMarket), note: facts.note ?? base?.note)
  }

  /// A definition from the fields under its id, and what is wrong with them.
  ///
  /// - Parameter isWhole: Whether the fields without which there is no site must be given.
  package static func reading(
    _ id: SiteID, _ fields: [DealField], isWhole: Bool,
    locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (definition: SiteDefinition?, faults: [any Diagnostic]) {
    let reading = DefinitionReading(.sites, id.text, fields, isWhole: isWhole, locate)
    let facts = DefinitionFacts(reading.table, fields)
    if let country = facts.text("country", nil), !isCountryCode(country),
      let field = fields.head("country")
    {
      let fault = LocatedFault(RegisterFault.countryMalformed(country), at: locate(field))
      return (nil, reading.faults + [fault])
    }
    guard reading.faults.isEmpty else { return (nil, reading.faults) }
    return (SiteDefinition(id: id, facts: facts), [])
  }
}

/// Whether a text is two capital letters, as ISO 3166 has them.
private func isCountryCode(_ text: String) -> Bool {
  text.utf8.count == 2 && text.utf8.allSatisfy { (65...90).contains($0) }
}
