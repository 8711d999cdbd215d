import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("The file to fill in")
struct DealTemplateTests {
  private let text = DealTemplate.text(id: DealID("my-deal"))

  /// What the live lines are filled in with, in their order: River Bend as CONVENTIONS §4 has it.
  private static let values = [
    "2025-12-17", "hut-8", "fluidstack", "lease", "triple-net", "245 MW", "2027-Q2", "2027",
    "15 years", "7.0 bn USD", "3 %",
  ]

  private func batch(_ text: String) throws(Diagnostics) -> DealFileBatch {
    try DealFileBatch(
      reading: [DealFileBatch.File(path: "new.yaml", bytes: Array(text.utf8))],
      references: .whereDefined)
  }

  @Test("does not pass the check as it is: every value to fill in is named, and nothing else")
  func asIs() {
    do throws(Diagnostics) {
      _ = try batch(text)
      Issue.record("a file that says nothing was taken")
    } catch {
      #expect(error.all.map(\.code) == Self.values.map { _ in "field.placeholder" })
      #expect(error.all.allSatisfy { $0.remedy.hasPrefix("fill in") })
      let fields = error.all.compactMap(\.location.field)
      #expect(fields.contains("announced") && fields.contains("terms.rent.escalator.fixed"))
    }
  }

  @Test("passes the check and can be projected once it is filled in")
  func filledIn() throws {
    var parts = text.split(separator: ": ???", omittingEmptySubsequences: false).map(String.init)
    #expect(parts.count == Self.values.count + 1)
    for (index, value) in Self.values.enumerated() { parts[index] += ": \(value)" }
    let deal = try #require(try batch(parts.joined()).book.deals[DealID("my-deal")])
    #expect(try deal.lease().criticalIT.description == "245")
  }

  @Test("names only fields that there are, each where it stands")
  func uncommented() {
    let lines = text.split(separator: "\n").map { line in
      let isSentence = line.hasPrefix("# ") && !line.hasPrefix("#  ")
      return line.hasPrefix("#") && !isSentence ? String(line.dropFirst()) : String(line)
    }
    do throws(Diagnostics) {
      _ = try batch(lines.joined(separator: "\n"))
      Issue.record("fields that contradict each other were taken")
    } catch {
      let expected = [
        "field.placeholder", "field.contradictory", "field.in-two-blocks", "dates.reversed",
        "halls.exceed-total", "steps.mixed", "party.unknown", "site.unknown",
      ]
      let others = error.all.filter { !expected.contains($0.code) }
      #expect(others.map(\.rendered) == [])
    }
  }

  /// The column is 45; a longer value has its comment two places behind it.
  @Test("has every comment behind a field in one column")
  func alignment() {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " # ", maxSplits: 1)
      guard parts.count == 2, parts[0].contains(":"), !line.hasPrefix("# ") else { continue }
      let length = (parts[0].lastIndex { $0 != " " }).map { parts[0][...$0].count } ?? 0
      #expect(parts[0].count + 1 == max(44, length + 2), "\(line)")
    }
  }

  @Test("has the places for conflicts, new parties and new sites")
  func definitions() {
    for key in ["#conflicts:", "#parties:", "#sites:"] { #expect(text.contains("\n\(key)\n")) }
  }

  /// Of what few deals need, a group has one line, with the names of its fields.
  @Test("explains every term, or names it where its group has one line")
  func everyTerm() {
    let words = Set(text.split { !$0.isLetter }.map(String.init))
    for field in FieldCatalog.all where field.section == .terms && field.blocks.contains(.terms) {
      let key = field.pattern.split { !$0.isLetter }.last.map(String.init) ?? ""
      #expect(text.contains(field.summary) || words.contains(key), "\(field.pattern)")
    }
  }

  @Test("stays short enough to be read: at most 280 lines")
  func length() {
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 280)
  }

  @Test("keeps within 140 columns")
  func width() {
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }
}
