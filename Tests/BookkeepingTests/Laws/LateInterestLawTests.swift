import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Interest on generated books, whose rates are amended, whose payments name invoices, come too much
/// and are entered late, and whose rents turn out lower than billed, against a count of single days.
@Suite("Interest on generated books")
struct LateInterestLawTests {
  private static let first = CalendarDate.on("2028-01-01")
  private static let end = CalendarDate.on("2029-06-30")

  /// A rule as the simulator reads it; one of no basis points is none.
  private struct Rule {
    let from: CalendarDate
    let basisPoints: Int
    let graceDays: Int
  }

  private static func rules(_ random: inout SplitMix64) -> [Rule] {
    let days = (0..<3).map { _ in first.adding(days: random.pick(400)) }
    return ([.earliest] + Set(days).sorted()).map { day in
      Rule(
        from: day, basisPoints: [0, 500, 1200, 1825, 2400][random.pick(5)],
        graceDays: [0, 5, 31][random.pick(3)])
    }
  }

  private static func history(_ rules: [Rule]) -> LateInterestHistory {
    LateInterestHistory(
      rules.map { rule in
        let rate = ExactDecimal(digits: Int128(rule.basisPoints), fractionDigits: 4)
        return (
          rule.from,
          rule.basisPoints == 0 ? nil : LateInterest(rate: rate, graceDays: rule.graceDays)
        )
      })
  }

  private static func deal(_ rents: [Int64], by rules: [Rule]) -> BillableDeal {
    let flows = rents.enumerated().map { place, rent in
      let month = YearMonth(year: 2028, month: 1).adding(months: place)
      return BillableFlow(
        item: .baseRent, hall: "hall 1", month: month, due: month.firstDay, minorUnits: rent)
    }
    return BillableDeal(
      id: DealID("hut8-river-bend"), landlord: PartyID("hut-8"), currency: .usd, flows: flows,
      lateInterest: history(rules))
  }

  @Test(
    "charged less taken back is what single days come to, and nothing waits beside what is open",
    arguments: 0..<200 as Range<UInt64>)
  func days(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x1D7)
    let rules = Self.rules(&random)
    var known = 1
    var rents = (0..<10).map { _ in Int64(1 + random.pick(900_000_00)) }
    let billed = rents
    var books = Books()
    var day = Self.first
    while day < Self.end.adding(days: -40) {
      day = day.adding(days: 3 + random.pick(38))
      let through = random.pick(6) == 0 ? day.adding(days: -30) : day
      _ = books.bill(Self.deal(rents, by: Array(rules.prefix(known))), through: through)
      try Self.act(on: day, &books, &random)
      let account = books.account(of: DealID("hut8-river-bend"))
      #expect(account.unappliedMinorUnits == 0 || account.receivableMinorUnits == 0)
      if random.pick(3) == 0 { known = min(known + 1, rules.count) }
      // Each rent is lowered once at most.
      let place = random.pick(rents.count)
      if random.pick(4) == 0, rents[place] == billed[place] { rents[place] /= 3 }
    }
    let last = Self.deal(rents, by: rules)
    _ = books.bill(last, through: Self.end)
    #expect(books.bill(last, through: Self.end).isEmpty)
    try Self.expectInterest(books.account(of: last.id), rules)
  }

  /// Payments that name the newest invoice, the oldest or none, some too much and some entered late,
  /// some of which bounce.
  private static func act(
    on day: CalendarDate, _ books: inout Books, _ random: inout SplitMix64
  ) throws {
    let account = books.account(of: DealID("hut8-river-bend"))
    if random.pick(2) == 0 {
      let open = account.openInvoices
      let paid = day.adding(days: -random.pick(random.pick(2) == 0 ? 6 : 90))
      let amount = max(1, account.receivableMinorUnits * Int64(random.pick(14)) / 10)
      let named = [nil, open.first, open.last][random.pick(3)]
      _ = try books.receive(
        RiverBendBooksTests.payment(
          amount, "\(paid)", invoice: named.map { "\($0.number)" }))
    }
    let receipts = account.vouchers.filter { $0.kind == .receipt && !$0.isApplication }
    if random.pick(5) == 0, let receipt = receipts.last {
      // It may have bounced before.
      _ = try? books.reverse("\(receipt.number)", on: max(day, receipt.day), reason: "bounced")
    }
    if random.pick(12) == 0, let invoice = account.openInvoices.last {
      _ = try? books.writeOff("\(invoice.number)", on: max(day, invoice.day), reason: "small")
    }
  }

  private static func expectInterest(_ account: DealAccount, _ rules: [Rule]) throws {
    var copy = Books()
    for voucher in account.vouchers { #expect(copy.add(voucher) == [], "\(voucher.number)") }
    var standing: Int64 = 0
    for invoice in account.vouchers where invoice.kind == .invoice && !invoice.isInterest {
      let charged = account.vouchers.flatMap(\.lines).reduce(0) { sum, line in
        line.key.item == .lateInterest && line.about == invoice.number ? sum + line.minorUnits : sum
      }
      #expect(charged == interest(on: invoice, in: account, rules), "\(invoice.number)")
      #expect(charged == account.chargedInterest(on: invoice.number))
      standing += charged
    }
    let left = account.vouchers.filter(\.isInterest).reduce(0) { sum, invoice in
      account.left(of: invoice).reduce(sum, +)
    }
    #expect(left == standing)
  }

  /// Day by day, in whole numbers: basis points of cents, and a year of 365 days.
  private static func interest(
    on invoice: Voucher, in account: DealAccount, _ rules: [Rule]
  ) -> Int64 {
    let due = invoice.payableOn
    let governing = rules.last { $0.from <= due && $0.basisPoints > 0 }
    let isGoverned = rules.last { $0.from <= due }.map { $0.basisPoints > 0 } == true
    let next = rules.first { due < $0.from && $0.basisPoints > 0 }
    let graceEnd = due.adding(days: (isGoverned ? governing : next)?.graceDays ?? 0)
    guard graceEnd < end else { return 0 }
    // Each rent is one line, and credit notes take it down alone.
    var corrected: [VoucherNumber: Int64] = [:]
    for note in account.vouchers where note.kind == .creditNote {
      for line in note.lines where line.about == invoice.number && line.key.item == .baseRent {
        corrected[note.number, default: 0] -= line.minorUnits
      }
    }
    let owed = invoice.minorUnits - corrected.values.reduce(0, +)
    let paid = account.vouchers.flatMap(\.applications).filter { $0.debit == invoice.number }
      .map { part in
        (
          part.day <= graceEnd ? due : part.day,
          part.minorUnits - min(max(0, part.minorUnits), corrected[part.credit] ?? 0)
        )
      }
    var sum: Int128 = 0
    var day = due
    while day <= end {
      let open = paid.reduce(owed) { $1.0 <= day ? $0 - $1.1 : $0 }
      let basisPoints = rules.last { $0.from <= day }?.basisPoints ?? 0
      sum += Int128(max(0, open)) * Int128(basisPoints)
      day = day.adding(days: 1)
    }
    let year: Int128 = 365 * 10_000
    let (whole, rest) = sum.quotientAndRemainder(dividingBy: year)
    let isUp = 2 * rest > year || (2 * rest == year && whole % 2 == 1)
    return Int64(whole) + (isUp ? 1 : 0)
  }
}
