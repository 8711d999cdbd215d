extension FieldCatalog {
  /// What is said of one party.
  static let parties: [FieldDefinition] = [
    field("name", .text, "The full name.", "Hut 8 Corp.", isRequired: true),
    field("aliases[]", .text, "Another name that it goes by.", "Hut 8"),
    field("ticker", .text, "The exchange's symbol.", "HUT"),
    field("shares", .count(1...1_000_000_000_000), "Shares outstanding.", "105,000,000"),
    field("parent", .party, "Who owns it.", "alphabet"),
    field("role", .text, "What it does here.", "landlord"),
  ]

  /// What is said of one site.
  static let sites: [FieldDefinition] = [
    site("name", .text, "The full name.", "River Bend campus", isRequired: true),
    site("locality", .text, "The town or county.", "West Feliciana Parish"),
    site("region", .text, "The state or province.", "LA"),
    site("country", .text, "Two letters of ISO 3166.", "US"),
    site("landlord", .party, "Who owns it.", "hut-8"),
    site("campus", .site, "The site that it is a part of.", "river-bend"),
    site("powerMarket", .text, "Where its power is bought.", "MISO"),
  ]

  private static func field(
    _ pattern: String, _ kind: FieldKind, _ summary: String, _ example: String,
    isRequired: Bool = false
  ) -> FieldDefinition {
    FieldDefinition(
      pattern, kind, summary, example, section: .parties, blocks: [.head], isRequired: isRequired)
  }

  private static func site(
    _ pattern: String, _ kind: FieldKind, _ summary: String, _ example: String,
    isRequired: Bool = false
  ) -> FieldDefinition {
    FieldDefinition(
      pattern, kind, summary, example, section: .sites, blocks: [.head], isRequired: isRequired)
  }
}
