import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Books in the ledger")
struct BooksStorageTests {
  @Test("documents are read back as they were recorded, of every kind")
  func roundTrip() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.fullLedger(), mode: .readOnly)
    let vouchers = try Sample.vouchers()
    #expect(Set(vouchers.map(\.kind)) == Set(VoucherKind.allCases))
    #expect(try ledger.vouchers() == vouchers)
    #expect(try ledger.vouchers(of: [DealID("hut8-river-bend")]) == vouchers)
    #expect(try ledger.vouchers(of: [DealID("another")]) == [])
    #expect(try ledger.verify().faults == [])
  }

  @Test("the next number follows the last one of the whole ledger, whatever deals are asked for")
  func numbering() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.fullLedger(), mode: .readOnly)
    let invoices = try Sample.vouchers().filter { $0.kind == .invoice }.count
    var books = try ledger.books(of: [])
    let flow = BillableFlow(
      item: .baseRent, hall: "hall 1", month: YearMonth(year: 2028, month: 5),
      due: .on("2028-05-01"), minorUnits: 1)
    let deal = BillableDeal(
      id: DealID("another"), landlord: PartyID("hut-8"), currency: .usd, flows: [flow])
    let next = books.bill(deal, through: .on("2028-12-31"))
    #expect(next.map(\.number.serial) == [invoices + 1])
  }

  @Test("balances are the sums of the postings, on any day, and come to nothing in all")
  func balances() throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.fullLedger(), mode: .readOnly)
    let postings = try Sample.vouchers().flatMap(\.postings)
    for day in Set(postings.map(\.day)).sorted() + [CalendarDate.on("2027-12-31")] {
      let balances = try ledger.dealBalances(on: day)
      #expect(balances.reduce(0) { $0 + $1.debits - $1.credits } == 0)
      for account in Account.allCases {
        let expected = postings.filter { $0.account == account && $0.day <= day }
        let found = balances.first { $0.account == account }
        #expect(found?.debits ?? 0 == expected.reduce(0) { $0 + max($1.minorUnits, 0) })
        #expect(found?.credits ?? 0 == expected.reduce(0) { $0 + max(-$1.minorUnits, 0) })
      }
    }
    #expect(try ledger.dealBalances() == ledger.dealBalances(on: .latest))
  }

  @Test("the views for other programs say what the books say")
  func views() throws {
    let scratch = try Scratch()
    let path = try scratch.fullLedger()
    let ledger = try Ledger.open(at: path, mode: .readOnly)
    let account = try ledger.books().account(of: DealID("hut8-river-bend"))
    try scratch.foreign(path).read { database in
      let open = try Row.fetchAll(database, sql: "SELECT voucher, balance FROM openInvoice")
      #expect(
        Dictionary(uniqueKeysWithValues: open.map { ($0[0] as String, $0[1] as Int64) })
          == Dictionary(
            uniqueKeysWithValues: account.openInvoices.filter { $0.kind == .invoice }.map {
              ($0.number.description, account.rest(of: $0.number))
            }))
      let sum = try Int.fetchOne(database, sql: "SELECT sum(balance) FROM trialBalance")
      #expect(sum == 0)
    }
  }

  static let refused: [(sql: String, words: String)] = [
    (
      "INSERT INTO posting VALUES (6, 1, '2028-01-01', 'Assets:Bank', 1)",
      "nothing is added to a sealed entry"
    ),
    (
      """
      INSERT INTO voucher VALUES (99, 'hut-8-2028-0009', 'invoice', 'hut-8', 2028, 9,
        'hut8-river-bend', '2028-01-01', '2028-01-01', 'USD', 1, NULL, NULL)
      """, "documents are numbered without gaps"
    ),
    (
      """
      INSERT OR REPLACE INTO voucher VALUES (99, 'hut-8-2028-0001', 'invoice', 'hut-8', 2028, 1,
        'hut8-river-bend', '2028-01-01', '2028-01-01', 'USD', 1, NULL, NULL)
      """, "nothing is added to a sealed entry"
    ),
    (
      """
      INSERT INTO posting VALUES (99, 1, '2028-01-01', 'Assets:Bank', 1);
      INSERT INTO entry SELECT 1 + max(sequence), recording, 'receipt', 'x', 1, effectiveOn,
        knownOn, NULL, NULL, NULL, content, 'a' || substr(hash, 2) FROM entry
      """, "an entry whose postings do not balance is never sealed"
    ),
  ]

  @Test(
    "no connection adds to a document, leaves a gap, or seals what does not balance",
    arguments: refused)
  func rules(_ example: (sql: String, words: String)) throws {
    let scratch = try Scratch()
    let queue = try scratch.foreign(try scratch.fullLedger())
    try queue.writeWithoutTransaction { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(sequence) FROM entry") ?? 0
      let sql = example.sql.replacing("99", with: "\(last + 1)")
      let error = #expect(throws: DatabaseError.self) { try database.execute(sql: sql) }
      #expect(error?.message == example.words)
    }
  }
}
