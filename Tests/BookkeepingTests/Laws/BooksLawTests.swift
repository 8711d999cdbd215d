import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// What must hold of any books, shown on generated leases of every mechanism.
@Suite("Laws of the books")
struct BooksLawTests {
  private static let seeds = 0..<40 as Range<UInt64>
  private static let rule = LateInterest(rate: ExactDecimal(digits: 18, fractionDigits: 2))

  private static func account(_ books: Books, _ deal: BillableDeal) -> DealAccount {
    books.account(of: deal.id)
  }

  /// Days in order from before the first due day to after the last.
  private static func days(_ deal: BillableDeal, _ random: inout SplitMix64) -> [CalendarDate] {
    let length = deal.days.lowerBound.days(until: deal.days.upperBound) + 40
    return (0..<6).map { _ in
      deal.days.lowerBound.adding(days: random.pick(length) - 20)
    }.sorted()
  }

  @Test(
    "billed and unbilled come to what is projected, and nothing is billed twice", arguments: seeds)
  func billed(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xB111)
    let deal = try BillableDeal.generated(seed)
    var books = Books()
    for day in Self.days(deal, &random) {
      _ = books.bill(deal, through: day)
      let billed = Self.account(books, deal).billedMinorUnits
      #expect(billed == deal.projected(through: day))
      let unbilled = deal.flows.reduce(0) { $0 + ($1.due > day ? $1.minorUnits : 0) }
      #expect(billed + unbilled == deal.projectedMinorUnits)
      #expect(books.bill(deal, through: day).isEmpty)
    }
    _ = books.bill(deal, through: .latest)
    let lines = Self.account(books, deal).vouchers.flatMap(\.lines)
    #expect(Set(lines.map(\.key)).count == lines.count)
    #expect(Self.account(books, deal).billedMinorUnits == deal.projectedMinorUnits)
    #expect(Self.account(books, deal).vouchers.flatMap(\.faults) == [])
  }

  @Test(
    "an amended deal is billed to what it projects now, however it was billed", arguments: seeds)
  func amended(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xA3E4)
    let first = try BillableDeal.generated(seed)
    let second = try BillableDeal.generated(seed + 1000).with(flowsOf: first)
    var books = Books()
    for day in Self.days(first, &random) {
      _ = books.bill(random.pick(2) == 0 ? first : second, through: day)
    }
    _ = books.bill(second, through: .latest)
    let account = Self.account(books, first)
    #expect(account.billedMinorUnits == second.projectedMinorUnits)
    for flow in Dictionary(grouping: second.flows, by: \.key) {
      #expect(account.billed(flow.key) == flow.value.reduce(0) { $0 + $1.minorUnits })
    }
    #expect(books.bill(second, through: .latest).isEmpty)
  }

  @Test(
    "receipts and arrears come to what was billed, and every day of every entry balances",
    arguments: seeds)
  func settled(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x5E77)
    let deal = try BillableDeal.generated(seed, lateInterest: Self.rule)
    var books = Books()
    for day in Self.days(deal, &random) {
      _ = books.bill(deal, through: day)
      try books.act(on: deal, day, &random)
    }
    let account = Self.account(books, deal)
    try Self.expectWhole(account)
    // The same documents, read back in their order, are the same books, without a fault.
    var copy = Books()
    for voucher in account.vouchers { #expect(copy.add(voucher) == []) }
    #expect(copy.account(of: deal.id).receivableMinorUnits == account.receivableMinorUnits)
  }

  /// The totals of an account, each reached by two ways.
  private static func expectWhole(_ account: DealAccount) throws {
    let journal = account.vouchers.journal
    for entry in journal { #expect(entry.postings.reduce(0) { $0 + $1.minorUnits } == 0) }
    let sum = { (kind: VoucherKind) -> Int64 in
      let undone = Set(account.vouchers.compactMap(\.reverses))
      return account.vouchers.filter { $0.kind == kind && !undone.contains($0.number) }
        .reduce(0) { $0 + $1.minorUnits }
    }
    // Invoices = receipts + credit notes + write-offs − refunds − credits left + arrears.
    #expect(
      sum(.invoice) == sum(.receipt) + sum(.creditNote) + sum(.writeOff) - sum(.refund)
        - account.unappliedMinorUnits + account.receivableMinorUnits)
    let last = CalendarDate.latest
    #expect(account.balance(of: .receivables, on: last) == account.receivableMinorUnits)
    #expect(account.balance(of: .tenantCredits, on: last) == -account.unappliedMinorUnits)
    #expect(account.balance(of: .bank, on: last) == sum(.receipt) - sum(.refund))
    // What of a deposit was written off is no loss once it is to be given back.
    let noLoss = account.vouchers.flatMap(\.lines).filter { $0.key.item == .depositWrittenOff }
      .reduce(0) { $0 + $1.minorUnits }
    #expect(account.balance(of: .badDebts, on: last) == sum(.writeOff) - noLoss)
    for day in Set(journal.map(\.day)) {
      let arrears = account.arrears(on: day)
      #expect(
        account.balance(of: .receivables, on: day) == arrears.reduce(0) { $0 + $1.minorUnits })
      #expect(arrears.allSatisfy { $0.minorUnits > 0 })
    }
  }

  @Test("deposits held are the deposits due, on every day on which one moves", arguments: seeds)
  func deposits(_ seed: UInt64) throws {
    let deal = try BillableDeal.generated(seed)
    var books = Books()
    _ = books.bill(deal, through: .latest)
    let account = Self.account(books, deal)
    for account in [Account.depositsHeld, .prepaidRent] {
      for day in Set(deal.flows.filter { $0.key.item.account == account }.map(\.due)) {
        let due = deal.flows.reduce(0) { sum, flow in
          flow.key.item.account == account && flow.due <= day ? sum + flow.minorUnits : sum
        }
        #expect(Self.account(books, deal).balance(of: account, on: day) == -due)
      }
    }
    #expect(account.balance(of: .depositsHeld, on: .latest) == 0)
  }
}

extension BillableDeal {
  /// The flows of this deal as those of another.
  fileprivate func with(flowsOf other: BillableDeal) -> BillableDeal { other.with(flows: flows) }
}
