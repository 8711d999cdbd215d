public import Bookkeeping
import GRDB
public import LeaseModel

extension Ledger {
  /// The documents of some deals, or of all, in the order of recording; of one recording in that of
  /// making.
  ///
  /// - Throws: `LedgerProblem`.
  public func vouchers(of deals: Set<DealID>? = nil) throws -> [Voucher] {
    try connection.read { try BookReader(database: $0).vouchers(of: deals).map(\.voucher) }
  }

  /// The documents of a deal, each with the number of its entry, in the order of making.
  ///
  /// - Throws: `LedgerProblem`.
  public func recordedVouchers(of deal: DealID) throws -> [(entry: Int, voucher: Voucher)] {
    try connection.read { database in
      try BookReader(database: database).vouchers(of: [deal]).map { ($0.entry, $0.voucher) }
    }
  }

  /// The programs that recorded entries, each with its version, by the entries.
  ///
  /// - Throws: `LedgerProblem`.
  public func programs(ofEntries entries: Set<Int>) throws -> [Int: String] {
    try connection.read { database in
      var programs: [Int: String] = [:]
      for entry in entries {
        programs[entry] = try String.fetchOne(
          database,
          sql: """
            SELECT program FROM entry JOIN recording USING (recording) WHERE sequence = ?
            """, arguments: [entry])
      }
      return programs
    }
  }

  /// The deals with documents, by id.
  ///
  /// - Throws: `LedgerProblem`.
  public func dealsWithVouchers() throws -> [DealID] {
    try connection.read { try BookReader(database: $0).dealsWithVouchers() }
  }

  /// The accounts of some deals, or of all, and the numbers given so far in the whole ledger.
  ///
  /// - Throws: `LedgerProblem`.
  public func books(of deals: Set<DealID>? = nil) throws -> Books {
    try connection.read { database in
      let reader = BookReader(database: database)
      return try reader.books(
        try reader.vouchers(of: deals), of: deals, lastNumbers: try reader.lastVoucherNumbers())
    }
  }

  /// The deal in whose account a document is; `nil` where there is no such document.
  ///
  /// - Parameter number: As written.
  /// - Throws: `LedgerProblem`.
  public func deal(ofDocument number: String) throws -> DealID? {
    try connection.read { database in
      try String.fetchOne(
        database, sql: "SELECT deal FROM voucher WHERE voucher = ?", arguments: [number]
      ).map { DealID($0) }
    }
  }

  /// The deals of which any version names one of some parties as landlord or tenant.
  ///
  /// - Throws: `LedgerProblem`.
  public func deals(of parties: Set<PartyID>) throws -> Set<DealID> {
    try connection.read { database in
      let deals = try parties.map { party in
        try String.fetchAll(
          database,
          sql: """
            SELECT DISTINCT version.deal FROM dealTerms AS terms
            JOIN dealVersion AS version ON version.entry = terms.entry
            WHERE terms.landlord = ? OR terms.tenant = ?
            """, arguments: [party.text, party.text])
      }
      return Set(deals.joined().map { DealID($0) })
    }
  }

  /// Whether any version of a deal was recorded.
  ///
  /// - Throws: `LedgerProblem`.
  public func hasDeal(_ deal: DealID) throws -> Bool {
    try connection.read { database in
      try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM deal WHERE deal = ?)",
        arguments: [deal.text]) ?? false
    }
  }
}
