import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Written deal files")
struct DealFileWriterTests {
  /// A field without its place, which writing does not keep.
  private struct Content: Hashable, Comparable {
    let block: FieldBlock
    let path: FieldPath
    let text: String
    let sources: [SourceID]
    let note: String?

    init(_ field: DealField) {
      block = field.block
      path = field.path
      text = field.text
      sources = field.sources
      note = field.note
    }

    static func < (left: Self, right: Self) -> Bool {
      (left.block.rawValue, left.path) < (right.block.rawValue, right.path)
    }
  }

  @Test("read back as the same fields, for every version of every sample")
  func law() throws {
    let batch = try DealFileBatch(reading: try Samples.all())
    for item in batch.items {
      guard let deal = item.deal else { continue }
      let text = DealFileWriter().text(of: deal)
      let contents = try DealFileReader().read(bytes: Array(text.utf8), file: deal.id.text)
      let draft = try #require(contents.deal)
      let difference = Set(draft.fields.map(Content.init))
        .symmetricDifference(deal.fields.map(Content.init))
      #expect(difference.sorted() == [], "\(deal.id)")
      #expect(draft.fields.count == deal.fields.count)
      #expect(draft.sources == deal.sources)
    }
  }

  @Test(
    "keep texts that YAML would take for something else",
    arguments: [
      "NO", "~", "null", "3: a", "a #b", "- x", "[a]", "{a}", "a, b", "\"q\"", "it's", "a\\b", "&a",
      "*a", "!a", "@a", "%a", "| a", "two\nlines", "tab\there", "ends:", "é", "12-31", "=", "",
    ])
  func texts(_ text: String) throws {
    let deal = try Deal(
      validating: DealDraft(
        fields: [
          field(.head, "deal", "one"), field(.head, "announced", "2025-12-17"),
          field(.terms, "landlord", "hut-8"), field(.terms, "contract.kind", "lease"),
          field(.terms, "contractingEntity", text.isEmpty ? "x" : text),
        ], sources: [Source(id: SourceID("release"), tier: .release)]))
    let written = DealFileWriter().text(of: deal)
    let contents = try DealFileReader().read(bytes: Array(written.utf8), file: "one.yaml")
    let again = contents.deal?.fields.first { $0.path.description == "contractingEntity" }
    #expect(again?.text == (text.isEmpty ? "x" : text))
  }

  private func field(_ block: FieldBlock, _ path: String, _ text: String) -> DealField {
    DealField(
      block: block, path: FieldPath(parsing: path) ?? .root, text: text,
      sources: block == .terms ? [SourceID("release")] : [], line: 1, column: 1)
  }
}

extension Recordable {
  /// The deal that was recorded, as it stands after it.
  fileprivate var deal: Deal? {
    switch self {
    case .party, .site, .series, .scenario: nil
    case .deal(let deal, _), .amendment(_, let deal, _): deal
    }
  }
}
