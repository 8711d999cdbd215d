public import FinanceBasics
public import LeaseModel

/// The documents of an account that are of some parties: of an account whose lease was assigned
/// there are several such parts.
public struct AccountPart: Sendable {
  /// All of the account.
  public let account: DealAccount
  /// Those of the parties, in the order of recording.
  public let vouchers: [Voucher]
  private let numbers: Set<VoucherNumber>

  /// - Parameter isMeant: Which parties are.
  public init(
    of account: DealAccount, where isMeant: (Counterparties) -> Bool = { _ in true }
  ) {
    self.account = account
    vouchers = account.vouchers.filter { isMeant(account.parties(of: $0.number)) }
    numbers = Set(vouchers.map(\.number))
  }

  /// The deal.
  public var deal: DealID { account.deal }

  /// The invoices of the parties of which something is open on a day, by due day and then as
  /// recorded.
  public func arrears(on day: CalendarDate) -> [OpenInvoice] {
    account.arrears(on: day).filter { numbers.contains($0.invoice.number) }
  }

  /// The credits of the parties of which something is applied to nothing on a day: by their days, then
  /// as recorded.
  public func waiting(on day: CalendarDate) -> [WaitingCredit] {
    account.waiting(on: day).filter { numbers.contains($0.credit.number) }
  }

  /// The same, by the parties of the documents: in the order of their first ones.
  public var byParties: [(parties: Counterparties, part: AccountPart)] {
    var all: [Counterparties] = []
    for voucher in vouchers {
      let parties = account.parties(of: voucher.number)
      if !all.contains(parties) { all.append(parties) }
    }
    return all.map { parties in (parties, AccountPart(of: account) { $0 == parties }) }
  }
}
