extension FieldCatalog {
  /// What stands outside the blocks of a deal.
  static let head: [FieldDefinition] = [
    field("deal", .identifier, "The id of the deal.", "hut8-river-bend", isRequired: true),
    field("name", .text, "What the deal is called.", "River Bend"),
    field(
      "announced", .date, "When the public knew it.", "2025-12-17", isRequired: true),
    field("signed", .date, "When it was signed.", "2025-12-16"),
    field("effective", .date, "From when it bites; the day announced if absent.", "2025-12-17"),
    field(
      "source", .text, "The id of the source behind every term that names no other.", "release"),
    field("conflicts[].path", .text, "The field on which sources disagree.", "criticalIT"),
    field("conflicts[].value", .text, "What the other source says.", "224 MW", isRequired: true),
    field("notDisclosed[]", .text, "What nobody has published.", "rent per kW"),
    field("notes[]", .text, "A remark for the reader.", "330 / 245 is a PUE of 1.35"),
  ]

  /// What stands outside the blocks of an amendment.
  static let amendment: [FieldDefinition] = [
    field(
      "amends", .deal, "The id of the deal that is amended.", "cipher-barber-lake",
      in: .amendment, isRequired: true),
    field("name", .text, "What the amendment is called.", "Expansion", in: .amendment),
    field(
      "announced", .date, "When the public knew it.", "2025-11-20", in: .amendment,
      isRequired: true),
    field("signed", .date, "When it was signed.", "2025-11-19", in: .amendment),
    field(
      "effective", .date, "From when it bites; the day announced if absent.", "2025-11-20",
      in: .amendment),
    field("reason", .text, "Why it was made.", "the tenant took the rest", in: .amendment),
    field(
      "source", .text, "The id of the source behind every term that names no other.", "release",
      in: .amendment),
    field(
      "remove[]", .text, "A path that is taken away.", "rent.contractValue", in: .amendment),
    field(
      "conflicts[].path", .text, "The field on which sources disagree.", "criticalIT",
      in: .amendment),
    field(
      "conflicts[].value", .text, "What the other source says.", "224 MW", in: .amendment,
      isRequired: true),
    field("notDisclosed[]", .text, "What nobody has published.", "rent per kW", in: .amendment),
    field("notes[]", .text, "A remark for the reader.", "a restatement", in: .amendment),
  ]

  /// What stands above the parties and sites of a dated file, and in the head of a scenario.
  static let definitions: [FieldDefinition] = [
    field(
      "announced", .date, "When the public knew it.", "2026-08-06", in: .definitions,
      isRequired: true),
    field(
      "effective", .date, "From when it holds; the day announced if absent.", "2026-07-31",
      in: .definitions),
    field(
      "reason", .text, "Why there is a version.", "shares were issued", in: .definitions),
    field(
      "source", .text, "The id of the source of the file, or a list of them.", "10-q",
      in: .definitions),
  ]

  /// What says where a term was read.
  static let sources: [FieldDefinition] = [
    field(
      "kind", .choice(Source.Tier.allCases.map(\.rawValue)), "How far it is to be trusted.",
      "release", in: .sources, isRequired: true),
    field("date", .date, "When it was published.", "2025-12-17", in: .sources),
    field("title", .text, "What it is called.", "Hut 8 signs a lease", in: .sources),
    field("url", .text, "Where it is.", "https://example.com/release", in: .sources),
    field("via", .text, "Through what it was read.", "a summary", in: .sources),
  ]

  private static func field(
    _ pattern: String, _ kind: FieldKind, _ summary: String, _ example: String,
    in section: FieldSection = .head, isRequired: Bool = false
  ) -> FieldDefinition {
    FieldDefinition(
      pattern, kind, summary, example, section: section, blocks: [.head], isRequired: isRequired)
  }
}
