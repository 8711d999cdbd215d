import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

/// Credit notes and invoices that somebody makes by hand, on River Bend's first months of 2028.
@Suite("Documents by hand")
struct DocumentsByHandTests {
  private static let deal = RiverBendBooksTests.deal()
  private static let month = RiverBendBooksTests.month
  private static let hall1 = RiverBendBooksTests.hall1

  private static func billed() -> Books {
    var books = Books()
    _ = books.bill(deal, through: .on("2028-02-29"))
    return books
  }

  private static func credit(
    _ minorUnits: Int64?, lines: [Int] = [], _ day: String = "2028-02-10", goesBeyond: Bool = false
  ) -> ManualCredit {
    ManualCredit(
      invoice: "hut-8-2028-0002", lines: lines, minorUnits: minorUnits, day: .on(day),
      reason: "outage", goesBeyond: goesBeyond)
  }

  private static let payee = Payee(deal: deal.id, landlord: deal.landlord, currency: .usd)

  @Test(
    "a credit of one line names the line, lowers the income and the invoice, and is not rebilled")
  func oneLine() throws {
    var books = Self.billed()
    let note = try books.credit(Self.credit(100_000_00, lines: [1]))
    #expect(note.number.description == "hut-8-2028-C0001" && note.isByHand)
    #expect(note.lines.map(\.minorUnits) == [-100_000_00])
    #expect(note.lines[0].key.hall == "hall 1")
    #expect(note.lines[0].about?.description == "hut-8-2028-0002")
    #expect(note.applications.map(\.debit.description) == ["hut-8-2028-0002"])
    #expect(
      note.postings.map { "\($0.account.rawValue) \($0.minorUnits)" } == [
        "Assets:Receivables -10000000", "Income:Base-Rent 10000000",
      ])
    let account = books.account(of: Self.deal.id)
    let invoice = try #require(account.vouchers.dropFirst().first)
    #expect(
      account.left(of: invoice) == [Self.hall1 - 100_000_00, RiverBendBooksTests.others])
    #expect(account.rest(of: invoice.number) == Self.month - 100_000_00)
    #expect(books.bill(Self.deal, through: .on("2028-02-29")).isEmpty)
    #expect(account.billedMinorUnits == 2 * Self.month)
  }

  /// 0.07 over 6,272,767.72 and 25,091,070.88: the first line's share is 0.07 × 627276772 ÷
  /// 3136383860 = 0.014, cut to 0.01; the rest falls on the second.
  @Test("an amount for several lines is shared by what is left of each, to the cent")
  func shared() throws {
    var books = Self.billed()
    #expect(try books.credit(Self.credit(7)).lines.map(\.minorUnits) == [-1, -6])
    let rest = try books.credit(Self.credit(nil))
    #expect(
      rest.lines.map(\.minorUnits) == [-(Self.hall1 - 1), -(RiverBendBooksTests.others - 6)])
    #expect(books.account(of: Self.deal.id).openInvoices.count == 1)
  }

  @Test("no more is credited than is left of the lines, unless it is told to go beyond")
  func beyond() throws {
    var books = Self.billed()
    let number = try #require(VoucherNumber(reading: "hut-8-2028-0002"))
    _ = try books.credit(Self.credit(Self.hall1 - 5, lines: [1]))
    let asked = Money(minorUnits: 6, currency: .usd)
    let left = Money(minorUnits: 5, currency: .usd)
    #expect(throws: BookkeepingProblem.beyondLines(number, asked: asked, left: left)) {
      try books.credit(Self.credit(6, lines: [1]))
    }
    #expect(throws: BookkeepingProblem.beyondSeveralLines(number)) {
      try books.credit(Self.credit(6, goesBeyond: true))
    }
    let more = try books.credit(Self.credit(6, lines: [1], goesBeyond: true))
    #expect(more.minorUnits == 6)
    #expect(throws: BookkeepingProblem.nothingLeft(number, line: 1)) {
      try books.credit(Self.credit(nil, lines: [1]))
    }
  }

  @Test("what is no line, no invoice or too early is refused, and a deposit is left to the terms")
  func refused() throws {
    var books = Books()
    let deposit = BillableFlow(
      item: .deposit, hall: "hall 1", month: YearMonth(year: 2028, month: 2),
      due: .on("2028-02-01"), minorUnits: 500)
    _ = books.bill(
      Self.deal.with(flows: Self.deal.flows + [deposit]), through: .on("2028-02-29"))
    let number = try #require(VoucherNumber(reading: "hut-8-2028-0002"))
    #expect(throws: BookkeepingProblem.noSuchLine(number, line: 4, count: 3)) {
      try books.credit(Self.credit(5, lines: [4]))
    }
    #expect(throws: BookkeepingProblem.noSuchLine(number, line: 0, count: 3)) {
      try books.credit(Self.credit(5, lines: [0]))
    }
    #expect(throws: BookkeepingProblem.notByHand(.deposit)) {
      try books.credit(Self.credit(5, lines: [3]))
    }
    #expect(throws: BookkeepingProblem.notAnAmount(0)) { try books.credit(Self.credit(0)) }
    #expect(
      throws: BookkeepingProblem.beforeDocument(number, dated: .on("2028-02-01"), .on("2028-01-31"))
    ) { try books.credit(Self.credit(5, "2028-01-31")) }
    // Of the whole invoice the deposit stays.
    #expect(try books.credit(Self.credit(nil)).minorUnits == Self.month)
  }

  @Test("a charge by hand is an invoice with its own due day, settled by the tenant's credits")
  func charge() throws {
    var books = Self.billed()
    _ = try books.receive(RiverBendBooksTests.payment(2 * Self.month + 300, "2028-02-10"))
    let amount = Money(minorUnits: 1_000, currency: .usd)
    let invoice = try books.charge(
      ManualCharge(
        payee: Self.payee, item: .powerRecovery, hall: "hall 1", amount: amount,
        day: .on("2028-02-15"), due: .on("2028-03-15"), reason: "metered power"))
    #expect(invoice.number.description == "hut-8-2028-0003" && invoice.isByHand)
    #expect(invoice.due == .on("2028-03-15"))
    #expect(invoice.lines.map(\.key.item) == [.powerRecovery])
    #expect(invoice.applications.map(\.minorUnits) == [300])
    let account = books.account(of: Self.deal.id)
    #expect(account.receivableMinorUnits == 700)
    #expect(account.arrears(on: .on("2028-03-15")).map(\.daysLate) == [0])
    #expect(account.billedMinorUnits == 2 * Self.month)
    #expect(throws: BookkeepingProblem.notByHand(.deposit)) {
      try books.charge(
        ManualCharge(
          payee: Self.payee, item: .deposit, amount: amount, day: .on("2028-02-15"),
          reason: "more"))
    }
    let (day, dated) = (CalendarDate.on("2028-02-14"), CalendarDate.on("2028-02-15"))
    #expect(throws: BookkeepingProblem.dueBefore(day, dated: dated)) {
      try books.charge(
        ManualCharge(payee: Self.payee, amount: amount, day: dated, due: day, reason: "early"))
    }
  }

  @Test("a deposit is received after the other lines of its invoice, and credits are no payments")
  func deposit() throws {
    var books = Books()
    let flow = BillableFlow(
      item: .deposit, hall: "hall 1", month: YearMonth(year: 2028, month: 1),
      due: .on("2028-01-01"), minorUnits: 500)
    let back = BillableFlow(
      item: .deposit, hall: "hall 1", month: YearMonth(year: 2028, month: 3),
      due: .on("2028-03-31"), minorUnits: -500)
    let deal = Self.deal.with(flows: Self.deal.flows + [flow, back])
    _ = books.bill(deal, through: .on("2028-01-31"))
    let position = { (day: String) in
      books.account(of: deal.id).deposit(of: deal, on: .on(day))
    }
    #expect(position("2028-01-01").billed == 500 && position("2028-01-01").received == 0)
    // January's rent less 1,000.00 credited, and 2.00 of the deposit's 5.00.
    _ = try books.credit(
      ManualCredit(
        invoice: "hut-8-2028-0001", lines: [1], minorUnits: 100_000, day: .on("2028-01-05"),
        reason: "outage"))
    _ = try books.receive(RiverBendBooksTests.payment(Self.month - 100_000 + 200, "2028-01-10"))
    #expect(position("2028-01-09").received == 0)
    #expect(position("2028-01-10").received == 200 && position("2028-01-10").difference == -300)
    _ = try books.receive(RiverBendBooksTests.payment(300, "2028-01-20"))
    #expect(position("2028-01-31").held == 500 && position("2028-01-31").difference == 0)
    _ = books.bill(deal, through: .on("2028-03-31"))
    #expect(position("2028-03-31").givenBack == 500 && position("2028-03-31").held == 0)
    #expect(position("2028-03-31").required == 0)
  }
}
