import FinanceBasics
import Interchange
import LeaseModel
import Testing

/// What the fuzzer found, each as the smallest file that shows it.
@Suite("Findings of the fuzzer")
struct FuzzFindingTests {
  /// `\a` in double quotes is a bell, which a YAML file may hold only as an escape.
  @Test(
    "characters that a file may hold only as escapes are written as escapes",
    arguments: ["\\a", "\\0", "\\x1b", "\\x7f", "\\x80", "\\x9f", "\\ufeff", "\\uffff"])
  func controls(escape: String) throws {
    let text = """
      deal: one
      announced: 2025-12-17
      source: release
      terms: {landlord: hut-8, contract: {kind: lease}, term: {value: 10 years, note: "a\(escape)b"}}
      sources: {release: {kind: release}}

      """
    let deal = try #require(try read(text))
    let again = try #require(try read(DealFileWriter().text(of: deal)))
    #expect(note(of: again) == note(of: deal))
    #expect(note(of: deal)?.unicodeScalars.count == 3)
  }

  private func note(of deal: Deal) -> String? {
    deal.fields.first { $0.path.description == "term" }?.note
  }

  private func read(_ text: String) throws -> Deal? {
    let file = DealFileBatch.File(path: "deal.yaml", bytes: Array(text.utf8))
    let batch = try DealFileBatch(reading: [file], references: .whereDefined)
    return batch.book.deals[DealID("one")]
  }
}
