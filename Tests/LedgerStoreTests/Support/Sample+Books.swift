import Bookkeeping
import FinanceBasics
import LeaseModel

@testable import LedgerStore

/// Small books of River Bend, of every kind of document.
extension Sample {
  /// 100.00 of each of two halls in January and February 2028, and interest of 18 % a year.
  static func billableDeal(february: Int64 = 100_00) -> BillableDeal {
    let flows = [("2028-01", Int64(100_00)), ("2028-02", february)].flatMap { month, amount in
      ["hall 1", "hall 2"].map { hall in
        let month = YearMonth(month) ?? YearMonth(year: 2028, month: 1)
        return BillableFlow(
          item: .baseRent, hall: hall, month: month, due: month.firstDay,
          minorUnits: hall == "hall 1" ? amount : 100_00, clause: "rent.contractValue")
      }
    }
    return BillableDeal(
      id: DealID("hut8-river-bend"), landlord: PartyID("hut-8"), currency: .usd, flows: flows,
      lateInterest: LateInterest(rate: ExactDecimal(digits: 18, fractionDigits: 2)))
  }

  /// Invoices, a receipt with a reference, a credit note, a write-off, a refund, a reversal, a charge
  /// by hand and a true-up.
  static func vouchers() throws -> [Voucher] {
    var books = Books()
    _ = books.bill(billableDeal(), through: .on("2028-02-29"))
    let payment = Payment(
      deal: DealID("hut8-river-bend"), landlord: PartyID("hut-8"),
      amount: Money(minorUnits: 450_00, currency: .usd), day: .on("2028-03-02"),
      reference: "W-17")
    _ = try books.receive(payment)
    _ = books.bill(billableDeal(february: 90_00), through: .on("2028-03-31"))
    let refund = Payment(
      deal: DealID("hut8-river-bend"), landlord: PartyID("hut-8"),
      amount: Money(minorUnits: 5_00, currency: .usd), day: .on("2028-04-02"))
    _ = try books.refund(refund)
    _ = try books.reverse("hut-8-2028-R0001", on: .on("2028-04-05"), reason: "bounced")
    _ = try books.writeOff("hut-8-2028-0001", on: .on("2028-04-06"), reason: "insolvency")
    let estimate = ManualCharge(
      payee: Payee(
        deal: DealID("hut8-river-bend"), landlord: PartyID("hut-8"), currency: .usd),
      item: .recovery, amount: Money(minorUnits: 30_00, currency: .usd), day: .on("2028-06-30"),
      reason: "estimate of 2028")
    _ = try books.charge(estimate)
    _ = try books.trueUp(
      billableDeal(), year: 2028, actual: Money(minorUnits: 40_00, currency: .usd),
      on: .on("2028-12-31"))
    return books.made
  }
}

extension Voucher {
  /// The same document of another deal.
  func of(_ deal: String) -> Voucher {
    Voucher(
      number: number, deal: DealID(deal), day: day, due: due, currency: currency,
      minorUnits: minorUnits, lines: lines, applications: applications, reference: reference,
      reason: reason, reverses: reverses)
  }
}
