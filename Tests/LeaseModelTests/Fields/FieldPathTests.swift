import LeaseModel
import Testing

@Suite("Field paths")
struct FieldPathTests {
  @Test(
    "read back as they are written",
    arguments: [
      "term", "rent.contractValue", "halls[hall 1].criticalIT", "periods[1].rent.steps[2].rate",
      "creditSupport[1].covers[2]", "halls[first 96 MW (A.1)].site",
    ])
  func roundTrip(_ text: String) throws {
    let path = try #require(FieldPath(parsing: text))
    #expect(path.description == text)
    #expect(FieldPath(path.steps) == path)
  }

  @Test(
    "are refused malformed",
    arguments: ["", ".", "a.", ".a", "a..b", "[1]", "a[", "a]", "a[]", "a[1]b"])
  func refusal(_ text: String) {
    #expect(FieldPath(parsing: text) == nil)
  }

  @Test("are below each other by whole steps")
  func below() throws {
    let rent = try #require(FieldPath(parsing: "rent"))
    let rate = try #require(FieldPath(parsing: "rent.rate"))
    let commencement = try #require(FieldPath(parsing: "rentCommencement"))
    #expect(rate.isAt(orBelow: rent))
    #expect(rent.isAt(orBelow: rent))
    #expect(!rent.isAt(orBelow: rate))
    #expect(!commencement.isAt(orBelow: rent))
    #expect(rate.isAt(orBelow: .root))
  }

  @Test("have keys and elements as steps")
  func steps() throws {
    let path = try #require(FieldPath(parsing: "halls[hall 1].rent.rate"))
    #expect(path.steps == [.key("halls"), .element("hall 1"), .key("rent"), .key("rate")])
  }
}
