import FinanceBasics
import LeaseModel
import Testing

/// A solved value beside a disclosed one, of which it may be a narrower reading.
@Suite("Solved values of disclosed terms")
struct SolvedTermTests {
  private func deal(solved: [(String, String)]) throws -> Deal {
    let head = [("deal", "narrowed"), ("announced", "2025-12-17")].map {
      DealField(block: .head, path: FieldPath.root.key($0.0), text: $0.1, line: 1, column: 1)
    }
    let terms = [
      ("landlord", "hut-8"), ("contract.kind", "lease"), ("criticalIT", "245 MW"),
      ("term", "15 years"), ("rent.contractValue", "7.0 bn USD"), ("delivery.last", "2027-Q4"),
    ].map { path, text in
      DealField(
        block: .terms, path: FieldPath(parsing: path) ?? .root, text: text,
        sources: [SourceID("release")], line: 2, column: 1)
    }
    let found = solved.map { path, text in
      DealField(
        block: .solved, path: FieldPath(parsing: path) ?? .root, text: text, line: 3, column: 1)
    }
    return try Deal(
      fields: head + terms + found, sources: [Source(id: SourceID("release"), tier: .release)])
  }

  @Test("stand for the rounded figure, which stays what was published")
  func figure() throws {
    let value = try #require(
      try deal(solved: [("rent.contractValue", "6.955 bn USD")]).terms.rent.contractValue)
    #expect(value.basis == .solved)
    #expect(value.value.point == ExactDecimal("6955000000"))
    #expect(value.published.text == "7.0 bn USD")
  }

  @Test("stand for a day of the announced period")
  func day() throws {
    let date = try #require(
      try deal(solved: [("delivery.last", "2027-11-30")]).terms.lastDelivery)
    #expect(date.value.description == "2027-11-30")
    #expect(date.published.description == "2027-Q4")
  }

  @Test(
    "are refused where the term does not leave room for them",
    arguments: [
      ("rent.contractValue", "7.06 bn USD"), ("rent.contractValue", "6.94 bn USD"),
      ("delivery.last", "2028-01-01"), ("term", "14 years"),
    ])
  func outside(_ path: String, _ text: String) throws {
    #expect(throws: Diagnostics.self) { try deal(solved: [(path, text)]) }
  }
}
