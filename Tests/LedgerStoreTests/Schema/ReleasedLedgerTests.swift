import Bookkeeping
import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("A ledger of a released schema")
struct ReleasedLedgerTests {
  /// A ledger as leasebook 0.1.0 wrote it under a schema, and what that program said of it.
  struct Release: CustomTestStringConvertible, Sendable {
    let schema: Int
    let entries: Int
    /// The last link, as the program printed it.
    let head: String
    /// Of the deal.
    let versions: Int
    let rentCommencement: String
    var series: [String] = []
    var scenarios: [String] = []
    /// By account, as `balance` printed them, in minor units.
    var balances: [String: Int64] = [:]

    var testDescription: String { "schema \(schema)" }
    var copy: String { "old.db.schema-\(schema)" }
  }

  static let releases = [
    Release(
      schema: 4, entries: 5,
      head: "d48a0e338800ee4f0de575967f3e7b346df56c4bb887990a6f5395321242020d", versions: 2,
      rentCommencement: "2027-10-01"),
    Release(
      schema: 5, entries: 7,
      head: "bf9bcff996d3d15d2cc3cc8d3751515b8301708bd006fd8c02756e0c00fd7b03", versions: 2,
      rentCommencement: "2027-10-01", series: ["cpi"], scenarios: ["late"]),
    // Billed were two months of 31,363,838.60, one of which the last amendment took back; received
    // were 40,000,000.00, and 1,000,000.00 that bounced; paid back were 500.00.
    Release(
      schema: 6, entries: 16,
      head: "32e50c030490c34e385392d35c769ca89c371effe4a9d302ae1866acd9f4b98c", versions: 3,
      rentCommencement: "2027-11-01", series: ["cpi"], scenarios: ["late"],
      balances: [
        "Assets:Bank": 39_999_500_00, "Assets:Receivables": 0, "Expenses:Bad-Debts": 1_000_00,
        "Income:Base-Rent": -31_363_838_60, "Liabilities:Tenant-Credits": -8_636_661_40,
      ]),
    // Then six months, two of them with recovered cost, 30,000,000.00 received, interest twice, and
    // a year brought to 1,000,000.00 and then to 990,000.50.
    Release(
      schema: 9, entries: 28,
      head: "0ff415c5fdf437ebecc38ea964608fa31fc1bc83e3773d6a191a7f4e3560e152", versions: 4,
      rentCommencement: "2027-11-01", series: ["cpi"], scenarios: ["late"],
      balances: [
        "Assets:Bank": 69_999_500_00, "Assets:Receivables": 155_152_219_59,
        "Expenses:Bad-Debts": 1_000_00, "Income:Base-Rent": -219_546_870_20,
        "Income:Late-Interest": -4_615_848_89, "Income:Recoveries": -990_000_50,
        "Liabilities:Tenant-Credits": 0,
      ]),
    // Then the year again, to 985,000.00, and 10,000,000.00 received.
    Release(
      schema: 10, entries: 30,
      head: "a40470fb5d29ee4afd0917fe144eba4dbafed4c56bf8fd24efdc87e55e554277", versions: 4,
      rentCommencement: "2027-11-01", series: ["cpi"], scenarios: ["late"],
      balances: [
        "Assets:Bank": 79_999_500_00, "Assets:Receivables": 145_147_219_09,
        "Expenses:Bad-Debts": 1_000_00, "Income:Base-Rent": -219_546_870_20,
        "Income:Late-Interest": -4_615_848_89, "Income:Recoveries": -985_000_00,
        "Liabilities:Tenant-Credits": 0,
      ]),
  ]

  private func released(_ release: Release, in scratch: Scratch) throws -> String {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/schema-\(release.schema).sql").standardized
    let path = scratch.path("old.db")
    let queue = try scratch.foreign(path)
    let sql = try String(contentsOf: fixture, encoding: .utf8)
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: sql)
      #expect(try Schema.version(of: database) == release.schema)
    }
    try queue.close()
    return path
  }

  /// Steps that were released together with the next one: no program ever wrote such a ledger.
  private static let neverReleasedAlone: Set = [7, 8]

  @Test("has a fixture, but the one that this program writes")
  func everyRelease() {
    let older = (4..<Schema.newest).filter { !Self.neverReleasedAlone.contains($0) }
    #expect(Self.releases.map(\.schema) == older)
  }

  @Test("is brought up to date by a writer, and says what it said", arguments: releases)
  func writing(_ release: Release) throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(release, in: scratch), mode: .readWrite)
    #expect(try ledger.head() == ChainHead(count: release.entries, hash: release.head))
    #expect(try ledger.verify(head: release.head).faults == [])
    let book = try ledger.snapshot()
    let version = try #require(book.dealsInForce.first)
    #expect(version.number == release.versions)
    #expect(
      try version.restored().terms.rentCommencement?.value
        == StatedDate(release.rentCommencement))
    #expect(book.series.map(\.id.text) == release.series)
    #expect(book.scenarios.map(\.id.text) == release.scenarios)
    let balances = try ledger.dealBalances().map {
      ($0.account.rawValue, $0.debits - $0.credits)
    }
    #expect(Dictionary(uniqueKeysWithValues: balances) == release.balances)
    #expect(try ledger.runs().isEmpty)
  }

  @Test(
    "takes a series, a scenario, a receipt and a run once it is up to date", arguments: releases)
  func growing(_ release: Release) throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(release, in: scratch), mode: .readWrite)
    let outcome = try ledger.record(
      [Sample.record(try Sample.dataSeries("ppi")), Sample.scenario("later")],
      recordedAt: .at("2026-12-01T09:00:00Z"), program: "test 1")
    #expect(outcome.items.map(\.entry) == [release.entries + 1, release.entries + 2])
    var books = try ledger.books()
    let receipt = try books.receive(
      Payment(
        deal: DealID("river-bend"), landlord: PartyID("hut-8"),
        amount: Money(minorUnits: 5_00, currency: .usd), day: .on("2028-05-02")))
    _ = try ledger.record(
      [.voucher(receipt)], recordedAt: .at("2028-05-02T09:00:00Z"), program: "test 1")
    let run = try Sample.keep(try Sample.question(of: ledger), in: ledger)
    #expect(run.isNew && run.entry == release.entries + 4)
    #expect(try ledger.verify(head: release.head).faults == [])
  }

  @Test("is brought up to date by a reader who may write it", arguments: releases)
  func reading(_ release: Release) throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(release, in: scratch), mode: .readOnly)
    #expect(try ledger.snapshot().deals.count == 1)
    #expect(try ledger.verify().head.hash == release.head)
    try ledger.close()
    #expect(scratch.files == ["old.db", release.copy])
  }

  @Test(
    "is copied beside itself before it is brought up to date, and says where", arguments: releases)
  func copied(_ release: Release) throws {
    let scratch = try Scratch()
    let path = try released(release, in: scratch)
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    let copy = scratch.path(release.copy)
    #expect(
      ledger.migration
        == MigrationNotice(from: release.schema, to: Schema.newest, backup: copy))
    try ledger.close()
    #expect(scratch.files == ["old.db", release.copy])
    let queue = try scratch.foreign(copy)
    let version = try queue.read { try Schema.version(of: $0) }
    let hash = try queue.read {
      try String.fetchOne($0, sql: "SELECT hash FROM entry ORDER BY sequence DESC")
    }
    #expect(version == release.schema && hash == release.head)
    try queue.close()
    // Once it is up to date nothing is copied.
    let again = try Ledger.open(at: path, mode: .readWrite)
    #expect(again.migration == nil)
    try again.close()
    // The copy is a ledger too; a name that is taken is left alone.
    let taken = scratch.path("back.db.schema-\(release.schema)")
    try Data("mine".utf8).write(to: URL(filePath: taken))
    try FileManager.default.copyItem(atPath: copy, toPath: scratch.path("back.db"))
    let back = try Ledger.open(at: scratch.path("back.db"), mode: .readWrite)
    #expect(back.migration?.backup == taken + "-2")
    #expect(try back.verify(head: release.head).isSound)
  }
}
