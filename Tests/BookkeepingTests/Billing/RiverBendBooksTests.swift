import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

/// River Bend's first three months of 2028 by hand. First-year rent 376,366,063.24 a year
/// (CONVENTIONS §4), so 31,363,838.60 a month: a fifth of it of hall 1's 49 of 245 MW.
@Suite("The books of River Bend")
struct RiverBendBooksTests {
  static let hall1: Int64 = 627_276_772
  static let others: Int64 = 2_509_107_088
  static let month: Int64 = 3_136_383_860

  /// Rent in advance of January to March, hall 1's of February as given.
  static func deal(february: Int64 = hall1, lateInterest: LateInterest? = nil) -> BillableDeal {
    let flows = (1...3).flatMap { month -> [BillableFlow] in
      let month = YearMonth(year: 2028, month: month)
      return [("hall 1", month.month == 2 ? february : hall1), ("halls 2-5", others)].map {
        BillableFlow(
          item: .baseRent, hall: $0.0, month: month, due: month.firstDay, minorUnits: $0.1,
          clause: "rent.contractValue")
      }
    }
    return BillableDeal(
      id: DealID("hut8-river-bend"), landlord: PartyID("hut-8"), currency: .usd, flows: flows,
      lateInterest: lateInterest)
  }

  static func payment(_ minorUnits: Int64, _ day: String, invoice: String? = nil) -> Payment {
    Payment(
      deal: DealID("hut8-river-bend"), landlord: PartyID("hut-8"),
      amount: Money(minorUnits: minorUnits, currency: .usd), day: .on(day), invoice: invoice)
  }

  private static func posted(_ voucher: Voucher) -> [String] {
    voucher.postings.map { "\($0.day) \($0.account.rawValue) \(plainAmount($0.minorUnits))" }
  }

  @Test("an invoice in advance has a line a hall, and names the month and the clause")
  func invoice() {
    var books = Books()
    let invoices = books.bill(Self.deal(), through: .on("2028-02-29"))
    #expect(invoices.map(\.number.description) == ["hut-8-2028-0001", "hut-8-2028-0002"])
    #expect(invoices.map(\.day) == [.on("2028-01-01"), .on("2028-02-01")])
    #expect(invoices.map(\.minorUnits) == [Self.month, Self.month])
    #expect(invoices[1].lines.map(\.key.hall) == ["hall 1", "halls 2-5"])
    #expect(invoices[1].lines.map(\.key.month) == [.init(year: 2028, month: 2)] * 2)
    #expect(invoices[1].lines.map(\.clause) == ["rent.contractValue"] * 2)
    #expect(
      Self.posted(invoices[0]) == [
        "2028-01-01 Assets:Receivables 31363838.60", "2028-01-01 Income:Base-Rent -31363838.60",
      ])
  }

  @Test("billing again raises nothing, and an earlier day raises nothing")
  func again() {
    var books = Books()
    #expect(books.bill(Self.deal(), through: .on("2028-02-29")).count == 2)
    #expect(books.bill(Self.deal(), through: .on("2028-02-29")).isEmpty)
    #expect(books.bill(Self.deal(), through: .on("2028-01-15")).isEmpty)
    #expect(books.bill(Self.deal(), through: .on("2028-03-01")).count == 1)
  }

  @Test("a part payment leaves the rest open; an overpayment waits, and settles the next invoice")
  func payments() throws {
    var books = Books()
    _ = books.bill(Self.deal(), through: .on("2028-02-29"))
    let part = try books.receive(Self.payment(2_000_000_000, "2028-01-10"))
    #expect(part.number.description == "hut-8-2028-R0001")
    let account = { books.account(of: DealID("hut8-river-bend")) }
    // 31,363,838.60 − 20,000,000.00 of January, and February whole.
    #expect(
      account().openInvoices.map { account().rest(of: $0.number) } == [
        1_136_383_860, Self.month,
      ])
    let over = try books.receive(Self.payment(5_000_000_000, "2028-02-05"))
    // 50,000,000.00 − 11,363,838.60 − 31,363,838.60
    #expect(account().unappliedMinorUnits == 727_232_280)
    #expect(account().receivableMinorUnits == 0)
    #expect(
      Self.posted(over) == [
        "2028-02-05 Assets:Bank 50000000.00", "2028-02-05 Assets:Receivables -42727677.20",
        "2028-02-05 Liabilities:Tenant-Credits -7272322.80",
      ])
    let march = try #require(books.bill(Self.deal(), through: .on("2028-03-31")).first)
    #expect(
      Self.posted(march) == [
        "2028-03-01 Assets:Receivables 24091515.80",
        "2028-03-01 Liabilities:Tenant-Credits 7272322.80",
        "2028-03-01 Income:Base-Rent -31363838.60",
      ])
  }

  @Test("money that comes in before the invoice's day waits until then")
  func early() throws {
    var books = Books()
    _ = books.bill(Self.deal(), through: .on("2028-02-29"))
    let receipt = try books.receive(Self.payment(Self.month, "2027-12-29"))
    #expect(receipt.number.description == "hut-8-2027-R0001")
    #expect(
      Self.posted(receipt) == [
        "2027-12-29 Assets:Bank 31363838.60",
        "2027-12-29 Liabilities:Tenant-Credits -31363838.60",
        "2028-01-01 Assets:Receivables -31363838.60",
        "2028-01-01 Liabilities:Tenant-Credits 31363838.60",
      ])
  }

  @Test(
    "an amendment that lowers a billed and paid month makes a credit note, set off against rent")
  func creditNote() throws {
    var books = Books()
    _ = books.bill(Self.deal(), through: .on("2028-03-01"))
    _ = try books.receive(Self.payment(2 * Self.month, "2028-02-01"))
    let lower = Self.deal(february: Self.hall1 - 100_000_000)
    let notes = books.bill(lower, through: .on("2028-03-15"))
    #expect(notes.map(\.number.description) == ["hut-8-2028-C0001"])
    let line = try #require(notes.first?.lines.first)
    #expect(line.minorUnits == -100_000_000)
    #expect(line.about?.description == "hut-8-2028-0002")
    #expect(line.key.hall == "hall 1" && line.key.month == YearMonth(year: 2028, month: 2))
    // February is paid: March is the oldest that is open.
    #expect(notes[0].applications.map(\.debit.description) == ["hut-8-2028-0003"])
    let account = books.account(of: lower.id)
    #expect(account.receivableMinorUnits == Self.month - 100_000_000)
    #expect(account.billedMinorUnits == lower.projectedMinorUnits)
    // The amendment is withdrawn: what was taken off is billed again, once.
    let back = books.bill(Self.deal(), through: .on("2028-03-20"))
    #expect(back.map(\.minorUnits) == [100_000_000] && back[0].kind == .invoice)
    #expect(books.bill(Self.deal(), through: .on("2028-03-20")).isEmpty)
  }

  @Test("interest runs from the due day once the grace has passed, and is billed once")
  func lateInterest() throws {
    let rule = LateInterest(rate: ExactDecimal(digits: 12, fractionDigits: 2), graceDays: 5)
    let deal = Self.deal(lateInterest: rule)
    var books = Books()
    _ = books.bill(Self.deal(), through: .on("2028-02-29"))
    _ = try books.receive(Self.payment(2_000_000_000, "2028-01-10"))
    _ = try books.receive(Self.payment(1_136_383_860, "2028-02-05"))
    _ = try books.receive(Self.payment(Self.month, "2028-02-06"))
    // January: 20,000,000.00 for 9 days and 11,363,838.60 for 35, at 12 % ÷ 365. February was paid
    // on the last day of its grace.
    let expected = Self.rounded((2_000_000_000 * 9 + 1_136_383_860 * 35) * 12, over: 36_500)
    let interest = books.bill(deal, through: .on("2028-02-29"))
    #expect(interest.map(\.minorUnits) == [expected])
    #expect(interest[0].lines.map(\.key.item) == [.lateInterest])
    #expect(interest[0].lines.map(\.about?.description) == ["hut-8-2028-0001"])
    #expect(books.bill(deal, through: .on("2028-02-29")).isEmpty)
    // March, unpaid, on the first day after its grace: 31,363,838.60 from 1 to 7 March.
    let march = books.bill(deal, through: .on("2028-03-07"))
    #expect(
      march.map(\.minorUnits) == [Self.month, Self.rounded(Self.month * 7 * 12, over: 36_500)])
    #expect(books.bill(Self.deal(), through: .on("2028-03-06")).isEmpty)
  }

  /// Half up, which is half even where no half is met.
  private static func rounded(_ numerator: Int64, over denominator: Int64) -> Int64 {
    (2 * numerator + denominator) / (2 * denominator)
  }

  @Test("a true-up bills what recoveries came to beyond the estimates, or gives it back")
  func trueUp() throws {
    let flows = (1...12).map { month in
      BillableFlow(
        item: .recovery, hall: "hall 1", month: YearMonth(year: 2028, month: month),
        due: YearMonth(year: 2028, month: month).firstDay, minorUnits: 10_000_00)
    }
    let deal = Self.deal().with(flows: flows)
    var books = Books()
    _ = books.bill(deal, through: .on("2028-12-31"))
    let usd = { Money(minorUnits: $0, currency: .usd) }
    // 120,000.00 was billed.
    let more = try #require(
      try books.trueUp(deal, year: 2028, actual: usd(125_000_00), on: .on("2029-03-31")))
    #expect(more.kind == .invoice && more.minorUnits == 5_000_00)
    let less = try #require(
      try books.trueUp(deal, year: 2028, actual: usd(124_000_00), on: .on("2029-04-30")))
    #expect(less.kind == .creditNote && less.minorUnits == 1_000_00)
    #expect(more.lines.map(\.actual) == [125_000_00] && less.lines.map(\.actual) == [124_000_00])
    #expect(
      try books.trueUp(deal, year: 2028, actual: usd(124_000_00), on: .on("2029-04-30")) == nil)
    #expect(books.bill(deal, through: .on("2029-12-31")).isEmpty)
  }
}

/// An element so many times.
private func * <Element>(elements: [Element], count: Int) -> [Element] {
  Array(repeatElement(elements, count: count).joined())
}
