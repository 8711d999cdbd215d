package import FinanceBasics

/// What a file says of one party: all of it, or in a dated file what changes.
public struct PartyDefinition: Sendable {
  /// The id that the party is recorded under.
  public let id: PartyID
  private let facts: DefinitionFacts

  /// The party, with what the definition leaves open as an earlier version has it.
  ///
  /// - Parameter base: The version that the definition changes; `nil` where there is none.
  /// - Returns: `nil` where neither gives a name.
  public func party(amending base: Party? = nil) -> Party? {
    guard let name = facts.text("name", base?.name) else { return nil }
    return Party(
      id: id, name: name, aliases: facts.texts("aliases", base?.aliases ?? []),
      ticker: facts.text("ticker", base?.ticker), shares: facts.count("shares", base?.shares),
      parent: facts.identifier("parent", base?.parent), role: facts.text("role", base?.role),
      note: facts.note ?? base?.note)
  }

  /// A definition from the fields under its id, and what is wrong with them.
  ///
  /// - Parameter isWhole: Whether the fields without which there is no party must be given.
  package static func reading(
    _ id: PartyID, _ fields: [DealField], isWhole: Bool,
    locate: @escaping (DealField) -> DiagnosticLocation
  ) -> (definition: PartyDefinition?, faults: [any Diagnostic]) {
    let reading = DefinitionReading(.parties, id.text, fields, isWhole: isWhole, locate)
    guard reading.faults.isEmpty else { return (nil, reading.faults) }
    return (PartyDefinition(id: id, facts: DefinitionFacts(reading.table, fields)), [])
  }
}
