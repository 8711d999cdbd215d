import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

/// No credit waits beside what is open: River Bend's invoices of January and February 2028.
@Suite("Credits that wait")
struct WaitingCreditTests {
  private static let deal = RiverBendBooksTests.deal()
  private static let month = RiverBendBooksTests.month

  private static func billed(through day: String = "2028-02-29") -> Books {
    var books = Books()
    _ = books.bill(deal, through: .on(day))
    return books
  }

  private static func parts(_ voucher: Voucher) -> [String] {
    voucher.applications.map {
      "\($0.credit.description.dropFirst(11)) \($0.debit.description.dropFirst(11)) \($0.day) "
        + "\($0.minorUnits)"
    }
  }

  private static func number(_ text: String) throws -> VoucherNumber {
    try #require(VoucherNumber(reading: text))
  }

  /// Books as an older program left them: 0002 was named, and what was over of the payment waits
  /// beside 0001.
  private static func older() throws -> Books {
    var books = billed()
    let receipt = Voucher(
      number: try number("hut-8-2028-R0001"), deal: deal.id, day: .on("2028-01-03"), currency: .usd,
      minorUnits: 2 * month,
      applications: [
        Application(
          credit: try number("hut-8-2028-R0001"), debit: try number("hut-8-2028-0002"),
          day: .on("2028-02-01"), minorUnits: month)
      ])
    #expect(books.add(receipt) == [])
    #expect(books.account(of: deal.id).unappliedMinorUnits == month)
    return books
  }

  @Test("what is over of a payment that names an invoice goes to the oldest, from its own day")
  func named() throws {
    var books = Self.billed()
    let receipt = try books.receive(
      RiverBendBooksTests.payment(2 * Self.month, "2028-01-03", invoice: "hut-8-2028-0002"))
    #expect(
      Self.parts(receipt) == [
        "R0001 0001 2028-01-03 \(Self.month)", "R0001 0002 2028-02-01 \(Self.month)",
      ])
    #expect(books.account(of: Self.deal.id).receivableMinorUnits == 0)
    #expect(books.made.count == 3)
  }

  @Test("the next billing applies what waited in older books, even where it raises nothing")
  func billing() throws {
    var books = try Self.older()
    let made = books.bill(Self.deal, through: .on("2028-02-29"))
    #expect(made.map(\.number.description) == ["hut-8-2028-R0002"])
    #expect(made[0].minorUnits == 0 && made[0].kindWords == "application")
    #expect(made[0].day == .on("2028-01-03") && made[0].faults == [])
    #expect(Self.parts(made[0]) == ["R0001 0001 2028-01-03 \(Self.month)"])
    #expect(
      made[0].postings.map { "\($0.day) \($0.account.rawValue) \($0.minorUnits)" } == [
        "2028-01-03 Assets:Receivables -\(Self.month)",
        "2028-01-03 Liabilities:Tenant-Credits \(Self.month)",
      ])
    #expect(books.bill(Self.deal, through: .on("2028-02-29")).isEmpty)
    // Read again it is sound, and it is not undone.
    var copy = Books()
    for voucher in books.account(of: Self.deal.id).vouchers { #expect(copy.add(voucher) == []) }
    #expect(copy.account(of: Self.deal.id).receivableMinorUnits == 0)
    #expect(throws: BookkeepingProblem.appliesCredits(made[0].number)) {
      try books.reverse("hut-8-2028-R0002", on: .on("2028-03-01"), reason: "wrong")
    }
  }

  /// January was paid when it was credited, 2 days after it was due; at 10 % a year they cost
  /// 31,363,838.60 × 2 × 0.1 ÷ 365 = 17,185.66.
  @Test("interest runs until the day of the credit that waited, not of its application")
  func interest() throws {
    var books = try Self.older()
    let rule = LateInterest(rate: ExactDecimal(digits: 10, fractionDigits: 2))
    let made = books.bill(
      RiverBendBooksTests.deal(lateInterest: rule), through: .on("2028-02-29"))
    #expect(made.map(\.minorUnits) == [0, 17_185_66])
    #expect(made[1].lines.map(\.about?.description) == ["hut-8-2028-0001"])
  }

  @Test("a payment that names an invoice still pays it, and what waited goes to the others")
  func payment() throws {
    var books = Self.billed(through: "2028-03-31")
    let waits = Voucher(
      number: try Self.number("hut-8-2028-R0001"), deal: Self.deal.id, day: .on("2028-01-03"),
      currency: .usd, minorUnits: 2 * Self.month + 100)
    #expect(books.add(waits) == [])
    let receipt = try books.receive(
      RiverBendBooksTests.payment(Self.month - 300, "2028-02-05", invoice: "hut-8-2028-0002"))
    #expect(receipt.number.description == "hut-8-2028-R0003")
    #expect(Self.parts(receipt) == ["R0003 0002 2028-02-05 \(Self.month - 300)"])
    // 300 of 0002 is not kept for the payment, and 100 + 2 months less 300 pay 0001 and 0003.
    let applied = try #require(books.made.last { $0.isApplication })
    #expect(
      Self.parts(applied) == [
        "R0001 0001 2028-01-03 \(Self.month)", "R0001 0002 2028-02-01 300",
        "R0001 0003 2028-03-01 \(Self.month - 200)",
      ])
    #expect(books.account(of: Self.deal.id).receivableMinorUnits == 200)
  }

  @Test("what a reversal opens again is settled by what waits, from that day")
  func reversal() throws {
    var books = Self.billed()
    _ = try books.receive(RiverBendBooksTests.payment(2 * Self.month, "2028-02-01"))
    _ = try books.receive(RiverBendBooksTests.payment(500, "2028-02-02"))
    #expect(books.account(of: Self.deal.id).unappliedMinorUnits == 500)
    _ = try books.reverse("hut-8-2028-R0001", on: .on("2028-02-20"), reason: "bounced")
    let applied = try #require(books.made.last)
    #expect(Self.parts(applied) == ["R0002 0001 2028-02-20 500"])
    let account = books.account(of: Self.deal.id)
    #expect(account.unappliedMinorUnits == 0)
    #expect(account.waiting(on: .on("2028-02-19")).map(\.minorUnits) == [500])
    #expect(account.waiting(on: .on("2028-02-20")).isEmpty)
  }
}
