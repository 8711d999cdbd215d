public import Bookkeeping
public import FinanceBasics

extension Ledger {
  /// The accounts as a past state of the ledger had them.
  ///
  /// - Parameters:
  ///   - entry: The last entry that counts.
  ///   - day: The last day of the documents that count.
  /// - Throws: `LedgerProblem`.
  public func books(recordedBy entry: Int, knownOn day: CalendarDate) throws -> Books {
    try connection.read { database in
      Books(
        try BookReader(database: database).vouchers()
          .filter { $0.entry <= entry && $0.voucher.day <= day }.map(\.voucher))
    }
  }
}
