public import Bookkeeping
import GRDB
public import LeaseModel

extension Ledger {
  /// The documents of some deals, or of all, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func vouchers(of deals: Set<DealID>? = nil) throws -> [Voucher] {
    try connection.read { try BookReader(database: $0).vouchers(of: deals).map(\.voucher) }
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
}
