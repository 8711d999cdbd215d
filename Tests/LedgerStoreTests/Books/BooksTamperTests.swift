import Bookkeeping
import FinanceBasics
import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Verification of books")
struct BooksTamperTests {
  static let removals = [
    "DELETE FROM posting WHERE position = 2", "DELETE FROM voucherLine WHERE position = 2",
    "DELETE FROM application", "UPDATE account SET meaning = 'x' WHERE account = 'Assets:Bank'",
    "DELETE FROM account WHERE account = 'Income:Renewal-Rent'",
    "INSERT INTO account VALUES ('Assets:Petty-Cash', 'cash')",
    "INSERT INTO posting SELECT entry, 9, day, account, 5 FROM posting LIMIT 1",
    "UPDATE posting SET amount = -amount",
    "UPDATE entryKind SET meaning = 'x' WHERE kind = 'invoice'",
    "UPDATE entry SET kind = 'receipt' WHERE kind = 'creditNote'",
  ]

  @Test("finds rows that were taken away, added or turned", arguments: removals)
  func removed(_ sql: String) throws {
    #expect(try !Scratch().faults(after: sql).isEmpty)
  }

  /// Documents that are chained as they should be, and do not follow from those before them.
  static let forged: [(voucher: @Sendable (Voucher) -> Voucher, words: String)] = [
    ({ $0.with(applied: $0.minorUnits + 1) }, "settles more"),
    ({ $0.with(deal: "another-deal") }, "which the account does not have"),
  ]

  @Test("finds a chained document that does not follow from those before it", arguments: 0..<2)
  func unfounded(_ index: Int) throws {
    let scratch = try Scratch()
    let ledger = try Ledger.open(at: try scratch.recordedLedger(), mode: .readWrite)
    let other = VersionRecord(
      deal: DealID("another-deal"), change: .original, effective: .on("2025-12-17"),
      known: .on("2025-12-17"), document: nil, statement: Sample.version().statement)
    var books = Books()
    let invoice = books.bill(Sample.billableDeal(), through: .on("2028-01-31"))[0]
    let receipt = try books.receive(
      Payment(
        deal: invoice.deal, landlord: PartyID("hut-8"),
        amount: Money(minorUnits: 200_00, currency: .usd), day: .on("2028-01-31")))
    _ = try ledger.record(
      [.deal(other), .voucher(invoice), .voucher(Self.forged[index].voucher(receipt))],
      recordedAt: .at("2028-02-01T09:00:00Z"), program: "test 1")
    let faults = try ledger.verify().faults
    #expect(!faults.isEmpty && faults.allSatisfy { $0.kind == .books })
    #expect(faults.contains { $0.problem.contains(Self.forged[index].words) }, "\(faults)")
  }
}

extension Voucher {
  fileprivate func with(applied minorUnits: Int64? = nil, deal: String? = nil) -> Voucher {
    Voucher(
      number: number, deal: deal.map { DealID($0) } ?? self.deal, day: day, due: due,
      currency: currency, minorUnits: self.minorUnits, lines: lines,
      applications: applications.map { part in
        Application(
          credit: part.credit, debit: part.debit, day: part.day,
          minorUnits: minorUnits ?? part.minorUnits)
      }, reference: reference, reason: reason, reverses: reverses)
  }
}
