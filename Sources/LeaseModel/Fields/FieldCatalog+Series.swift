extension FieldCatalog {
  /// What the heading of a series says.
  static let series: [FieldDefinition] = [
    field(
      "series", .identifier, "The name that leases use.", "cpi-u-nsa", isRequired: true),
    field("name", .text, "The full name.", "CPI-U, US city average", isRequired: true),
    field("kind", words(SeriesKind.self), "What the values are.", "price index", isRequired: true),
    field("unit", .text, "What the values are counted in.", "index", isRequired: true),
    field(
      "frequency", words(SeriesFrequency.self), "How often there are values.", "monthly",
      isRequired: true),
    field("announced", .date, "When the public knew it.", "2026-06-10", isRequired: true),
    field("effective", .date, "From when it holds; since ever if absent.", "2026-06-10"),
    field(
      "file", .text, "The table, from the folder of the heading.", "cpi-u-nsa.csv",
      isRequired: true),
    field("columns.month", .text, "The column of the month; month if absent.", "month"),
    field("columns.date", .text, "The column of the day; date if absent.", "date"),
    field("columns.tenor", .text, "The column of the tenor; tenor if absent.", "tenor"),
    field("columns.value", .text, "The column of the value; value if absent.", "cpi_u_nsa"),
    field("note", .text, "A remark for the reader.", "percent a year"),
  ]

  /// What a scenario says beside its changes, which are assumptions, and its delays.
  static let scenarios: [FieldDefinition] = [
    scenario("scenario", .identifier, "The name that commands use.", "margins-lower", true),
    scenario("name", .text, "The full name.", "Operating margins five points lower"),
    scenario("note", .text, "A remark for the reader.", "transformers have slipped"),
  ]

  private static func field(
    _ pattern: String, _ kind: FieldKind, _ summary: String, _ example: String,
    isRequired: Bool = false
  ) -> FieldDefinition {
    FieldDefinition(
      pattern, kind, summary, example, section: .series, blocks: [.head], isRequired: isRequired)
  }

  private static func scenario(
    _ pattern: String, _ kind: FieldKind, _ summary: String, _ example: String,
    _ isRequired: Bool = false
  ) -> FieldDefinition {
    FieldDefinition(
      pattern, kind, summary, example, section: .scenarios, blocks: [.head],
      isRequired: isRequired)
  }
}
