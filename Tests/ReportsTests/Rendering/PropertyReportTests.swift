import FinanceBasics
import Testing

@testable import Reports

@Suite("What is known of one thing")
struct PropertyReportTests {
  private let report = PropertyReport(
    title: "River Bend (hut8-river-bend)",
    sections: [
      .init(
        heading: "Parties",
        entries: [
          .init("landlord", "Landlord", .text("Hut 8"), basis: "disclosed", source: "release"),
          .init(
            "credit", "Credit support",
            .text("Google, base rent and pass-through, through year 15 of the base term"),
            basis: "disclosed", source: "release"),
        ]),
      .init(
        key: "money", heading: "Money",
        entries: [
          .init(
            "stated_contract_value", "Stated contract value", .amount(700_000_000_000),
            unit: "USD", basis: "disclosed", source: "release"),
          .init(
            "margin", "Margin", Value.percent(0.986).marked("†"), kind: .percent(fractionDigits: 1),
            basis: "assumed"),
          .init("walt_years", "WALT", .blank, unit: "years"),
        ]),
    ],
    footnotes: ["Known on 2026-01-31."])

  @Test("aligns labels, values and provenance, and wraps a value under itself")
  func columns() {
    // 2 + 21 + 2 + 36 + 2 + 9 + 2 + 7 = 81 is one too many, so values get 35 columns.
    let expected = """
      River Bend (hut8-river-bend)

      Parties
        Landlord               Hut 8                                disclosed  release
        Credit support         Google, base rent and pass-through,  disclosed  release
                               through year 15 of the base term

      Money
        Stated contract value  7,000,000,000.00 USD                 disclosed  release
        Margin                 98.6%†                               assumed
        WALT

      Known on 2026-01-31.

      """
    #expect(renderText(report, style: TextStyle(width: 80)) == expected)
    #expect(renderText(report) == expected)
  }

  @Test("puts the provenance under the value where there is no room beside it")
  func stacked() {
    // Labels get a third of 48 columns, values 48 − 2 − 16 − 2 = 28.
    let expected = """
      River Bend (hut8-river-bend)

      Parties
        Landlord          Hut 8
                          (disclosed, release)
        Credit support    Google, base rent and
                          pass-through, through year
                          15 of the base term
                          (disclosed, release)

      Money
        Stated contract   7.000 billion USD
        value             (disclosed, release)
        Margin            98.6%†
                          (assumed)
        WALT

      Known on 2026-01-31.

      """
    #expect(renderText(report, style: TextStyle(width: 48, unit: .billions)) == expected)
  }

  @Test("as JSON is an object with value, basis and source, nested where a section has a key")
  func json() {
    let expected = """
      {
        "landlord": {
          "value": "Hut 8",
          "basis": "disclosed",
          "source": "release"
        },
        "credit": {
          "value": "Google, base rent and pass-through, through year 15 of the base term",
          "basis": "disclosed",
          "source": "release"
        },
        "money": {
          "stated_contract_value": {
            "value": 7000000000.00,
            "basis": "disclosed",
            "source": "release"
          },
          "margin": {
            "value": 0.986,
            "basis": "assumed",
            "source": null
          },
          "walt_years": null
        }
      }

      """
    #expect(render(report, as: .json) == expected)
  }

  @Test("as CSV is a line an entry")
  func csv() {
    let expected = """
      section,key,value,unit,basis,source
      ,landlord,Hut 8,,disclosed,release
      ,credit,"Google, base rent and pass-through, through year 15 of the base term",,disclosed,\
      release
      money,stated_contract_value,7000000000.00,USD,disclosed,release
      money,margin,0.986,,assumed,
      money,walt_years,,years,,

      """
    #expect(render(report, as: .csv) == expected)
  }

  @Test("has no line wider than the terminal", arguments: 20...120)
  func width(width: Int) {
    for line in renderText(report, style: TextStyle(width: width)).split(separator: "\n") {
      #expect(displayWidth(line) <= width)
    }
  }
}
