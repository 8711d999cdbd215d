import FinanceBasics

/// Applies one credit to what is open in an account between the same landlord and tenant.
struct Settling {
  private let credit: VoucherNumber
  private let day: CalendarDate
  private let account: DealAccount
  private let parties: Counterparties?
  private var settled: [VoucherNumber: Int64] = [:]
  /// What is not applied yet, in minor units.
  private(set) var rest: Int64

  /// - Parameter parties: Of the credit; those of any document where it is `nil`.
  init(
    credit: VoucherNumber, day: CalendarDate, minorUnits: Int64, in account: DealAccount,
    of parties: Counterparties?
  ) {
    self.parties = parties
    self.credit = credit
    self.day = day
    self.account = account
    rest = minorUnits
  }

  /// Applies to one invoice what is open of it, but no more than a limit.
  mutating func settle(_ invoice: VoucherNumber, upTo limit: Int64 = .max) {
    guard invoice.kind.isDebit,
      parties == nil || account.parties(of: invoice) == parties
    else { return }
    let open = account.rest(of: invoice) - (settled[invoice] ?? 0)
    let part = min(open, rest, limit)
    guard part > 0 else { return }
    settled[invoice, default: 0] += part
    rest -= part
  }

  /// Applies what gives a deposit, or rent paid ahead, back to what of it is not paid: it is no
  /// longer owed.
  mutating func settle(_ item: LineItem, givenBackBy lines: [VoucherLine]) {
    var given = lines.reduce(0) { $1.key.givenBack == item ? $0 - $1.minorUnits : $0 }
    for invoice in account.openInvoices where given > 0 {
      let before = rest
      settle(invoice.number, upTo: min(given, account.left(of: item, askedForBy: invoice)))
      given -= before - rest
    }
  }

  /// Applies what is left to all open invoices, the oldest first.
  mutating func settleOldest() {
    for invoice in account.openInvoices where rest > 0 { settle(invoice.number) }
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
