import Foundation
import Testing

/// Single values on either side of each bound, put to the command and to the schema.
@Suite(
  "The schema of deals beside the command",
  .enabled(if: SchemaValidator.isInstalled, "python3 has no jsonschema and yaml"))
struct SchemaAgreementTests {
  /// Terms with the values that are right and those that are wrong, by the bounds of
  /// docs/deal-file.md: a length up to 100 years, loads from a kilowatt to 100,000 MW, money up to
  /// 10¹⁵, years from 1900 to 2300, a PUE of at least 1.
  struct Values: Sendable, CustomTestStringConvertible {
    /// A line of `terms` with `%` in place of the value.
    let line: String
    let right: [String]
    let wrong: [String]

    var testDescription: String { line }
  }

  static let values = [
    Values(
      line: "criticalIT: %",
      right: [
        "245 MW", "100,000 MW", "100,000.0 MW", "100 k MW", "99.9 k MW", "0.05 M MW", "0.001 MW",
        "about 245 MW", "240 MW to 250 MW", "up to 5 MW", "330 MW - 85 MW", "-5 + 10 MW",
        "0 MW + 5 MW", "00245 MW", "not disclosed", "{value: 245 MW}",
      ],
      wrong: [
        "0 MW", "0.0 MW", "about 0 MW", "-5 MW", "100,001 MW", "245 k MW", "1 M MW",
        "{value: 0 MW}",
      ]),
    Values(
      line: "pue: %", right: ["1", "1.35", "'1.35'", "about 0.99", "0.9 to 1.4", "none"],
      wrong: ["0.999", "0", "-1", "'0.9'"]),
    Values(
      line: "term: %",
      right: [
        "100 years", "1200 months", "36525 days", "0 years 3 months", "0015 years",
        "1 year 0 months",
      ],
      wrong: [
        "101 years", "1201 months", "36526 days", "0 years", "0 months", "0 days",
        "0 years 0 months",
      ]),
    Values(
      line: "rent: {contractValue: %}",
      right: ["7.0 bn USD", "0.01 USD", "1000000 bn USD", "6.7 bn - 3.7 bn USD"],
      wrong: ["0 USD", "about 0 USD", "-3 bn USD", "10000000 bn USD"]),
    Values(
      line: "rent: {rate: %}",
      right: ["128 USD/kW-month", "1.5 M USD/MW-IT-year", "1 M USD/year"],
      wrong: ["1.5 M USD/MW-gross-year", "1.5 M USD/MW-utility-year", "0 USD/year"]),
    Values(
      line: "rent: {contractValue: 7.0 bn USD, rate: %}", right: ["none", "not disclosed"],
      wrong: ["128 USD/kW-month"]),
    Values(
      line: "rent: {rate: 128 USD/kW-month, escalator: {cpi: {series: cpi-u-nsa, lag: %}}}",
      right: ["0 months", "3 months"], wrong: ["1201 months"]),
    Values(
      line: "expiry: %",
      right: ["1900-01-01", "2300-12-31", "1900", "2300", "about 2042", "2300-H2", "none"],
      wrong: ["1899-12-31", "2301-01-01", "1899", "2301", "2942-Q1"]),
    Values(
      line: "halls: [{name: %, criticalIT: 40 MW}]",
      right: ["hall 1", "1", "true", "'null'", "h#", "ünï"],
      wrong: ["'hall [1]'", "'a]'", "'???'", "' '", "null"]),
    Values(
      line: "halls: [{name: a, criticalIT: 9 MW, ramp: [{month: 0, criticalIT: 0 MW}, %]}]",
      right: ["{month: 3, criticalIT: 9 MW}"], wrong: ["{criticalIT: 9 MW}"]),
    Values(
      line: "power: {tariff: [{name: demand, demand: %}]}",
      right: ["6.50 USD/kW-month", "0 USD/kW-month"],
      wrong: ["80 k USD/MW-IT-year", "-1 USD/kW-month"]),
    Values(
      line: "capitalCost: %", right: ["10 M USD/MW-IT", "0 USD", "2 bn USD"], wrong: ["-1 USD"]),
    Values(
      line: "contractingEntity: %", right: ["'~'", "LLC", "12", "none"],
      wrong: ["'???'", "~", "NULL", "''", "' '"]),
    Values(line: "site: %", right: ["none"], wrong: ["'???'", "''"]),
  ]

  /// The same of what stands outside the terms: whole lines.
  static let heads = Values(
    line: "%",
    right: [
      "source: press", "source: [press]", "name: 'null'", "notes: ['~']",
      "conflicts: [{path: term, value: 3 years, source: press}]",
      "sources: {other: {kind: press, date: about 2025, title: none}}",
      "sites: {here: {name: Here, country: US}}", "sites: {here: {name: Here, country: NO}}",
    ],
    wrong: [
      "source: 3 %", "source: []", "name: null", "notes: ['']", "notes: [~]", "notDisclosed: ['']",
      "conflicts: [{path: term, value: 3 years, source: []}]",
      "sources: {other: {date: 2026-01-01}}", "sources: {other: {kind: none}}",
      "sources: {other: {kind: not disclosed}}", "sources: {other: {kind: press, date: none}}",
      "sources: {other: {kind: press, via: '???'}}", "sites: {here: {name: Here, country: us}}",
    ])

  @Test("takes and refuses the same values", arguments: values)
  func terms(_ values: Values) throws {
    try Self.expectAgreement(values) { line in
      Self.file(head: "source: press", term: line, sources: "{press: {kind: press}}")
    }
  }

  @Test("takes and refuses the same head, sources and sites")
  func head() throws {
    try Self.expectAgreement(Self.heads) { line in
      let isOfSources = line.hasPrefix("sources: ")
      let sources = "{press: {kind: press}" + (isOfSources ? ", " + line.dropFirst(10) : "}")
      let head =
        line.hasPrefix("source: ")
        ? line : "source: press" + (isOfSources ? "" : "\n" + line)
      return Self.file(head: head, term: "term: 15 years", sources: sources)
    }
  }

  private static func file(head: String, term: String, sources: String) -> String {
    """
    deal: one
    announced: 2026-01-02
    \(head)
    terms:
      landlord: hut-8
      contract: {kind: lease}
      \(term)
    sources: \(sources)
    parties: {hut-8: {name: Hut 8}}

    """
  }

  private static func expectAgreement(_ values: Values, _ file: (String) -> String) throws {
    let folder = try ScratchFolder()
    let all = values.right.map { ($0, true) } + values.wrong.map { ($0, false) }
    let names = all.indices.map { "value-\($0).yaml" }
    for (name, (value, _)) in zip(names, all) {
      try folder.write(file(values.line.replacing("%", with: value)), to: name)
    }
    let faults = try SchemaValidator.faults(in: names, by: "deal", from: folder)
    for (name, (value, isRight)) in zip(names, all) {
      let run = try folder.run("check", name)
      #expect((run.status == 0) == isRight, "the command, of \(value): \(run.output)")
      #expect((faults[name] == 0) == isRight, "the schema, of \(value)")
    }
  }
}
