import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

@Suite("Receipts, write-offs, refunds and reversals")
struct ReceiptTests {
  private static let deal = RiverBendBooksTests.deal()
  private static let month = RiverBendBooksTests.month

  private static func billed() -> Books {
    var books = Books()
    _ = books.bill(deal, through: .on("2028-02-29"))
    return books
  }

  private static func payment(
    _ minorUnits: Int64, _ day: String, invoice: String? = nil, reference: String? = nil,
    currency: Currency = .usd
  ) -> Payment {
    Payment(
      deal: deal.id, landlord: deal.landlord,
      amount: Money(minorUnits: minorUnits, currency: currency), day: .on(day),
      invoice: invoice, reference: reference)
  }

  @Test("a named invoice is settled before older ones, and what is over goes to the oldest")
  func named() throws {
    var books = Self.billed()
    let receipt = try books.receive(
      Self.payment(Self.month + 100, "2028-02-10", invoice: "hut-8-2028-0002"))
    #expect(
      receipt.applications.map { "\($0.debit) \($0.minorUnits)" } == [
        "hut-8-2028-0001 100", "hut-8-2028-0002 \(Self.month)",
      ])
    let account = books.account(of: Self.deal.id)
    #expect(account.openInvoices.map(\.number.description) == ["hut-8-2028-0001"])
    #expect(account.unappliedMinorUnits == 0)
  }

  @Test("a payment that is no payment is refused, and says why")
  func refused() throws {
    var books = Self.billed()
    #expect(throws: BookkeepingProblem.notAnAmount(0)) {
      try books.receive(Self.payment(0, "2028-01-05"))
    }
    let euro = try #require(Currency(code: "EUR"))
    #expect(throws: BookkeepingProblem.otherCurrency(Self.deal.id, of: .usd, given: euro)) {
      try books.receive(Self.payment(1, "2028-01-05", currency: euro))
    }
    #expect(
      throws: BookkeepingProblem.unknownDocument("hut-8-2028-0009", nearest: "hut-8-2028-0001")
    ) { try books.receive(Self.payment(1, "2028-01-05", invoice: "hut-8-2028-0009")) }
    let first = try books.receive(Self.payment(Self.month, "2028-01-05", reference: "W-1"))
    #expect(throws: BookkeepingProblem.receivedBefore(first.number, reference: "W-1")) {
      try books.receive(Self.payment(Self.month, "2028-01-05", reference: "W-1"))
    }
    #expect(throws: BookkeepingProblem.notAnInvoice(first.number)) {
      try books.receive(Self.payment(1, "2028-01-05", invoice: "hut-8-2028-R0001"))
    }
    let settled = try #require(VoucherNumber(reading: "hut-8-2028-0001"))
    #expect(throws: BookkeepingProblem.settled(settled)) {
      try books.receive(Self.payment(1, "2028-01-06", invoice: "hut-8-2028-0001"))
    }
  }

  @Test("a payment that was undone may be entered again with its reference, once")
  func enteredAgain() throws {
    var books = Self.billed()
    let wired = Self.payment(2 * Self.month + 700, "2028-02-01", reference: "W-1")
    let paidBack = Self.payment(300, "2028-02-04", reference: "P-1")
    let receipt = try books.receive(wired)
    _ = try books.reverse("\(receipt.number)", on: .on("2028-02-02"), reason: "by mistake")
    let again = try books.receive(wired)
    #expect(again.number != receipt.number)
    #expect(throws: BookkeepingProblem.receivedBefore(again.number, reference: "W-1")) {
      try books.receive(wired)
    }
    let refund = try books.refund(paidBack)
    _ = try books.reverse("\(refund.number)", on: .on("2028-02-04"), reason: "by mistake")
    let second = try books.refund(paidBack)
    #expect(throws: BookkeepingProblem.refundedBefore(second.number, reference: "P-1")) {
      try books.refund(paidBack)
    }
    #expect(books.account(of: Self.deal.id).unappliedMinorUnits == 400)
  }

  @Test("a write-off costs what is given up, and no more than is open")
  func writeOff() throws {
    var books = Self.billed()
    _ = try books.receive(Self.payment(Self.month - 500, "2028-01-05"))
    let number = try #require(VoucherNumber(reading: "hut-8-2028-0001"))
    #expect(
      throws: BookkeepingProblem.beyondBalance(
        number, asked: Money(minorUnits: 501, currency: .usd),
        open: Money(minorUnits: 500, currency: .usd))
    ) {
      try books.writeOff(
        "hut-8-2028-0001", minorUnits: 501, on: .on("2028-03-31"), reason: "small")
    }
    #expect(
      throws: BookkeepingProblem.beforeDocument(number, dated: .on("2028-01-01"), .on("2027-12-31"))
    ) {
      try books.writeOff("hut-8-2028-0001", on: .on("2027-12-31"), reason: "small")
    }
    let given = try books.writeOff("hut-8-2028-0001", on: .on("2028-03-31"), reason: "small")
    #expect(given.minorUnits == 500 && given.reason == "small")
    #expect(
      given.postings.map { "\($0.account.rawValue) \($0.minorUnits)" } == [
        "Assets:Receivables -500", "Expenses:Bad-Debts 500",
      ])
  }

  @Test("a bounced receipt is undone by another document, and its invoices are open again")
  func reversal() throws {
    var books = Self.billed()
    let before = books.account(of: Self.deal.id)
    let receipt = try books.receive(Self.payment(2 * Self.month + 7, "2028-01-20"))
    let undone = try books.reverse(
      "\(receipt.number)", on: .on("2028-02-03"), reason: "bounced")
    #expect(undone.reverses == receipt.number && undone.applications.count == 2)
    let account = books.account(of: Self.deal.id)
    #expect(account.receivableMinorUnits == before.receivableMinorUnits)
    #expect(account.unappliedMinorUnits == 0)
    // The bank, the receivables and the credits stand where they stood.
    for chart in Account.allCases {
      #expect(
        account.balance(of: chart, on: .on("2028-02-29"))
          == before.balance(of: chart, on: .on("2028-02-29")), "\(chart.rawValue)")
    }
    #expect(throws: BookkeepingProblem.reversedBefore(receipt.number, by: undone.number)) {
      try books.reverse("\(receipt.number)", on: .on("2028-02-03"), reason: "twice")
    }
    let invoice = try #require(VoucherNumber(reading: "hut-8-2028-0001"))
    #expect(throws: BookkeepingProblem.notReversible(invoice)) {
      try books.reverse("hut-8-2028-0001", on: .on("2028-02-03"), reason: "wrong")
    }
  }

  @Test("a receipt is undone after a refund of it was, and nothing is taken back twice")
  func undoneTwice() throws {
    var books = Self.billed()
    let receipt = try books.receive(Self.payment(2 * Self.month + 700, "2028-02-03"))
    let refund = try books.refund(Self.payment(300, "2028-02-04"))
    _ = try books.reverse("\(refund.number)", on: .on("2028-02-05"), reason: "returned")
    let last = try books.reverse("\(receipt.number)", on: .on("2028-02-06"), reason: "bounced")
    // The two invoices, and not the refund, which the receipt pays no longer.
    #expect(last.applications.map(\.minorUnits) == [-Self.month, -Self.month])
    var copy = Books()
    for voucher in books.account(of: Self.deal.id).vouchers { #expect(copy.add(voucher) == []) }
    #expect(copy.account(of: Self.deal.id).receivableMinorUnits == 2 * Self.month)
    #expect(copy.account(of: Self.deal.id).unappliedMinorUnits == 0)
  }

  @Test("a refund pays a credit back, and no more than there is")
  func refund() throws {
    var books = Self.billed()
    _ = try books.receive(Self.payment(2 * Self.month + 700, "2028-02-01"))
    #expect(
      throws: BookkeepingProblem.beyondCredit(
        Self.deal.id, asked: Money(minorUnits: 701, currency: .usd),
        available: Money(minorUnits: 700, currency: .usd))
    ) { try books.refund(Self.payment(701, "2028-02-05")) }
    let refund = try books.refund(Self.payment(300, "2028-02-05"))
    #expect(
      refund.postings.map { "\($0.account.rawValue) \($0.minorUnits)" } == [
        "Assets:Bank -300", "Liabilities:Tenant-Credits 300",
      ])
    #expect(books.account(of: Self.deal.id).unappliedMinorUnits == 400)
    _ = try books.reverse("\(refund.number)", on: .on("2028-02-06"), reason: "returned")
    #expect(books.account(of: Self.deal.id).unappliedMinorUnits == 700)
  }

  static let ages: [(Int, ArrearsAge)] = [
    (0, .notDue), (1, .upTo30), (30, .upTo30), (31, .upTo60), (60, .upTo60), (61, .upTo90),
    (90, .upTo90), (91, .over90),
  ]

  @Test("an age begins the day after the one before it ends", arguments: ages)
  func age(_ example: (Int, ArrearsAge)) {
    #expect(ArrearsAge(daysLate: example.0) == example.1)
  }

  @Test("arrears of a day know nothing of later documents")
  func arrears() throws {
    var books = Self.billed()
    _ = try books.receive(Self.payment(Self.month, "2028-02-10"))
    let account = books.account(of: Self.deal.id)
    #expect(account.arrears(on: .on("2027-12-31")).isEmpty)
    let before = account.arrears(on: .on("2028-02-09"))
    // 1 January to 9 February is 39 days, 1 February to 9 February is 8.
    #expect(before.map(\.daysLate) == [39, 8] && before.map(\.age) == [.upTo60, .upTo30])
    #expect(account.arrears(on: .on("2028-02-10")).map(\.daysLate) == [9])
  }
}
