public import FinanceBasics
import GRDB
public import LeaseModel

extension Ledger {
  /// What stands in the accounts of some deals, or of each: by landlord, deal and account.
  ///
  /// - Parameters:
  ///   - day: The last day, included; `nil` for all that is posted.
  ///   - last: The last entry that counts; `nil` for all.
  ///   - deals: `nil` for all.
  /// - Throws: `LedgerProblem`.
  /// - Complexity: Linear in the postings of the deals.
  public func dealBalances(
    on day: CalendarDate? = nil, recordedBy last: Int? = nil, of deals: Set<DealID>? = nil
  ) throws -> [AccountBalance] {
    try connection.read {
      try BalanceReader(database: $0, day: day, last: last).dealBalances(of: deals)
    }
  }

  /// What stands in the accounts of each landlord: by landlord, currency and account.
  ///
  /// - Parameters:
  ///   - day: The last day, included; `nil` for all that is posted.
  ///   - last: The last entry that counts; `nil` for all.
  /// - Throws: `LedgerProblem`.
  /// - Complexity: Linear in the totals carried forward, of which there is at most one a landlord,
  ///   account and month in each `BalanceReader.blockLength` entries, and in the postings after.
  public func landlordBalances(
    on day: CalendarDate? = nil, recordedBy last: Int? = nil
  ) throws -> [AccountBalance] {
    try connection.read {
      try BalanceReader(database: $0, day: day, last: last).landlordBalances()
    }
  }
}
