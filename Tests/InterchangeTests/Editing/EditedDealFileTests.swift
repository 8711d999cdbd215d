import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Deal files with solved values put in")
struct EditedDealFileTests {
  private func edited(_ text: String, _ values: SolvedValues) throws(Diagnostics) -> String {
    let file = try EditedDealFile(putting: values, into: Array(text.utf8), file: "one.yaml")
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test("are the text that one would write by hand", arguments: EditExample.all)
  func example(_ example: EditExample) throws {
    #expect(try edited(example.before, example.solvedValues) == example.after)
  }

  @Test("keep carriage returns, and end the new lines with them", arguments: ["\r\n", "\r"])
  func lineEnds(_ lineEnd: String) throws {
    for example in EditExample.all {
      let before = example.before.split(separator: "\n", omittingEmptySubsequences: false)
      let after = example.after.split(separator: "\n", omittingEmptySubsequences: false)
      let text = try edited(before.joined(separator: lineEnd), example.solvedValues)
      #expect(text == after.joined(separator: lineEnd), "\(example.name)")
    }
  }

  @Test("keep a byte-order mark")
  func byteOrderMark() throws {
    let example = EditExample.all[0]
    let text = try edited("\u{FEFF}" + example.before, example.solvedValues)
    #expect(text == "\u{FEFF}" + example.after)
  }

  @Test("are byte for byte the same when the same values are put in again")
  func again() throws {
    for example in EditExample.all {
      #expect(try edited(example.after, example.solvedValues) == example.after, "\(example.name)")
    }
  }

  @Test("say which assumptions became comments")
  func withdrawn() throws {
    let example = try #require(EditExample.all.first { $0.name.hasPrefix("another form") })
    let file = try EditedDealFile(
      putting: example.solvedValues, into: Array(example.before.utf8), file: "one.yaml")
    #expect(file.withdrawn.map(\.path.description) == ["rent.contractValue", "pue"])
    #expect(file.withdrawn.map(\.text) == ["7.0 bn USD", "1.35"])
    #expect(file.solved.map(\.path.description) == ["rent.rate", "pue"])
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    var values = [("pue", "1.3")]
    let code: String

    var testDescription: String { name }
  }

  private static let refusals = [
    Refusal(
      name: "an amendment",
      text: """
        amends: one
        announced: 2026-01-01
        source: release
        terms: {term: 15 years}
        \(EditExample.sources)
        """, code: "solved.not-a-deal"),
    Refusal(
      name: "parties alone", text: "parties: {hut-8: {name: Hut 8}}", code: "solved.not-a-deal"),
    Refusal(
      name: "a file in one pair of braces",
      text: "{deal: one, announced: 2025-12-17, source: release, "
        + "terms: {landlord: hut-8, contract: {kind: lease}}, sources: {release: {kind: release}}}",
      code: "solved.layout"),
    Refusal(
      name: "a path that the terms state", text: "\(EditExample.head)\n\(EditExample.sources)",
      values: [("criticalIT", "244 MW")], code: "solved.unsound"),
    Refusal(
      name: "a value that no field takes", text: "\(EditExample.head)\n\(EditExample.sources)",
      values: [("pue", "much")], code: "solved.unsound"),
    Refusal(
      name: "an assumption behind a question mark",
      text: """
        \(EditExample.head)
        assumptions:
          ? pue
          : 1.35
          operatingMargin: 98 %
        \(EditExample.sources)
        """, code: "solved.unsound"),
    Refusal(name: "a file with a fault", text: "deal: one\n\tpue: 1", code: "yaml.tab"),
    Refusal(
      name: "an anchor", text: "\(EditExample.head)\nname: &a b\n\(EditExample.sources)",
      code: "yaml.anchor"),
    Refusal(name: "an empty file", text: "", code: "file.empty"),
  ]

  @Test("are refused where the result would not be the file with these values", arguments: refusals)
  func refused(_ refusal: Refusal) {
    let values = SolvedValues(
      refusal.values.map { SolvedValues.Value(EditExample.path($0.0), $0.1) })
    do throws(Diagnostics) {
      let text = try edited(refusal.text, values)
      Issue.record("it was taken: \(text)")
    } catch {
      #expect(error.all.first?.code == refusal.code, "\(error.rendered)")
      #expect(error.all.allSatisfy { $0.location.file == "one.yaml" })
    }
  }
}
