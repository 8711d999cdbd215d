import Bookkeeping
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

/// The last ledger before there were books.
@Suite("A ledger of schema 5")
struct ReleasedBooksTests {
  /// The link of entry 7, as the program that wrote the ledger printed it.
  private static let head = "bf9bcff996d3d15d2cc3cc8d3751515b8301708bd006fd8c02756e0c00fd7b03"

  private func released(in scratch: Scratch) throws -> String {
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/schema-5-before-books.sql").standardized
    let path = scratch.path("old.db")
    let queue = try scratch.foreign(path)
    let sql = try String(contentsOf: fixture, encoding: .utf8)
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: sql)
      #expect(try Schema.version(of: database) == 5)
    }
    try queue.close()
    return path
  }

  @Test("is brought up to date, says what it said, and takes books")
  func writing() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(in: scratch), mode: .readWrite)
    #expect(try ledger.head() == ChainHead(count: 7, hash: Self.head))
    #expect(try ledger.verify(head: Self.head).faults == [])
    let book = try ledger.snapshot()
    #expect(book.series.map(\.id.text) == ["cpi"] && book.scenarios.map(\.id.text) == ["late"])
    #expect(try ledger.vouchers().isEmpty && ledger.accountBalances().isEmpty)
    let vouchers = try Sample.vouchers().map { $0.of("river-bend") }
    for voucher in vouchers {
      _ = try ledger.record(
        [.voucher(voucher)], recordedAt: .at("2028-04-30T09:00:00Z"), program: "test 1")
    }
    #expect(try ledger.vouchers() == vouchers)
    #expect(try ledger.verify(head: Self.head).faults == [])
  }

  @Test("is brought up to date by a reader who may write it")
  func reading() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try released(in: scratch), mode: .readOnly)
    #expect(try ledger.verify().head.hash == Self.head)
    #expect(try ledger.vouchers().isEmpty)
    try ledger.close()
    #expect(scratch.files == ["old.db", "old.db.schema-5"])
  }
}
