import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Leases of generated books that change their landlord and their tenant on any days, whatever was
/// paid, credited, charged, written off, paid back or undone in between.
@Suite("Assignments of generated books")
struct AssignmentLawTests {
  private static let rule = LateInterest(rate: ExactDecimal(digits: 18, fractionDigits: 2))

  private static func history(_ deal: BillableDeal, _ random: inout SplitMix64) -> PartyHistory {
    let length = deal.days.lowerBound.days(until: deal.days.upperBound) + 1
    let days = (0..<3).map { _ in deal.days.lowerBound.adding(days: random.pick(length)) }.sorted()
    return PartyHistory(
      zip(days, [("hut-8", "first"), ("hut-8", "second"), ("buyer", "second")]).map {
        ($0, Counterparties(landlord: PartyID($1.0), tenant: PartyID($1.1)))
      })
  }

  private static func books(
    _ deal: BillableDeal, _ history: PartyHistory, _ random: inout SplitMix64
  ) throws -> Books {
    var books = Books()
    books.govern(deal.id, by: history)
    let years = deal.days.lowerBound.year...deal.days.upperBound.year
    for day in years.compactMap({ CalendarDate(year: $0, month: 12, day: 31) }) {
      _ = books.bill(deal, through: day)
      do {
        try books.act(on: deal, day, &random)
      } catch BookkeepingProblem.beyondCredit {
        // What is paid back last may wait with other parties than those of the day.
      }
    }
    return books
  }

  @Test(
    "what each landlord is owed by each tenant is what is open of the invoices between them",
    arguments: 0..<120 as Range<UInt64>)
  func whole(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0xA551)
    let deal = try BillableDeal.generated(seed, lateInterest: Self.rule)
    let history = Self.history(deal, &random)
    let books = try Self.books(deal, history, &random)
    let account = books.account(of: deal.id)
    #expect(account.billedMinorUnits == deal.projectedMinorUnits)
    for (parties, part) in AccountPart(of: account).byParties {
      let sum = { (standing: Account) in
        part.vouchers.flatMap(\.postings).reduce(0) {
          $1.account == standing ? $0 + $1.minorUnits : $0
        }
      }
      let open = part.arrears(on: .latest).reduce(0) { $0 + $1.minorUnits }
      #expect(sum(.receivables) == open && open >= 0, "\(parties)")
      #expect(sum(.tenantCredits) <= 0, "\(parties)")
    }
    // What a month earns is billed by and to those of its first day.
    for voucher in account.vouchers where voucher.kind == .invoice {
      guard let line = voucher.lines.first, line.about == nil else { continue }
      #expect(account.parties(of: voucher.number) == history.parties(in: line.key.month))
    }
  }

  @Test(
    "documents read back are of the parties that they were made by",
    arguments: 0..<40 as Range<UInt64>)
  func read(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed ^ 0x4EAD)
    let deal = try BillableDeal.generated(seed, lateInterest: Self.rule)
    let history = Self.history(deal, &random)
    let account = try Self.books(deal, history, &random).account(of: deal.id)
    var copy = Books()
    copy.govern(deal.id, by: history)
    for voucher in account.vouchers { #expect(copy.add(voucher) == []) }
    // What is recorded since rewrites nothing.
    copy.govern(
      deal.id,
      by: PartyHistory([
        (.earliest, Counterparties(landlord: PartyID("late"), tenant: PartyID("late")))
      ]))
    for voucher in account.vouchers {
      #expect(
        copy.account(of: deal.id).parties(of: voucher.number)
          == account.parties(of: voucher.number))
    }
  }
}
