import Bookkeeping
import FinanceBasics
import LeaseModel
import TestSupport

extension Books {
  /// A payment, at times entered long after it came in, and at random a write-off, a credit or a charge by hand, a reversal or a refund,
  /// where there is anything for it.
  mutating func act(
    on deal: BillableDeal, _ day: CalendarDate, _ random: inout SplitMix64
  ) throws {
    let account = account(of: deal.id)
    let enteredLate = random.pick(4) == 0 ? random.pick(300) : 0
    let paid = day.adding(days: random.pick(60) - 30 - enteredLate)
    let open = account.openInvoices
    let amount = max(1, account.receivableMinorUnits * Int64(random.pick(15)) / 10)
    _ = try receive(
      Payment(
        deal: deal.id, landlord: deal.landlord,
        amount: Money(minorUnits: amount, currency: deal.currency), day: paid,
        invoice: random.pick(3) == 0 ? open.last?.number.description : nil))
    if random.pick(4) == 0, let invoice = self.account(of: deal.id).openInvoices.first {
      _ = try writeOff("\(invoice.number)", on: max(day, invoice.day), reason: "insolvency")
    }
    try actByHand(on: deal, day, &random)
    try undo(on: deal, paid, &random)
    try payBack(on: deal, day, &random)
  }

  private mutating func actByHand(
    on deal: BillableDeal, _ day: CalendarDate, _ random: inout SplitMix64
  ) throws {
    let invoices = account(of: deal.id).vouchers.filter { $0.kind == .invoice }
    if random.pick(3) == 0, !invoices.isEmpty {
      let invoice = invoices[random.pick(invoices.count)]
      // Nothing is left of some, and a deposit is never credited by hand.
      _ = try? credit(
        ManualCredit(
          invoice: "\(invoice.number)",
          minorUnits: max(1, invoice.minorUnits * Int64(random.pick(8)) / 10),
          day: max(day, invoice.day), reason: "outage"))
    }
    if random.pick(4) == 0 {
      let payee = Payee(deal: deal.id, landlord: deal.landlord, currency: deal.currency)
      // The same may have been charged before.
      _ = try? charge(
        ManualCharge(
          payee: payee, item: [.otherIncome, .recovery, .baseRent][random.pick(3)],
          amount: Money(minorUnits: Int64(1 + random.pick(1_000_000)), currency: deal.currency),
          day: day, due: day.adding(days: random.pick(31)), reason: "repair"))
    }
  }

  private mutating func undo(
    on deal: BillableDeal, _ paid: CalendarDate, _ random: inout SplitMix64
  ) throws {
    let vouchers = account(of: deal.id).vouchers
    let undone = Set(vouchers.compactMap(\.reverses))
    let standing = vouchers.filter { $0.kind.isReversible && !undone.contains($0.number) }
    guard random.pick(3) == 0, !standing.isEmpty else { return }
    let chosen = standing[random.pick(standing.count)]
    // A refund that a later payment settled again is not undone before that day.
    _ = try? reverse(
      "\(chosen.number)", on: max(chosen.day, paid).adding(days: 3), reason: "bounced")
  }

  private mutating func payBack(
    on deal: BillableDeal, _ day: CalendarDate, _ random: inout SplitMix64
  ) throws {
    let account = account(of: deal.id)
    guard random.pick(4) == 0, let credit = account.openCredits.first else { return }
    _ = try refund(
      Payment(
        deal: deal.id, landlord: deal.landlord,
        amount: Money(
          minorUnits: max(1, account.rest(of: credit.number) / 2), currency: deal.currency),
        day: max(account.openSince(credit.number), day)))
  }
}
