import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("The file to fill in")
struct DealTemplateTests {
  private let text = DealTemplate.text(id: DealID("my-deal"))

  @Test("passes the check and can be projected as it is")
  func asIs() throws {
    let batch = try DealFileBatch(
      reading: [DealFileBatch.File(path: "new.yaml", bytes: Array(text.utf8))],
      references: .whereDefined)
    let deal = try #require(batch.book.deals[DealID("my-deal")])
    #expect(try deal.lease().criticalIT.description == "245")
  }

  @Test("names only fields that there are, each where it stands")
  func uncommented() {
    let lines = text.split(separator: "\n").map { line in
      let isSentence = line.hasPrefix("# ") && !line.hasPrefix("#  ")
      return line.hasPrefix("#") && !isSentence ? String(line.dropFirst()) : String(line)
    }
    let bytes = Array(lines.joined(separator: "\n").utf8)
    do throws(Diagnostics) {
      _ = try DealFileReader().read(bytes: bytes, file: "new.yaml")
      Issue.record("fields that contradict each other were taken")
    } catch {
      let expected = [
        "field.contradictory", "field.in-two-blocks", "dates.reversed", "halls.exceed-total",
      ]
      let others = error.all.filter { !expected.contains($0.code) }
      #expect(others.map(\.rendered) == [])
    }
  }

  @Test("explains every term")
  func everyTerm() {
    for field in FieldCatalog.all where field.section == .terms && field.blocks.contains(.terms) {
      #expect(text.contains(field.summary), "\(field.pattern)")
    }
  }

  @Test("keeps within 140 columns")
  func width() {
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }
}
