import Bookkeeping
import FinanceBasics
import LeaseModel
import Testing

/// True-ups of 2028, of which 10,000.00 a month is estimated, in advance: 120,000.00.
@Suite("True-ups")
struct TrueUpTests {
  private static func deal(
    _ monthly: Int64 = 10_000_00, months: ClosedRange<Int> = 1...12
  ) -> BillableDeal {
    RiverBendBooksTests.deal().with(
      flows: months.map { month in
        BillableFlow(
          item: .recovery, hall: "hall 1", month: YearMonth(year: 2028, month: month),
          due: YearMonth(year: 2028, month: month).firstDay, minorUnits: monthly)
      })
  }

  private static func usd(_ minorUnits: Int64) -> Money {
    Money(minorUnits: minorUnits, currency: .usd)
  }

  @Test("bills what recoveries came to beyond the estimates, or gives it back")
  func difference() throws {
    let deal = Self.deal()
    var books = Books()
    _ = books.bill(deal, through: .on("2028-12-31"))
    let more = try #require(
      try books.trueUp(deal, year: 2028, actual: Self.usd(125_000_00), on: .on("2029-03-31")))
    #expect(more.kind == .invoice && more.minorUnits == 5_000_00)
    let less = try #require(
      try books.trueUp(deal, year: 2028, actual: Self.usd(124_000_00), on: .on("2029-04-30")))
    #expect(less.kind == .creditNote && less.minorUnits == 1_000_00)
    #expect(
      try books.trueUp(deal, year: 2028, actual: Self.usd(124_000_00), on: .on("2029-04-30"))
        == nil)
    #expect(books.bill(deal, through: .on("2029-12-31")).isEmpty)
  }

  /// Terms that an older program took.
  @Test("is refused, as every document is, in another currency than the account")
  func otherCurrency() throws {
    let deal = Self.deal()
    let euro = try #require(Currency(code: "EUR"))
    let changed = BillableDeal(
      id: deal.id, landlord: deal.landlord, currency: euro, flows: Self.deal(11_000_00).flows)
    var books = Books()
    _ = books.bill(deal, through: .on("2028-12-31"))
    let problem = BookkeepingProblem.termsInOtherCurrency(deal.id, billed: .usd, terms: euro)
    #expect(books.currencyProblem(of: changed) == problem)
    #expect(books.currencyProblem(of: deal) == nil)
    #expect(books.bill(changed, through: .on("2029-12-31")).isEmpty)
    let euros = Money(minorUnits: 125_000_00, currency: euro)
    #expect(throws: problem) {
      try books.trueUp(changed, year: 2028, actual: euros, on: .on("2029-03-31"))
    }
    let payee = Payee(deal: deal.id, landlord: deal.landlord, currency: euro)
    #expect(throws: BookkeepingProblem.otherCurrency(deal.id, of: .usd, given: euro)) {
      try books.charge(
        ManualCharge(payee: payee, amount: euros, day: .on("2029-03-31"), reason: "repair"))
    }
    #expect(books.account(of: deal.id).vouchers.count == 12)
  }

  @Test("is refused until all estimates of the year are billed: July to December are 60,000.00")
  func unbilled() throws {
    let deal = Self.deal()
    var books = Books()
    _ = books.bill(deal, through: .on("2028-06-30"))
    let problem = BookkeepingProblem.estimatesNotBilled(
      deal.id, year: 2028, unbilled: Self.usd(60_000_00), through: .on("2028-12-01"))
    #expect(throws: problem) {
      try books.trueUp(deal, year: 2028, actual: Self.usd(125_000_00), on: .on("2029-03-31"))
    }
    #expect(problem.remedy.contains("bill --through 2028-12-01 hut8-river-bend"))
    _ = books.bill(deal, through: .on("2028-12-01"))
    let document = try books.trueUp(
      deal, year: 2028, actual: Self.usd(125_000_00), on: .on("2028-12-31"))
    #expect(document?.minorUnits == 5_000_00)
  }

  @Test(
    "is refused before the last month with an estimate is over",
    arguments: [(1...12, "2028-12-30", "2028-12-31"), (3...6, "2028-06-29", "2028-06-30")])
  func early(_ months: ClosedRange<Int>, _ day: String, _ end: String) throws {
    let deal = Self.deal(months: months)
    var books = Books()
    _ = books.bill(deal, through: .on("2028-12-31"))
    #expect(throws: BookkeepingProblem.yearNotOver(deal.id, year: 2028, through: .on(end))) {
      try books.trueUp(deal, year: 2028, actual: Self.usd(1), on: .on(day))
    }
    #expect(try books.trueUp(deal, year: 2028, actual: Self.usd(1), on: .on(end)) != nil)
  }

  @Test("is refused of a year without estimates", arguments: [2027, 2029])
  func none(_ year: Int) {
    let deal = Self.deal()
    var books = Books()
    _ = books.bill(deal, through: .on("2030-12-31"))
    #expect(throws: BookkeepingProblem.noRecoveries(deal.id, year: year)) {
      try books.trueUp(deal, year: year, actual: Self.usd(1), on: .on("2030-12-31"))
    }
  }

  /// Trued up at 125,000.00; then the estimate is amended to 11,000.00 a month, and 12,000.00 more is
  /// billed, which the same true-up takes off again.
  @Test("is to be made again once an amended estimate is billed, and comes to what is owed")
  func amended() throws {
    var books = Books()
    let first = books.bill(Self.deal(), through: .on("2028-12-31"))
    #expect(books.yearsToTrueUpAgain(after: first).isEmpty)
    _ = try books.trueUp(
      Self.deal(), year: 2028, actual: Self.usd(125_000_00), on: .on("2029-03-31"))
    let amended = Self.deal(11_000_00)
    let more = books.bill(amended, through: .on("2029-04-30"))
    #expect(more.map(\.minorUnits) == [12_000_00])
    #expect(books.yearsToTrueUpAgain(after: more).map(\.year) == [2028])
    let again = try #require(
      try books.trueUp(amended, year: 2028, actual: Self.usd(125_000_00), on: .on("2029-04-30")))
    #expect(again.kind == .creditNote && again.minorUnits == 12_000_00)
  }
}
