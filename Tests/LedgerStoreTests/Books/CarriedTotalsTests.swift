import Bookkeeping
import FinanceBasics
import Foundation
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Totals carried forward", .serialized)
struct CarriedTotalsTests {
  /// A ledger with more entries than one block has, and the documents by their entries.
  struct Large {
    let scratch: Scratch
    let path: String
    let vouchers: [(entry: Int, voucher: Voucher)]

    /// Every other invoice is of another landlord, on a day of three years and not in their order;
    /// each is paid in full, up to 60 days later.
    init(pairs: Int = 2_100) throws {
      scratch = try Scratch()
      path = try scratch.recordedLedger()
      var serials: [String: Int] = [:]
      func number(_ kind: VoucherKind, _ landlord: String, _ day: CalendarDate) -> VoucherNumber {
        serials["\(kind) \(landlord) \(day.year)", default: 0] += 1
        return VoucherNumber(
          landlord: PartyID(landlord), year: day.year, kind: kind,
          serial: serials["\(kind) \(landlord) \(day.year)"] ?? 0)
      }
      let invoices = (1...pairs).map { pair -> Voucher in
        let day = CalendarDate.on("2028-01-01").adding(days: pair * 337 % 1_000)
        let key = FlowKey(
          item: pair % 5 == 0 ? .recovery : .baseRent, hall: "", month: day.yearMonth,
          isAllowance: false)
        return Voucher(
          number: number(.invoice, pair % 2 == 0 ? "hut-8" : "fluidstack", day),
          deal: DealID("hut8-river-bend"), day: day, due: day, currency: .usd,
          minorUnits: Int64(pair), lines: [VoucherLine(key, minorUnits: Int64(pair))])
      }
      let receipts = invoices.enumerated().map { place, invoice -> Voucher in
        let day = invoice.day.adding(days: place * 31 % 61)
        let number = number(.receipt, invoice.number.landlord.text, day)
        return Voucher(
          number: number, deal: invoice.deal, day: day, currency: .usd,
          minorUnits: invoice.minorUnits,
          applications: [
            Application(
              credit: number, debit: invoice.number, day: day, minorUnits: invoice.minorUnits)
          ])
      }
      let ledger = try Ledger.open(at: path, mode: .readWrite)
      let all = invoices + receipts
      let outcome = try ledger.record(
        all.map { .voucher($0) }, recordedAt: .at("2031-01-01T09:00:00Z"), program: "test 1")
      vouchers = zip(outcome.items, all).map { ($0.entry, $1) }
      try ledger.close()
    }

    /// The sums of the postings by landlord, account and side, one by one.
    func sums(on day: CalendarDate?, recordedBy last: Int?) -> [String: Int64] {
      var sums: [String: Int64] = [:]
      for (entry, voucher) in vouchers where entry <= last ?? .max {
        for posting in voucher.postings where posting.day <= day ?? .latest {
          let name = "\(voucher.number.landlord) \(posting.account.rawValue)"
          sums["\(name) debits", default: 0] += max(posting.minorUnits, 0)
          sums["\(name) credits", default: 0] += max(-posting.minorUnits, 0)
        }
      }
      return sums
    }

    /// Runs statements without the triggers, which are put back.
    func tamper(_ sql: String) throws {
      let queue = try scratch.foreign(path)
      try queue.writeWithoutTransaction { database in
        let triggers = try Row.fetchAll(
          database,
          sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%otal%'")
        for trigger in triggers {
          try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
        }
        try database.execute(sql: sql)
        for trigger in triggers { try database.execute(sql: trigger["sql"]) }
      }
      try queue.close()
    }

    func faults() throws -> [String] {
      let ledger = try Ledger.open(at: path, mode: .readOnly)
      defer { try? ledger.close() }
      return try ledger.verify().faults.map(\.description)
    }
  }

  @Test("and the postings after them are the balance, on any day and up to any entry")
  func balances() throws {
    let large = try Large()
    let ledger = try Ledger.open(at: large.path, mode: .readOnly)
    let days: [CalendarDate?] = [
      nil, .on("2027-12-31"), .on("2028-02-29"), .on("2029-06-15"), .on("2030-12-31"), .latest,
    ]
    for day in days {
      for last in [nil, 5, 3_000, 4_095, 4_096, 4_150] as [Int?] {
        var found: [String: Int64] = [:]
        for balance in try ledger.landlordBalances(on: day, recordedBy: last) {
          #expect(balance.deal == nil && balance.currency == .usd)
          let name = "\(balance.landlord) \(balance.account.rawValue)"
          found["\(name) debits"] = balance.debits
          found["\(name) credits"] = balance.credits
        }
        #expect(
          found == large.sums(on: day, recordedBy: last), "on \(day as Any), by \(last as Any)")
        let byDeal = try ledger.dealBalances(on: day, recordedBy: last)
        #expect(
          byDeal.map { [$0.debits, $0.credits] }
            == (try ledger.landlordBalances(on: day, recordedBy: last)).map {
              [$0.debits, $0.credits]
            })
      }
    }
    #expect(try ledger.verify().faults == [])
  }

  @Test("are refused by any connection to be changed, deleted or replaced, and found if they are")
  func guarded() throws {
    let large = try Large()
    let queue = try large.scratch.foreign(large.path)
    try queue.writeWithoutTransaction { database in
      let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM accountTotal") ?? 0
      #expect(count > 0)
      for statement in [
        "UPDATE accountTotal SET debits = debits", "DELETE FROM accountTotal",
        "INSERT OR REPLACE INTO accountTotal SELECT * FROM accountTotal",
        "INSERT INTO accountTotal SELECT landlord, account, currency, '2040-01', throughEntry, 1, 0 "
          + "FROM accountTotal LIMIT 1",
      ] {
        let error = #expect(throws: DatabaseError.self) { try database.execute(sql: statement) }
        #expect(error?.extendedResultCode == .SQLITE_CONSTRAINT_TRIGGER, "\(statement)")
      }
    }
    try queue.close()
    #expect(try large.faults() == [])
    let named =
      "verify.books: the totals carried forward at entry 4096 are not those of its postings"
    for (statement, undoing) in [
      (
        "UPDATE accountTotal SET debits = debits + 1 WHERE month = '2028-05'",
        "UPDATE accountTotal SET debits = debits - 1 WHERE month = '2028-05'"
      ),
      (
        "DELETE FROM accountTotal WHERE month = '2028-05'",
        "INSERT INTO accountTotal SELECT * FROM totalledPosting WHERE month = '2028-05'"
      ),
    ] {
      try large.tamper(statement)
      #expect(try large.faults().contains(named))
      try large.tamper(undoing)
      #expect(try large.faults() == [])
    }
  }

  @Test("are made of what an older ledger has, when it is brought up to date")
  func migrated() throws {
    let large = try Large()
    let before = try rows(of: large)
    #expect(!before.isEmpty)
    let old = try DatabaseQueue().writeWithoutTransaction { fresh in
      try Schema.migrate(fresh, through: 7)
      return try Schema.objects(of: fresh)
    }
    let queue = try large.scratch.foreign(large.path)
    try queue.writeWithoutTransaction { database in
      for trigger in try String.fetchAll(
        database,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%otal%'")
      { try database.execute(sql: "DROP TRIGGER \(trigger)") }
      try database.execute(
        sql: """
          DROP VIEW partyHistory; DROP VIEW siteHistory; DROP TABLE definitionSource;
          DROP VIEW totalledPosting; DROP TABLE accountTotal;
          ALTER TABLE voucherLine DROP COLUMN actual
          """)
      for index in [
        "applicationOfCredit", "voucherLineAbout", "runInputOfEntry", "runInputOfLink",
        "dealVersionOfDeal",
      ] { try database.execute(sql: "DROP INDEX \(index)") }
      for view in ["currentScenario", "currentVersion"] {
        try database.execute(
          sql: "DROP VIEW \(view); \(try #require(old["view \(view)"]))")
      }
      try database.execute(sql: "PRAGMA user_version = 7")
    }
    try queue.close()
    let ledger = try Ledger.open(at: large.path, mode: .readWrite)
    #expect(ledger.migration?.from == 7)
    #expect(try ledger.verify().faults == [])
    try ledger.close()
    #expect(try rows(of: large) == before)
  }

  @Test("come back with an export")
  func exported() throws {
    let large = try Large()
    let ledger = try Ledger.open(at: large.path, mode: .readOnly)
    let head = try ledger.export(to: large.scratch.path("out")).head
    try ledger.close()
    let rebuilt = large.scratch.path("rebuilt.db")
    #expect(try Ledger.rebuild(from: large.scratch.path("out"), at: rebuilt).head == head)
    let again = try large.scratch.foreign(rebuilt).read {
      try Row.fetchAll($0, sql: "SELECT * FROM accountTotal")
    }
    #expect(try rows(of: large) == again)
  }

  private func rows(of large: Large) throws -> [Row] {
    try large.scratch.foreign(large.path).read {
      try Row.fetchAll($0, sql: "SELECT * FROM accountTotal")
    }
  }

  @Test("no reference is looked for through a whole table as entries and documents come")
  func references() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { database in
      try Schema.migrate(database)
      for table in ["entry", "voucher"] {
        let count =
          try Int.fetchOne(
            database, sql: "SELECT count(*) FROM pragma_table_info(?)", arguments: [table]) ?? 0
        let values = repeatElement("1", count: count).joined(separator: ", ")
        let plan = try Row.fetchAll(
          database, sql: "EXPLAIN QUERY PLAN INSERT INTO \(table) VALUES (\(values))")
        let steps = plan.map { $0["detail"] as String }
        #expect(!steps.isEmpty)
        #expect(steps.filter { $0.hasPrefix("SCAN") } == [])
      }
    }
  }
}
