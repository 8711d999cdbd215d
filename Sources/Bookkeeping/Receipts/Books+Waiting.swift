import FinanceBasics
import LeaseModel

extension Books {
  /// Applies what waits among a deal's credits to what is open of it, both the oldest first, by a
  /// receipt of nothing: money moves between no hands.
  ///
  /// Each part counts from the day since which both its documents are open, as any application. The
  /// document is dated on the last of these days. Makes none where nothing waits, or nothing is open.
  ///
  /// - Parameter kept: What of an invoice is left open for a payment that names it, in minor units.
  mutating func settleWaiting(of deal: DealID, keeping kept: [VoucherNumber: Int64] = [:]) {
    let account = account(of: deal)
    var credits = account.openCredits.map { ($0.number, account.rest(of: $0.number)) }[...]
    guard !credits.isEmpty else { return }
    var applications: [Application] = []
    for debit in account.openInvoices.map(\.number) {
      var open = account.rest(of: debit) - (kept[debit] ?? 0)
      while open > 0, let (credit, rest) = credits.first {
        let part = min(open, rest)
        let day = max(account.openSince(credit), account.openSince(debit))
        applications.append(
          Application(credit: credit, debit: debit, day: day, minorUnits: part))
        open -= part
        credits[credits.startIndex].1 -= part
        if part == rest { credits.removeFirst() }
      }
    }
    guard let day = applications.map(\.day).max(), let first = account.vouchers.first,
      let landlord = applications.first?.debit.landlord
    else { return }
    make(
      Voucher(
        number: nextNumber(.receipt, of: landlord, on: day), deal: deal, day: day,
        currency: first.currency, minorUnits: 0, applications: applications))
  }
}
