import FinanceBasics
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("A deal read back from its fields")
struct RestoredDealTests {
  private func field(
    _ block: FieldBlock, _ path: String, _ text: String, from source: String? = nil
  ) throws -> DealField {
    DealField(
      block: block, path: try #require(FieldPath(parsing: path)), text: text,
      sources: source.map { [SourceID($0)] } ?? [], line: 3, column: 1)
  }

  @Test("is the deal that was recorded, with its typed columns beside it")
  func restored() throws {
    let fields = try [
      field(.head, "deal", "hut8-river-bend"),
      field(.head, "announced", "2025-12-17"),
      field(.head, "source", "release", from: "release"),
      field(.terms, "landlord", "hut-8", from: "release"),
      field(.terms, "tenant", "fluidstack", from: "release"),
      field(.terms, "contract.kind", "lease", from: "release"),
      field(.terms, "criticalIT", "245 MW", from: "release"),
      field(.terms, "term", "15 years", from: "release"),
      field(.terms, "rent.contractValue", "7.0 bn USD", from: "release"),
      field(.assumptions, "operatingMargin", "98.6 %"),
    ]
    let deal = try Deal(fields: fields, sources: [Sample.sources[0]])
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let record = VersionRecord(deal, change: .original, document: nil)
    _ = try ledger.record(
      [Sample.landlord, Sample.tenant, .deal(record)],
      recordedAt: .at("2026-01-02T09:00:00Z"), program: "test 1")
    let version = try #require(try ledger.snapshot().dealsInForce.first)
    let again = try version.restored()
    #expect(again.fields == deal.fields)
    #expect(again.sources == deal.sources)
    #expect(again.terms.rent.contractValue == deal.terms.rent.contractValue)
    #expect(version.known == .on("2025-12-17"))
    try ledger.connection.read { database in
      let row = try #require(try Row.fetchOne(database, sql: "SELECT * FROM dealTerms"))
      // 7.0 bn USD in cents, 245 MW in watts, 15 years in months.
      #expect(row["contractValue"] as Int? == 700_000_000_000)
      #expect(row["criticalITWatts"] as Int? == 245_000_000)
      #expect(row["termMonths"] as Int? == 180)
      #expect(row["operatingMarginPercent"] as String? == "98.6")
      #expect(row["operatingMarginBasis"] as String? == "assumed")
      #expect(row["ownershipPercent"] as String? == nil)
    }
  }
}
