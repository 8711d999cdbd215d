import FinanceBasics
import LeaseModel

extension Books {
  /// Applies what waits among a deal's credits to what is open of it between the same landlord and
  /// tenant, both the oldest first, by a receipt of nothing: money moves between no hands.
  ///
  /// Each part counts from the day since which both its documents are open, as any application. A
  /// document is dated on the last of these days. Makes none where nothing waits, or nothing is open.
  ///
  /// - Parameter kept: What of an invoice is left open for a payment that names it, in minor units.
  mutating func settleWaiting(of deal: DealID, keeping kept: [VoucherNumber: Int64] = [:]) {
    let account = account(of: deal)
    for parties in account.partiesWaiting {
      let applications = account.waitingApplications(of: parties, keeping: kept)
      guard let day = applications.map(\.day).max(), let first = account.vouchers.first else {
        continue
      }
      make(
        Voucher(
          number: nextNumber(.receipt, of: parties.landlord, on: day), deal: deal, day: day,
          currency: first.currency, minorUnits: 0, applications: applications))
    }
  }
}
