public import FinanceBasics

/// How long an invoice has been due.
public enum ArrearsAge: String, CaseIterable, Hashable, Sendable {
  case notDue = "not due"
  case upTo30 = "1-30"
  case upTo60 = "31-60"
  case upTo90 = "61-90"
  case over90 = "over 90"

  /// The age of an invoice that is so many days late; on its due day it is not late.
  public init(daysLate: Int) {
    self =
      switch daysLate {
      case ...0: .notDue
      case ...30: .upTo30
      case ...60: .upTo60
      case ...90: .upTo90
      default: .over90
      }
  }
}

/// An invoice with what is open of it on a day.
public struct OpenInvoice: Hashable, Sendable {
  /// The invoice.
  public let invoice: Voucher
  /// In minor units; above zero.
  public let minorUnits: Int64
  /// Days from the due day to the day asked for; zero where it is not yet due.
  public let daysLate: Int

  /// How long it has been due.
  public var age: ArrearsAge { ArrearsAge(daysLate: daysLate) }
}

/// A credit of which something waits on a day, applied to nothing.
public struct WaitingCredit: Hashable, Sendable {
  /// The receipt or the credit note.
  public let credit: Voucher
  /// In minor units; above zero.
  public let minorUnits: Int64
}

extension DealAccount {
  /// The credits of which something is applied to nothing on a day: by their days, then as recorded.
  public func waiting(on day: CalendarDate) -> [WaitingCredit] {
    var rests: [VoucherNumber: Int64] = [:]
    for voucher in vouchers {
      if voucher.day <= day, !voucher.kind.isDebit, voucher.kind != .reversal {
        rests[voucher.number, default: 0] += voucher.minorUnits
      }
      if voucher.day <= day, let undone = voucher.reverses, !undone.kind.isDebit {
        rests[undone, default: 0] -= voucher.minorUnits
      }
      for part in voucher.applications where part.day <= day {
        rests[part.credit, default: 0] -= part.minorUnits
      }
    }
    return vouchers.compactMap { credit in
      guard let rest = rests[credit.number], rest > 0 else { return nil }
      return WaitingCredit(credit: credit, minorUnits: rest)
    }.enumerated().sorted { left, right in
      (left.element.credit.day, left.offset) < (right.element.credit.day, right.offset)
    }.map(\.element)
  }

  /// The invoices of which something is open on a day, by due day and then as recorded.
  public func arrears(on day: CalendarDate) -> [OpenInvoice] {
    vouchers.enumerated().compactMap { place, voucher -> (Int, OpenInvoice)? in
      guard voucher.kind.isDebit else { return nil }
      let open = balance(of: voucher, on: day)
      guard open != 0 else { return nil }
      let late = max(0, voucher.payableOn.days(until: day))
      return (place, OpenInvoice(invoice: voucher, minorUnits: open, daysLate: late))
    }.sorted { left, right in
      (left.1.invoice.payableOn, left.0) < (right.1.invoice.payableOn, right.0)
    }.map(\.1)
  }

  /// What stands in an account of the chart at the end of a day, in minor units; debit is positive.
  public func balance(of account: Account, on day: CalendarDate) -> Int64 {
    vouchers.flatMap(\.postings).reduce(0) { sum, posting in
      posting.account == account && posting.day <= day ? sum + posting.minorUnits : sum
    }
  }
}
