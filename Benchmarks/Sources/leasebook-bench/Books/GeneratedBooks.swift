import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Made-up books of leases, the same in every run: each month the rents that fall due are billed and
/// the payments that come in are received, each in a recording of its own.
///
/// An invoice holds what falls due of a lease on one day, a line a hall. It is paid up to 40 days
/// later, one in 50 short of a tenth.
struct GeneratedBooks {
  /// In the order of recording; the documents of one recording are of one kind and one month.
  let recordings: [[Voucher]]
  let postingCount: Int
  /// All of them, for one recording.
  var vouchers: [Voucher] { recordings.flatMap { $0 } }
  /// The last day that is billed and received through.
  let lastDay: CalendarDate

  private static let daysToPay = 40
  /// One payment in so many is short.
  private static let shortPayments = 50
  private static let monthLimit = 600

  /// - Parameter postings: As many whole months are taken as come to so many, or more.
  init(_ leases: [GeneratedLease], postings: Int) throws {
    var invoices = try Self.invoices(of: leases)
    var payments: [YearMonth: [Payment]] = [:]
    var serials = Serials()
    var random = SplitMix64(seed: 250)
    var recordings: [[Voucher]] = []
    var count = 0
    var month = YearMonth(year: 2026, month: 1)
    for _ in 0..<Self.monthLimit where count < postings {
      let billed = (invoices.removeValue(forKey: month) ?? []).map { draft in
        draft.invoice(number: serials.next(.invoice, of: draft.landlord, on: draft.day))
      }
      for invoice in billed {
        let day = invoice.day.adding(days: random.whole(in: 0...Self.daysToPay))
        let isShort = random.whole(in: 1...Self.shortPayments) == 1
        payments[day.yearMonth, default: []].append(
          Payment(
            invoice: invoice, day: day,
            minorUnits: isShort ? invoice.minorUnits / 10 * 9 : invoice.minorUnits))
      }
      let received = (payments.removeValue(forKey: month) ?? []).map { payment in
        payment.receipt(
          number: serials.next(.receipt, of: payment.invoice.number.landlord, on: payment.day))
      }
      recordings += [billed, received].filter { !$0.isEmpty }
      count += (billed + received).reduce(0) { $0 + $1.postings.count }
      month = month.adding(months: 1)
    }
    self.recordings = recordings
    postingCount = count
    lastDay = month.firstDay.adding(days: -1)
  }

  /// What each lease has fall due, by the month of the day.
  private static func invoices(of leases: [GeneratedLease]) throws -> [YearMonth: [InvoiceDraft]] {
    var drafts: [YearMonth: [InvoiceDraft]] = [:]
    for generated in leases {
      let lease = generated.lease
      let landlord = DealWorld.landlord(of: generated)
      var lines: [CalendarDate: [VoucherLine]] = [:]
      try project(lease).forEachCell { cell in
        guard let item = LineItem(cell.charge) else { return }
        let key = FlowKey(
          item: item, hall: lease.halls[cell.hall].name, month: cell.month, isAllowance: false)
        lines[cell.due, default: []].append(
          VoucherLine(key, minorUnits: cell.minorUnits, clause: generated.rentClause))
      }
      for (day, lines) in lines.sorted(by: { $0.key < $1.key }) {
        drafts[day.yearMonth, default: []].append(
          InvoiceDraft(deal: lease.id, landlord: landlord, day: day, lines: lines))
      }
    }
    return drafts
  }
}

/// What falls due of a lease on one day.
private struct InvoiceDraft {
  let deal: DealID
  let landlord: PartyID
  let day: CalendarDate
  let lines: [VoucherLine]

  func invoice(number: VoucherNumber) -> Voucher {
    Voucher(
      number: number, deal: deal, day: day, due: day, currency: .usd,
      minorUnits: lines.reduce(0) { $0 + $1.minorUnits }, lines: lines)
  }
}

/// Money that comes in for an invoice.
private struct Payment {
  let invoice: Voucher
  let day: CalendarDate
  let minorUnits: Int64

  func receipt(number: VoucherNumber) -> Voucher {
    Voucher(
      number: number, deal: invoice.deal, day: day, currency: .usd, minorUnits: minorUnits,
      applications: [
        Application(credit: number, debit: invoice.number, day: day, minorUnits: minorUnits)
      ], reference: "wire \(number.serial)")
  }
}

/// The numbers of documents without gaps.
private struct Serials {
  private struct Series: Hashable {
    let landlord: PartyID
    let year: Int
    let kind: VoucherKind
  }

  private var last: [Series: Int] = [:]

  mutating func next(
    _ kind: VoucherKind, of landlord: PartyID, on day: CalendarDate
  ) -> VoucherNumber {
    let series = Series(landlord: landlord, year: day.year, kind: kind)
    last[series, default: 0] += 1
    return VoucherNumber(
      landlord: landlord, year: day.year, kind: kind, serial: last[series] ?? 1)
  }
}

extension GeneratedLease {
  /// The field of the deal file that rent rests on.
  fileprivate var rentClause: String {
    switch rent {
    case .contractValue: "rent.contractValue"
    case .rate: "rent.rate"
    }
  }
}
