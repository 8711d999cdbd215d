public import Bookkeeping
public import FinanceBasics
import GRDB
public import LeaseModel

extension Ledger {
  /// The documents of some deals, or of all, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func vouchers(of deals: Set<DealID>? = nil) throws -> [Voucher] {
    try connection.read { try BookReader(database: $0).vouchers(of: deals).map(\.voucher) }
  }

  /// Every document with the number of its entry, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func recordedVouchers() throws -> [(entry: Int, voucher: Voucher)] {
    try connection.read { try BookReader(database: $0).vouchers() }
  }

  /// The accounts of some deals, or of all, and the numbers given so far in the whole ledger.
  ///
  /// - Throws: `LedgerProblem`.
  public func books(of deals: Set<DealID>? = nil) throws -> Books {
    try connection.read { database in
      let reader = BookReader(database: database)
      return Books(
        try reader.vouchers(of: deals).map(\.voucher), lastNumbers: try reader.lastVoucherNumbers()
      )
    }
  }

  /// What stands in every account at the end of a day: by landlord, deal and account.
  ///
  /// - Parameter day: Included; `nil` for all that is posted.
  /// - Throws: `LedgerProblem`.
  /// - Complexity: Linear in the postings.
  public func accountBalances(on day: CalendarDate? = nil) throws -> [AccountBalance] {
    try connection.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT voucher.landlord, voucher.deal, posting.account, voucher.currency,
            sum(max(posting.amount, 0)), sum(max(-posting.amount, 0))
          FROM posting JOIN voucher ON voucher.entry = posting.entry
          WHERE posting.day <= ?
          GROUP BY voucher.landlord, voucher.deal, posting.account, voucher.currency
          ORDER BY voucher.landlord, voucher.deal, posting.account, voucher.currency
          """, arguments: [(day ?? .latest).description])
      var balances: [AccountBalance] = []
      while let row = try rows.next() { balances.append(try Self.balance(row)) }
      return balances
    }
  }

  private static func balance(_ row: Row) throws -> AccountBalance {
    let (account, code) = (try row.text(2), try row.text(3))
    guard let known = Account(rawValue: account) else {
      throw UnreadableValue(entry: nil, column: "account", text: account)
    }
    guard let currency = Currency(code: code) else {
      throw UnreadableValue(entry: nil, column: "currency", text: code)
    }
    return AccountBalance(
      landlord: PartyID(try row.text(0)), deal: DealID(try row.text(1)), account: known,
      currency: currency, debits: Int64(try row.integer(4)), credits: Int64(try row.integer(5)))
  }
}
