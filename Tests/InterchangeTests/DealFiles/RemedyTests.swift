import FinanceBasics
import Interchange
import LeaseModel
import Testing

/// Slips that a user is likely to make, and the fix that the reader names for each.
@Suite("Remedies of likely slips")
struct RemedyTests {
  struct Slip: CustomTestStringConvertible, Sendable {
    let terms: String
    var assumptions = ""
    let faults: [String]
    var testDescription: String { "\(terms) \(assumptions)" }
  }

  private static let slips = [
    Slip(
      terms: "rent: {escalator: 3 %}", faults: ["choice.unknown: write escalator: {fixed: 3 %}"]),
    Slip(
      terms: "renewals: {rent: 150 USD/kW-month}",
      faults: ["choice.unknown: write rent: {fixed: 150 USD/kW-month}"]),
    Slip(
      terms: "rent: {escalator: upwards}",
      faults: ["choice.unknown: write one of: 'none', 'annual, rate not disclosed'"]),
    Slip(
      terms: "rent: {rate: 130 USD/kW}",
      faults: ["unit.unknown: write USD/kW-month, if that is what is meant"]),
    Slip(
      terms: "rent: {rate: 130 EUR/kW}",
      faults: ["unit.unknown: write EUR/kW-month, if that is what is meant"]),
    Slip(
      terms: "rent: {rate: 1.5 M USD/MW}",
      faults: [
        "unit.megawatt-kind-missing: write USD/MW-IT-year, or MW-gross or MW-utility in its place"
      ]),
    Slip(
      terms: "criticalIT: 1 GW", faults: ["unit.unknown: write MW, if that is what is meant"]),
    Slip(
      terms: "criticalIT: 1e5 MW",
      faults: ["figure.not-a-number: write the digits out, such as 100,000 MW or 7.0 bn USD"]),
    Slip(
      terms: "criticalIT: 0x10 MW",
      faults: ["figure.not-a-number: write the digits out, such as 100,000 MW or 7.0 bn USD"]),
    Slip(
      terms: "criticalIT: 1 000 MW",
      faults: ["figure.not-a-number: write the digits out, such as 100,000 MW or 7.0 bn USD"]),
    Slip(
      terms: "delivery: {last: 2027-Q5}",
      faults: ["date.nonexistent: write a quarter from Q1 to Q4"]),
    Slip(
      terms: "delivery: {last: 2027-H3}",
      faults: ["date.nonexistent: write a half-year, H1 or H2"]),
    Slip(
      terms: "criticalIT: 0 MW",
      faults: [
        "figure.zero: write the megawatts, or leave the field out where they are not known"
      ]),
    Slip(
      terms: "criticalIT: none",
      faults: [
        "figure.zero: write the megawatts, or leave the field out where they are not known"
      ]),
    Slip(
      terms: "halls: [{name: a, criticalIT: 0 MW}]",
      faults: [
        "figure.zero: write the megawatts, or leave the field out where they are not known"
      ]),
    Slip(
      terms: "signed: 2025-12-16", faults: ["field.wrong-block: move it to the head of the file"]),
    Slip(
      terms: "status: signed", assumptions: "landlord: hut-8",
      faults: [
        "field.in-two-blocks: keep what a source says under terms, and take the other away"
      ]),
    Slip(
      terms: "periodDay: end", assumptions: "periodDay: end",
      faults: ["field.in-two-blocks: keep the one in assumptions, and take the other away"]),
    Slip(
      terms: "status: signed", assumptions: "tenant: fluidstack",
      faults: ["field.wrong-block: move it to terms"]),
  ]

  @Test("say what to write, and nothing else", arguments: slips)
  func remedy(_ slip: Slip) {
    #expect(faults(slip).map { "\($0.code): \($0.remedy)" } == slip.faults)
  }

  @Test("zero megawatts are said to be zero, and none to be none")
  func zero() {
    let problems = ["0 MW", "none"].flatMap {
      faults(Slip(terms: "criticalIT: \($0)", faults: [])).map(\.problem)
    }
    #expect(
      problems == [
        "a critical IT load of '0 MW' is no load at all",
        "a critical IT load of 'none' is no load at all",
      ])
  }

  @Test(
    "what stands beside a value that does not read is found in the same pass",
    arguments: [
      Slip(
        terms: "term: 150 years", assumptions: "term: 10 years",
        faults: ["length.too-long", "field.in-two-blocks"]),
      Slip(
        terms: "term: 10 years", assumptions: "term: 150 years",
        faults: ["length.too-long", "field.in-two-blocks"]),
      Slip(
        terms: "rent: {contractValue: 7.0 bn, rate: 100 USD/MW-month}",
        faults: ["unit.missing", "unit.unknown", "field.contradictory"]),
      Slip(
        terms: "prepayment: {amount: 1 bn, share: 200 %}",
        faults: ["unit.missing", "share.out-of-bounds", "field.contradictory"]),
      Slip(
        terms: "operatingMargin: 98.6",
        assumptions: "operatingCosts: [{name: tax, amount: 5}]",
        faults: ["unit.missing", "unit.missing", "field.contradictory"]),
      Slip(
        terms: "rent: {escalator: {cpi: {series: cpi-u-nsa, lag: soon}, fixed: 3}}",
        faults: ["length.malformed", "unit.missing", "field.contradictory"]),
      Slip(
        terms: "rent: {rate: 1 USD}",
        assumptions: "periods: [{years: 1 to 10, rent: {rate: 1 USD}}]",
        faults: [
          "unit.wrong", "years.malformed", "unit.wrong", "field.contradictory",
        ]),
    ])
  func onePass(_ slip: Slip) {
    #expect(faults(slip).map(\.code).sorted() == slip.faults.sorted())
  }

  @Test("an amendment that does not read is still held against its deal")
  func amendment() {
    let deal = file("term: 10 years", "", named: "one.yaml")
    let text = """
      amends: one
      announced: 2026-02-30
      terms: {rent: {contractValue: {value: 7, source: r}}, expiry: {value: 2020-01-01, source: r}}
      assumptions: {term: 5 years}
      sources: {r: {kind: release}}

      """
    let amendment = DealFileBatch.File(path: "two.yaml", bytes: Array(text.utf8))
    #expect(
      faults([deal, amendment]).map(\.code).sorted() == [
        "date.nonexistent", "field.in-two-blocks", "unit.missing",
      ])
  }

  private func file(
    _ terms: String, _ assumptions: String, named path: String
  ) -> DealFileBatch.File {
    let text = """
      deal: one
      announced: 2025-12-17
      source: release
      terms:
        landlord: hut-8
        contract: {kind: lease}
        \(terms)
      \(assumptions.isEmpty ? "" : "assumptions:\n  \(assumptions)")
      sources:
        release: {kind: release}

      """
    return DealFileBatch.File(path: path, bytes: Array(text.utf8))
  }

  private func faults(_ slip: Slip) -> [any Diagnostic] {
    faults([file(slip.terms, slip.assumptions, named: "one.yaml")])
  }

  private func faults(_ files: [DealFileBatch.File]) -> [any Diagnostic] {
    do throws(Diagnostics) {
      _ = try DealFileBatch(reading: files, references: .whereDefined)
      return []
    } catch {
      return error.all
    }
  }
}
