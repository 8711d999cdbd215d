import FinanceBasics

/// Applies one credit to what is open in an account.
struct Settling {
  private let credit: VoucherNumber
  private let day: CalendarDate
  private let account: DealAccount
  private var settled: [VoucherNumber: Int64] = [:]
  /// What is not applied yet, in minor units.
  private(set) var rest: Int64

  init(credit: VoucherNumber, day: CalendarDate, minorUnits: Int64, in account: DealAccount) {
    self.credit = credit
    self.day = day
    self.account = account
    rest = minorUnits
  }

  /// Applies to one invoice what is open of it, but no more than a limit.
  mutating func settle(_ invoice: VoucherNumber, upTo limit: Int64 = .max) {
    guard invoice.kind.isDebit else { return }
    let open = account.rest(of: invoice) - (settled[invoice] ?? 0)
    let part = min(open, rest, limit)
    guard part > 0 else { return }
    settled[invoice, default: 0] += part
    rest -= part
  }

  /// Applies what is left to all open invoices, the oldest first.
  mutating func settleOldest() {
    for invoice in account.openInvoices { settle(invoice.number) }
  }

  /// One an invoice, in the order of the account.
  var applications: [Application] {
    settled.sorted { account.place(of: $0.key) ?? .max < account.place(of: $1.key) ?? .max }
      .map { debit, part in
        Application(
          credit: credit, debit: debit, day: max(day, account.openSince(debit)), minorUnits: part)
      }
  }
}
