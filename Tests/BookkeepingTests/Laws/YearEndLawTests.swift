import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// The law of the year end, on books of generated leases of every mechanism, whatever was paid,
/// credited, charged, written off, paid back or undone in between.
@Suite("Year ends of generated books")
struct YearEndLawTests {
  /// Three leases of a seed in one book, each with amended interest.
  private static func deals(_ seed: UInt64) throws -> [BillableDeal] {
    var random = SplitMix64(seed: seed ^ 0x1A7E)
    return try (1...3).map { place in
      try BillableDeal.generated(seed &* 31 &+ UInt64(place), id: DealID("generated-\(place)"))
        .amendingInterest(&random)
    }
  }

  private static func yearEnds(_ deals: [BillableDeal]) -> [CalendarDate] {
    let years = deals.flatMap { [$0.days.lowerBound.year, $0.days.upperBound.year] }
    return ((years.min() ?? 0)...(years.max() ?? 0)).compactMap {
      CalendarDate(year: $0, month: 12, day: 31)
    }
  }

  @Test(
    """
    billed + unbilled = projected; receipts + credits + write-offs + arrears = billed; deposits \
    held = deposits due; nothing waits beside what is open: to the cent, at every year end
    """, arguments: 0..<200 as Range<UInt64>)
  func yearEnds(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x4EA2)
    let deals = try Self.deals(seed)
    var books = Books()
    for day in Self.yearEnds(deals) {
      for deal in deals {
        for voucher in books.bill(deal, through: day) where voucher.kind == .invoice {
          #expect(voucher.faults == [])
        }
        try books.act(on: deal, day, &random)
        let account = books.account(of: deal.id)
        #expect(account.unappliedMinorUnits == 0 || account.receivableMinorUnits == 0)
      }
      for deal in deals { Self.expectBilled(deal, books.account(of: deal.id), on: day) }
      Self.expectSettled(deals.map { books.account(of: $0.id) }, on: day)
      for deal in deals { Self.expectDeposits(deal, books.account(of: deal.id), on: day) }
    }
    for deal in deals {
      #expect(books.account(of: deal.id).billedMinorUnits == deal.projectedMinorUnits)
    }
  }

  /// Of the flows: what documents billed, and what is due later, come to the projection.
  private static func expectBilled(
    _ deal: BillableDeal, _ account: DealAccount, on day: CalendarDate
  ) {
    let billed = account.vouchers.filter { !$0.isByHand }.flatMap(\.lines)
      .filter(\.key.item.isProjected).reduce(0) { $0 + $1.minorUnits }
    let unbilled = deal.flows.reduce(0) { $0 + ($1.due > day ? $1.minorUnits : 0) }
    #expect(billed + unbilled == deal.projectedMinorUnits, "\(deal.id) on \(day)")
  }

  /// Of all documents of the book by the day: each invoice is paid, credited, given up or open.
  private static func expectSettled(_ accounts: [DealAccount], on day: CalendarDate) {
    let vouchers = accounts.flatMap(\.vouchers).filter { $0.day <= day }
    let sum = { (kind: VoucherKind) -> Int64 in
      vouchers.reduce(0) { sum, voucher in
        if voucher.kind == kind { return sum + voucher.minorUnits }
        return voucher.reverses?.kind == kind ? sum - voucher.minorUnits : sum
      }
    }
    let arrears = accounts.flatMap { $0.arrears(on: day) }.reduce(0) { $0 + $1.minorUnits }
    let waiting = -accounts.reduce(0) { $0 + $1.balance(of: .tenantCredits, on: day) }
    let listed = accounts.flatMap { $0.waiting(on: day) }
    #expect(listed.reduce(0) { $0 + $1.minorUnits } == waiting, "\(day)")
    let received = sum(.receipt) - sum(.refund)
    #expect(
      sum(.invoice) == received + sum(.creditNote) + sum(.writeOff) - waiting + arrears,
      "\(day)")
    #expect(accounts.reduce(0) { $0 + $1.balance(of: .bank, on: day) } == received, "\(day)")
    #expect(accounts.reduce(0) { $0 + $1.balance(of: .receivables, on: day) } == arrears)
  }

  private static func expectDeposits(
    _ deal: BillableDeal, _ account: DealAccount, on day: CalendarDate
  ) {
    for standing in [Account.depositsHeld, .prepaidRent] {
      let due = deal.flows.reduce(0) { sum, flow in
        flow.key.item.account == standing && flow.due <= day ? sum + flow.minorUnits : sum
      }
      #expect(
        account.balance(of: standing, on: day) == -due, "\(standing) of \(deal.id) on \(day)")
    }
    let position = account.deposit(of: deal, on: day)
    #expect(position.billed - position.givenBack == position.required)
    #expect(position.held + (position.billed - position.received) == position.required)
    #expect(0 <= position.received && position.received <= position.billed)
  }

  @Test(
    "once all is paid, the deposits held are those that are required",
    arguments: 0..<60 as Range<UInt64>)
  func paid(_ seed: UInt64) throws {
    let deal = try BillableDeal.generated(seed)
    var books = Books()
    for day in Self.yearEnds([deal]) {
      _ = books.bill(deal, through: day)
      let open = books.account(of: deal.id).receivableMinorUnits
      if open > 0 {
        _ = try books.receive(
          Payment(
            deal: deal.id, landlord: deal.landlord,
            amount: Money(minorUnits: open, currency: deal.currency), day: day))
      }
      let position = books.account(of: deal.id).deposit(of: deal, on: day)
      #expect(position.difference == 0 && position.received == position.billed, "\(day)")
    }
  }
}
