public import Bookkeeping
public import FinanceBasics
public import LeaseModel

extension Ledger {
  /// The parties of a deal over time as each of its versions left them, by the entries of these.
  ///
  /// - Throws: `LedgerProblem`.
  public func partyHistories(of deal: DealID) throws -> [(entry: Int, history: PartyHistory)] {
    try connection.read { database in
      try BookReader(database: database).partyHistories(of: [deal])[deal] ?? []
    }
  }

  /// The accounts as a past state of the ledger had them.
  ///
  /// - Parameters:
  ///   - entry: The last entry that counts.
  ///   - day: The last day of the documents that count.
  /// - Throws: `LedgerProblem`.
  public func books(recordedBy entry: Int, knownOn day: CalendarDate) throws -> Books {
    try connection.read { database in
      let reader = BookReader(database: database)
      return try reader.books(
        try reader.vouchers().filter { $0.entry <= entry && $0.voucher.day <= day }, of: nil)
    }
  }
}
