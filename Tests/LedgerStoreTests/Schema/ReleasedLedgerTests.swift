import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("A ledger of a released schema")
struct ReleasedLedgerTests {
  /// The link of entry 5, as the program that wrote the ledger printed it.
  private static let head = "d48a0e338800ee4f0de575967f3e7b346df56c4bb887990a6f5395321242020d"

  /// The link of entry 7 of the ledger of schema 5.
  private static let laterHead = "ed905052b390a5415a595bf11441240450d310c78a7153c4b1891390e5b9ec8b"

  /// The ledger of a schema as leasebook 0.1.0 wrote it.
  private func released(in scratch: Scratch, schema: Int = 4) throws -> String {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/schema-\(schema).sql").standardized
    let path = scratch.path("old.db")
    let queue = try scratch.foreign(path)
    let sql = try String(contentsOf: fixture, encoding: .utf8)
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: sql)
      #expect(try Schema.version(of: database) == schema)
    }
    try queue.close()
    return path
  }

  @Test("is brought up to date by a writer, says what it said, and takes series")
  func writing() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(in: scratch), mode: .readWrite)
    #expect(try ledger.head() == ChainHead(count: 5, hash: Self.head))
    let report = try ledger.verify(head: Self.head)
    #expect(report.faults == [])
    let version = try #require(try ledger.snapshot().dealsInForce.first)
    #expect(version.number == 2)
    #expect(try version.restored().terms.rentCommencement?.value == StatedDate("2027-10-01"))
    let outcome = try ledger.record(
      [try Sample.series(), Sample.scenario()], recordedAt: .at("2026-12-01T09:00:00Z"),
      program: "test 1")
    #expect(outcome.items.map(\.entry) == [6, 7])
    #expect(try ledger.verify(head: Self.head).isSound)
  }

  @Test("is read without series, and brought up to date by a reader who may write it")
  func reading() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(in: scratch), mode: .readOnly)
    let book = try ledger.snapshot()
    #expect(book.deals.count == 1)
    #expect(book.series.isEmpty && book.scenarios.isEmpty && book.indexSeries.isEmpty)
    #expect(try ledger.verify().head.hash == Self.head)
    try ledger.close()
    #expect(scratch.files == ["old.db", "old.db.schema-4"])
  }

  @Test("is copied beside itself before it is brought up to date, and says where")
  func copied() throws {
    let scratch = try Scratch()
    let path = try released(in: scratch)
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    let copy = path + ".schema-4"
    #expect(
      ledger.migration == MigrationNotice(from: 4, to: Schema.newest, backup: copy))
    try ledger.close()
    #expect(scratch.files == ["old.db", "old.db.schema-4"])
    let queue = try scratch.foreign(copy)
    let version = try queue.read { try Schema.version(of: $0) }
    let hash = try queue.read {
      try String.fetchOne($0, sql: "SELECT hash FROM entry ORDER BY sequence DESC")
    }
    #expect(version == 4 && hash == Self.head)
    try queue.close()
    // Once it is up to date nothing is copied.
    let again = try Ledger.open(at: path, mode: .readWrite)
    #expect(again.migration == nil)
    try again.close()
    // The copy is a ledger too; a name that is taken is left alone.
    try Data("mine".utf8).write(to: URL(filePath: scratch.path("back.db.schema-4")))
    try FileManager.default.copyItem(atPath: copy, toPath: scratch.path("back.db"))
    let back = try Ledger.open(at: scratch.path("back.db"), mode: .readWrite)
    #expect(back.migration?.backup == scratch.path("back.db.schema-4-2"))
    #expect(try back.verify(head: Self.head).isSound)
  }

  @Test("of schema 5 says what it said, with its series and its scenario, and takes more")
  func schema5() throws {
    let scratch = try Scratch()
    let path = try released(in: scratch, schema: 5)
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    #expect(try ledger.head() == ChainHead(count: 7, hash: Self.laterHead))
    #expect(try ledger.verify(head: Self.laterHead).faults == [])
    let book = try ledger.snapshot()
    let version = try #require(book.dealsInForce.first)
    #expect(version.number == 2)
    #expect(try version.restored().terms.rentCommencement?.value == StatedDate("2027-10-01"))
    // Of four months one was never published.
    #expect(book.series.map { $0.series.rows.count { $0.value != nil } } == [3])
    #expect(book.scenarios.map(\.id.text) == ["late"])
    let party = Party(id: PartyID("terawulf"), name: "TeraWulf")
    let outcome = try ledger.record(
      [.party(PartyRecord(party))], recordedAt: .at("2026-12-01T09:00:00Z"), program: "test 1")
    #expect(outcome.items.map(\.entry) == [8])
    #expect(try ledger.verify(head: Self.laterHead).isSound)
    try ledger.close()
    let copies = Schema.newest > 5 ? ["old.db.schema-5"] : []
    #expect(scratch.files == ["old.db"] + copies)
  }
}
