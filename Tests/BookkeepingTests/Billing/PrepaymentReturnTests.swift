import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Rent of 200,000.00 a month from January 2026 on and 500,000.00 of it paid ahead, of a lease that
/// Old Tenant hands over to New Tenant, and that ends, on 1 February: 300,000.00 is left.
@Suite("Rent paid ahead that is given back")
struct PrepaymentReturnTests {
  private static let id = DealID("lake")
  private static let handedOver = PartyHistory([
    (.on("2025-10-01"), parties("owner", "old")), (.on("2026-02-01"), parties("owner", "new")),
  ])

  private static func parties(_ landlord: String, _ tenant: String) -> Counterparties {
    Counterparties(landlord: PartyID(landlord), tenant: PartyID(tenant))
  }

  private static func flow(
    _ item: LineItem, _ due: String, _ minorUnits: Int64
  ) -> BillableFlow {
    let day = CalendarDate.on(due)
    return BillableFlow(
      item: item, hall: "hall", month: day.yearMonth, due: day, minorUnits: minorUnits,
      clause: item == .baseRent ? "rent.rate" : "prepayment")
  }

  private static let january = [
    flow(.prepayment, "2025-12-15", 500_000_00), flow(.baseRent, "2026-01-01", 200_000_00),
    flow(.prepayment, "2026-01-01", -200_000_00),
  ]
  /// As the lease runs on: February uses 200,000.00, and March what is left.
  private static let running = deal(
    january + [
      flow(.baseRent, "2026-02-01", 200_000_00), flow(.prepayment, "2026-02-01", -200_000_00),
      flow(.baseRent, "2026-03-01", 200_000_00), flow(.prepayment, "2026-03-01", -100_000_00),
    ])
  /// As the lease ended on 1 February.
  private static let ended = deal(
    january + [flow(.prepaymentReturn, "2026-02-01", -300_000_00)])

  private static func deal(_ flows: [BillableFlow]) -> BillableDeal {
    BillableDeal(id: id, landlord: PartyID("owner"), currency: .usd, flows: flows)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let paid: Int64
    /// What of the prepayment's invoice is open at the end, and what waits for the tenant.
    let open: Int64
    let waiting: Int64
    var testDescription: String { "\(paid / 100) of 500000 paid" }
  }

  // 200,000.00 was used: what was paid beyond it is due back, what was paid short of it is owed.
  private static let examples = [
    Example(paid: 0, open: 200_000_00, waiting: 0),
    Example(paid: 150_000_00, open: 50_000_00, waiting: 0),
    Example(paid: 250_000_00, open: 0, waiting: 50_000_00),
    Example(paid: 500_000_00, open: 0, waiting: 300_000_00),
  ]

  private static func pay(_ amount: Int64, _ books: inout Books) throws {
    guard amount > 0 else { return }
    _ = try books.receive(
      Payment(
        deal: id, landlord: PartyID("owner"), amount: Money(minorUnits: amount, currency: .usd),
        day: .on("2026-01-10")))
  }

  /// Each document is made again from the lease as it was then and the documents before it.
  private static func faults(_ books: Books, billedAs deals: [BillableDeal]) -> [String] {
    var account = DealAccount(deal: id)
    account.govern(by: handedOver)
    return books.account(of: id).vouchers.flatMap { voucher in
      defer { account.add(voucher) }
      let made = deals.map { BillingProof($0).faults(of: voucher, in: account) }
      return account.faults(remaking: voucher) + (made.contains([]) ? [] : made[0])
    }
  }

  @Test(
    "takes off what was never paid, and pays back no more than was, to the tenant that was asked",
    arguments: examples)
  func givenBack(_ example: Example) throws {
    var books = Books()
    books.govern(Self.id, by: Self.handedOver)
    _ = books.bill(Self.running, through: .on("2026-01-31"))
    try Self.pay(example.paid, &books)
    // New Tenant pays nothing: February comes to nothing, and March to 100,000.00.
    _ = books.bill(Self.running, through: .on("2026-03-31"))
    _ = books.bill(Self.ended, through: .on("2026-04-30"))
    let account = books.account(of: Self.id)
    let invoice = try #require(account.vouchers.first)
    #expect(account.rest(of: invoice.number) == example.open)
    let note = try #require(
      account.vouchers.first { $0.lines.contains { $0.key.item == .prepaymentReturn } })
    #expect(note.kind == .creditNote && note.minorUnits == 300_000_00)
    #expect(account.parties(of: note.number) == Self.parties("owner", "old"))
    #expect(account.openCredits.allSatisfy { account.parties(of: $0.number).tenant?.text == "old" })
    #expect(account.unappliedMinorUnits == example.waiting)
    #expect(account.receivableMinorUnits == example.open)
    #expect(account.balance(of: .prepaidRent, on: .latest) == 0)
    #expect(Self.faults(books, billedAs: [Self.running, Self.ended]) == [])
    #expect(books.bill(Self.ended, through: .on("2026-12-31")).isEmpty)
  }

  @Test("is of the tenant that is asked for it where all is billed after the end")
  func billedLate() throws {
    var books = Books()
    books.govern(Self.id, by: Self.handedOver)
    _ = books.bill(Self.ended, through: .on("2026-04-30"))
    let account = books.account(of: Self.id)
    #expect(account.vouchers.allSatisfy { account.parties(of: $0.number).tenant?.text == "old" })
    #expect(account.receivableMinorUnits == 200_000_00)
    #expect(account.unappliedMinorUnits == 0)
    #expect(Self.faults(books, billedAs: [Self.ended]) == [])
  }

  @Test("is of the landlord that asked for it, whoever bought the building since")
  func sold() throws {
    let sale = PartyHistory([
      (.on("2025-10-01"), Self.parties("owner", "old")),
      (.on("2026-01-15"), Self.parties("buyer", "old")),
    ])
    var books = Books()
    books.govern(Self.id, by: sale)
    _ = books.bill(Self.running, through: .on("2026-01-31"))
    _ = books.bill(Self.ended, through: .on("2026-04-30"))
    let note = try #require(books.account(of: Self.id).vouchers.last)
    #expect(note.number.landlord == PartyID("owner"))
    #expect(note.applications.map(\.minorUnits) == [300_000_00])
  }

  @Test("is a credit note of its own, after that of a deposit on the same invoice")
  func besideDeposit() throws {
    let deposit = Self.flow(.deposit, "2025-12-15", 100_000_00)
    let back = Self.flow(.deposit, "2026-02-01", -100_000_00)
    var books = Books()
    books.govern(Self.id, by: Self.handedOver)
    let ended = Self.deal(Self.ended.flows + [deposit, back])
    _ = books.bill(ended, through: .on("2026-01-31"))
    // 600,000.00 is asked for: the prepayment is paid, and 50,000.00 of the deposit.
    try Self.pay(550_000_00, &books)
    _ = books.bill(ended, through: .on("2026-02-28"))
    let account = books.account(of: Self.id)
    let position = account.deposit(of: ended, on: .on("2026-02-28"))
    #expect(position.received == 50_000_00 && position.givenBack == 50_000_00)
    #expect(position.forgiven == 50_000_00)
    // 550,000.00 was paid, and January used 200,000.00.
    #expect(account.unappliedMinorUnits == 350_000_00 && account.receivableMinorUnits == 0)
    #expect(Self.faults(books, billedAs: [ended]) == [])
  }
}
