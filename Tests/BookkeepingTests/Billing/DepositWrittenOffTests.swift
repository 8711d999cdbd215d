import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

/// A deposit of 300,000.00 that is billed with January's rent of 200,000.00, of which something is
/// written off before the lease ends on 15 March 2026.
@Suite("Deposits that were written off")
struct DepositWrittenOffTests {
  private static let id = DealID("lake")
  private static let first = "lake-trust-2026-0001"
  private static let january = YearMonth(year: 2026, month: 1)
  private static let march = YearMonth(year: 2026, month: 3)

  private static func deal(ends: Bool) -> BillableDeal {
    let back = BillableFlow(
      item: .deposit, hall: "hall 1", month: march, due: .on("2026-03-16"),
      minorUnits: -300_000_00, clause: "deposit")
    let flows = [
      BillableFlow(
        item: .baseRent, hall: "hall 1", month: january, due: january.firstDay,
        minorUnits: 200_000_00, clause: "rent.rate"),
      BillableFlow(
        item: .deposit, hall: "hall 1", month: january, due: january.firstDay,
        minorUnits: 300_000_00, clause: "deposit"),
    ]
    return BillableDeal(
      id: id, landlord: PartyID("lake-trust"), currency: .usd, flows: flows + (ends ? [back] : []))
  }

  /// The books before the deposit is given back.
  private static func books(paid: Int64, writtenOff: Int64) throws -> Books {
    var books = Books()
    _ = books.bill(deal(ends: true), through: .on("2026-01-31"))
    if paid > 0 {
      _ = try books.receive(
        Payment(
          deal: id, landlord: PartyID("lake-trust"),
          amount: Money(minorUnits: paid, currency: .usd), day: .on("2026-01-10")))
    }
    if writtenOff > 0 {
      _ = try books.writeOff(
        first, minorUnits: writtenOff, on: .on("2026-02-01"), reason: "lost")
    }
    return books
  }

  /// What a payment and a write-off leave: of the 500,000.00 the rent comes first, then the deposit.
  struct Outcome: Sendable {
    let paid: Int64
    let writtenOff: Int64
    /// Of the credit note: the deposit less what of it was written off.
    let note: Int64
    /// What is given up of the rent alone.
    let badDebts: Int64
    let credit: Int64
    let open: Int64
  }

  /// In units of 1,000.00.
  static let outcomes = [
    // 200 of the deposit received, 60 written off, 40 open: 40 are no longer owed, 200 a credit.
    Outcome(paid: 400, writtenOff: 60, note: 240, badDebts: 0, credit: 200, open: 0),
    // None received, all 300 written off: there is nothing to give back.
    Outcome(paid: 200, writtenOff: 300, note: 0, badDebts: 0, credit: 0, open: 0),
    // 100 of rent not paid, of which 60 are written off: all of the deposit is open.
    Outcome(paid: 100, writtenOff: 60, note: 300, badDebts: 60, credit: 0, open: 40),
    // The write-off of 300 is the 100 of rent, and 200 of the deposit; the other 100 are open.
    Outcome(paid: 100, writtenOff: 300, note: 100, badDebts: 100, credit: 0, open: 0),
    Outcome(paid: 0, writtenOff: 500, note: 0, badDebts: 200, credit: 0, open: 0),
    Outcome(paid: 500, writtenOff: 0, note: 300, badDebts: 0, credit: 300, open: 0),
  ]

  @Test(
    "are given back to nobody as far as they were written off, and are no loss", arguments: outcomes
  )
  func givenBack(_ outcome: Outcome) throws {
    let deal = Self.deal(ends: true)
    var books = try Self.books(
      paid: outcome.paid * 1_000_00, writtenOff: outcome.writtenOff * 1_000_00)
    let before = books.account(of: Self.id)
    let notes = books.bill(deal, through: .on("2026-03-31"))
    let note = try #require(notes.first)
    #expect(notes.count == 1 && note.kind == .creditNote)
    #expect(note.minorUnits == outcome.note * 1_000_00 && note.faults == [])
    let account = books.account(of: Self.id)
    let day = CalendarDate.on("2026-03-31")
    #expect(account.balance(of: .depositsHeld, on: day) == 0)
    #expect(account.balance(of: .badDebts, on: day) == outcome.badDebts * 1_000_00)
    #expect(account.balance(of: .tenantCredits, on: day) == -outcome.credit * 1_000_00)
    #expect(account.balance(of: .receivables, on: day) == outcome.open * 1_000_00)
    #expect(note.postings.reduce(0) { $0 + $1.minorUnits } == 0)
    let position = account.deposit(of: deal, on: day)
    #expect(position.held == 0 && position.required == 0 && position.billed == position.received)
    #expect(position.givenBack == outcome.credit * 1_000_00)
    #expect(position.forgiven == 300_000_00 - outcome.credit * 1_000_00)
    #expect(books.bill(deal, through: .on("2026-06-30")).isEmpty)
    #expect(BillingProof(deal).faults(of: note, in: before) == [])
    #expect(before.faults(remaking: note) == [])
  }

  /// As an older program made it, and with another amount.
  @Test("are made again by the proof, which names a note that has them otherwise")
  func proof() throws {
    let deal = Self.deal(ends: true)
    var books = try Self.books(paid: 400_000_00, writtenOff: 60_000_00)
    let before = books.account(of: Self.id)
    let note = try #require(books.bill(deal, through: .on("2026-03-31")).first)
    #expect(note.lines.map(\.minorUnits) == [-300_000_00, 60_000_00])
    for (lines, words) in [
      ([note.lines[0]], "nothing"),
      (
        [
          note.lines[0],
          VoucherLine(note.lines[1].key, minorUnits: 50_000_00, about: note.lines[1].about),
        ], "50000.00 USD of \(Self.first)"
      ),
    ] {
      let other = Voucher(
        number: note.number, deal: note.deal, day: note.day, currency: .usd,
        minorUnits: -lines.reduce(0) { $0 + $1.minorUnits }, lines: lines)
      #expect(
        BillingProof(deal).faults(of: other, in: before) == [
          "it takes \(words) of deposits written off out of the bad debts, and the account before "
            + "it gives 60000.00 USD of \(Self.first)"
        ])
    }
  }

  @Test("whose write-off was undone before are no longer owed; afterwards it stands")
  func reversed() throws {
    let deal = Self.deal(ends: true)
    var early = try Self.books(paid: 400_000_00, writtenOff: 60_000_00)
    var late = early
    let writeOff = try #require(early.account(of: Self.id).vouchers.last?.number)
    _ = try early.reverse("\(writeOff)", on: .on("2026-02-15"), reason: "found")
    let note = try #require(early.bill(deal, through: .on("2026-03-31")).first)
    // 100,000.00 of the deposit are open, and taken off; the 200,000.00 received are a credit.
    #expect(note.minorUnits == 300_000_00 && note.lines.count == 1)
    #expect(early.account(of: Self.id).unappliedMinorUnits == 200_000_00)
    #expect(early.account(of: Self.id).balance(of: .badDebts, on: .latest) == 0)
    let given = try #require(late.bill(deal, through: .on("2026-03-31")).first)
    #expect(throws: BookkeepingProblem.depositGivenBack(writeOff, by: given.number)) {
      try late.reverse("\(writeOff)", on: .on("2026-04-15"), reason: "found")
    }
  }

  /// What was taken out of the bad debts stays out: the whole deposit is owed again.
  @Test("are asked for again where the lease goes on, in full")
  func goesOn() throws {
    var books = try Self.books(paid: 400_000_00, writtenOff: 60_000_00)
    _ = books.bill(Self.deal(ends: true), through: .on("2026-03-31"))
    let again = try #require(books.bill(Self.deal(ends: false), through: .on("2026-04-30")).first)
    #expect(again.kind == .invoice && again.minorUnits == 300_000_00)
    let account = books.account(of: Self.id)
    #expect(account.balance(of: .depositsHeld, on: .latest) == -300_000_00)
    #expect(account.balance(of: .badDebts, on: .latest) == 0)
    // The 200,000.00 that were given back as a credit are the deposit's again.
    #expect(account.receivableMinorUnits == 100_000_00 && account.unappliedMinorUnits == 0)
    let position = account.deposit(of: Self.deal(ends: false), on: .latest)
    #expect(position.required == 300_000_00 && position.held == 200_000_00)
  }
}
