import FinanceBasics
import Interchange
import LeaseModel
import Testing

@Suite("Deal files")
struct DealFileReaderTests {
  private static let minimum = """
    deal: one
    announced: 2025-12-17
    source: release
    terms:
      landlord: hut-8
      contract: {kind: lease}
    sources:
      release: {kind: release}

    """

  private func read(_ text: String) throws(Diagnostics) -> FileContents {
    try DealFileReader().read(bytes: Array(text.utf8), file: "one.yaml")
  }

  private func faults(_ text: String) -> [String] {
    do throws(Diagnostics) {
      _ = try read(text)
      return []
    } catch {
      return error.all.map { "\($0.location.line ?? 0):\($0.location.column ?? 0) \($0.code)" }
    }
  }

  @Test("give every leaf with its place and its sources")
  func leaves() throws {
    let deal = try #require(try read(Self.minimum).deal)
    let kind = try #require(deal.fields.first { $0.path.description == "contract.kind" })
    #expect(kind.text == "lease")
    #expect(kind.sources == [SourceID("release")])
    #expect((kind.line, kind.column) == (6, 20))
    #expect(deal.sources == [Source(id: SourceID("release"), tier: .release)])
  }

  @Test("hand the source and the note of a group down to its leaves, unless they have their own")
  func inheritance() throws {
    let text = Self.minimum.replacing(
      "  landlord: hut-8\n",
      with: """
          landlord: hut-8
          delivery:
            source: [filing, release]
            note: from the deck
            first: 2027-Q2
            last: {value: 2027-Q4, source: release, note: press}

        """
    ).replacing("sources:\n", with: "sources:\n  filing: {kind: filing}\n")
    let deal = try #require(try read(text).deal)
    let first = try #require(deal.fields.first { $0.path.description == "delivery.first" })
    let last = try #require(deal.fields.first { $0.path.description == "delivery.last" })
    #expect(first.sources.map(\.text) == ["filing", "release"])
    #expect(first.note == "from the deck")
    #expect(last.sources.map(\.text) == ["release"])
    #expect(last.note == "press")
  }

  @Test("take every scalar for text: NO is Norway")
  func textAlone() throws {
    let sites = "sites:\n  tydal: {name: Tydal, country: NO}\n"
    #expect(try read(sites).sites.map { $0.site()?.country } == ["NO"])
  }

  @Test("report every fault of a file in one pass, by line and column")
  func everyFault() {
    let text = """
      deal: one
      announced: 2025-02-30
      soucre: release
      terms:
        landlord: {value: hut-8, source: relase}
        contract: {kind: loan, source: release}
        criticalIT: 245
        term: 15 years
        term: 20 years
        halls: two
      assumptions:
        criticalIT: 245 MW
      sources:
        release: {kind: relaese}

      """
    #expect(
      faults(text) == [
        "2:12 date.nonexistent", "3:1 field.unknown", "5:21 source.unknown",
        "6:20 choice.unknown", "7:15 source.missing", "7:15 unit.missing", "8:9 source.missing",
        "9:3 field.doubled", "10:10 field.expects-list", "12:15 field.in-two-blocks",
        "14:19 choice.unknown",
      ])
  }

  @Test("name the line of both keys that are doubled, wherever they stand")
  func doubledKeys() {
    let text = Self.minimum.replacing(
      "  landlord: hut-8\n",
      with: "  landlord: hut-8\n  term: 15 years\n  \"term\": 16 years\n  term: 17 years\n")
    #expect(
      faults(text + "name: a\nname: b\n") == [
        "7:3 field.doubled", "8:3 field.doubled", "13:1 field.doubled",
      ])
  }

  @Test("read with a byte-order mark, CRLF line ends, comments and short texts")
  func variants() throws {
    #expect(try read("\u{FEFF}" + Self.minimum).deal?.id == DealID("one"))
    #expect(try read(Self.minimum.replacing("\n", with: "\r\n")).deal?.id == DealID("one"))
    #expect(try read("---\n# a comment\n" + Self.minimum + "...\n").deal?.id == DealID("one"))
    #expect(faults("a: b").contains("1:1 file.purpose-missing"))
    #expect(faults("") == ["1:0 file.empty"])
    #expect(faults("--- \n") == ["1:0 file.empty"])
  }

  @Test("count columns in characters, not in bytes")
  func columns() {
    let text = Self.minimum.replacing(
      "  landlord: hut-8\n", with: "  landlord: {note: \"Zürich\", value: hut-8, x: 1}\n")
    #expect(faults(text) == ["5:44 field.unknown"])
  }

  @Test("are refused beyond 4 MiB")
  func tooLarge() {
    #expect(faults(String(repeating: "#", count: 4 * 1024 * 1024 + 1)) == ["0:0 file.too-large"])
  }

  @Test(
    "are refused without harm where they would exhaust a parser",
    arguments: [
      String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 1_000_000), String(repeating: "? ", count: 100_000),
      "a: " + String(repeating: "[", count: 3999), String(repeating: "- ", count: 99) + "a",
      (0..<150).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
      "a: &a [x]\n"
        + (0..<40).map { "b\($0): &b\($0) [*\($0 == 0 ? "a" : "b\($0 - 1)"), *a]\n" }.joined()
        + "? *b39\n: x\n",
      "[" + String(repeating: "a, ", count: 300_000) + "a]",
      "a: \"" + String(repeating: "\\u0041", count: 100_000) + "\"\n",
    ])
  func exhaustion(_ text: String) {
    #expect(!faults(text).isEmpty)
  }

  @Test(
    "never bring the reader down, however they are damaged", arguments: 0..<300 as Range<UInt64>)
  func damage(_ seed: UInt64) throws {
    var random = SplitMix64(state: seed)
    let names = Samples.dealNames
    var bytes = try Samples.file("deals/\(names[Int(seed) % names.count])").bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + 5))
      case 1:
        bytes.insert(
          contentsOf: Array(":{[\"&*!- \n\t#|>'".utf8).shuffled(using: &random).prefix(3), at: place
        )
      case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
      default: bytes.insert(contentsOf: bytes[max(0, place - 40)..<place], at: place)
      }
    }
    do throws(Diagnostics) {
      _ = try DealFileReader().read(bytes: bytes, file: "damaged.yaml")
    } catch {
      #expect(error.all.allSatisfy { $0.location.file == "damaged.yaml" })
      #expect(error.all.allSatisfy { !$0.problem.isEmpty && !$0.remedy.isEmpty })
    }
  }
}
