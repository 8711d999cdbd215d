/// What credit notes took off invoices because a flow turned out to be less than was billed.
///
/// What is taken off a flow is taken off the invoice that billed it last, then off the one before. An
/// allowance that turned out to be more is taken off the invoice that it was in.
/// Documents made by hand are decisions of their day, and correct nothing.
public struct FlowCorrections: Sendable {
  /// What an invoice billed of a flow, and what of that still stands.
  private struct Part: Sendable {
    let invoice: VoucherNumber
    var minorUnits: Int64
  }

  /// What a credit note took off an invoice, and what of that it did not settle of it yet.
  private struct Correction: Sendable {
    var minorUnits: Int64
    var unsettled: Int64
  }

  private var parts: [FlowKey: [Part]] = [:]
  /// The invoices that allowances were in first.
  private var homes: [FlowKey: VoucherNumber] = [:]
  /// By the invoice, then by the credit note.
  private var corrections: [VoucherNumber: [VoucherNumber: Correction]] = [:]
  private var settled: [VoucherNumber: [Settlement]] = [:]

  /// - Parameter vouchers: Of one account, in the order of recording.
  init(_ vouchers: [Voucher]) {
    for voucher in vouchers {
      if !voucher.isByHand {
        for line in voucher.lines where line.key.item.isProjected && !line.key.givesDepositBack {
          take(line, of: voucher.number)
        }
      }
      for application in voucher.applications { take(application) }
    }
    parts = [:]
    homes = [:]
  }

  private mutating func take(_ line: VoucherLine, of number: VoucherNumber) {
    guard line.minorUnits < 0 else {
      parts[line.key, default: []].append(Part(invoice: number, minorUnits: line.minorUnits))
      return
    }
    if line.key.isAllowance, number.kind == .invoice {
      homes[line.key] = homes[line.key] ?? number
      return
    }
    var rest = -line.minorUnits
    while rest > 0, var last = parts[line.key]?.popLast() {
      let part = min(rest, last.minorUnits)
      take(part, off: last.invoice, by: number)
      rest -= part
      last.minorUnits -= part
      if last.minorUnits > 0 { parts[line.key]?.append(last) }
    }
    if rest > 0, let home = homes[line.key] { take(rest, off: home, by: number) }
  }

  private mutating func take(
    _ minorUnits: Int64, off invoice: VoucherNumber, by note: VoucherNumber
  ) {
    let none = Correction(minorUnits: 0, unsettled: 0)
    corrections[invoice, default: [:]][note, default: none].minorUnits += minorUnits
    corrections[invoice]?[note]?.unsettled += minorUnits
  }

  private mutating func take(_ application: Application) {
    let correction = corrections[application.debit]?[application.credit]
    guard let correction, correction.unsettled > 0 else { return }
    let part = min(correction.unsettled, application.minorUnits)
    corrections[application.debit]?[application.credit]?.unsettled -= part
    settled[application.debit, default: []].append(
      Settlement(day: application.day, minorUnits: part))
  }

  /// What was taken off an invoice, in minor units.
  public func minorUnits(of invoice: VoucherNumber) -> Int64 {
    (corrections[invoice] ?? [:]).values.reduce(0) { $0 + $1.minorUnits }
  }

  /// What the credit notes that corrected an invoice settled of it, as far as they corrected it.
  public func settlements(of invoice: VoucherNumber) -> [Settlement] { settled[invoice] ?? [] }
}
