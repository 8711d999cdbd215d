/// What credit notes took off invoices because a flow turned out to be less than was billed.
///
/// What is taken off a flow is taken off the invoice that billed it last, then off the one before.
/// Documents made by hand are decisions of their day, and correct nothing.
struct FlowCorrections: Sendable {
  /// What an invoice billed of a flow, and what of that still stands.
  private struct Part: Sendable {
    let invoice: VoucherNumber
    var minorUnits: Int64
  }

  private var parts: [FlowKey: [Part]] = [:]
  /// By the invoice, then by the credit note, in minor units.
  private var corrections: [VoucherNumber: [VoucherNumber: Int64]] = [:]

  /// Takes the next document in.
  mutating func add(_ voucher: Voucher) {
    guard !voucher.isByHand else { return }
    for line in voucher.lines where line.key.item.isProjected && !line.key.isAllowance {
      if line.minorUnits > 0 {
        parts[line.key, default: []].append(
          Part(invoice: voucher.number, minorUnits: line.minorUnits))
      } else {
        correct(line.key, by: -line.minorUnits, voucher.number)
      }
    }
  }

  private mutating func correct(_ key: FlowKey, by amount: Int64, _ note: VoucherNumber) {
    var rest = amount
    while rest > 0, var last = parts[key]?.popLast() {
      let part = min(rest, last.minorUnits)
      corrections[last.invoice, default: [:]][note, default: 0] += part
      rest -= part
      last.minorUnits -= part
      if last.minorUnits > 0 { parts[key]?.append(last) }
    }
  }

  /// What each credit note took off an invoice, in minor units.
  func of(_ invoice: VoucherNumber) -> [VoucherNumber: Int64] { corrections[invoice] ?? [:] }
}
