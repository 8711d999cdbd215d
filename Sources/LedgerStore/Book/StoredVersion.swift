public import FinanceBasics
public import LeaseModel

/// A version of a deal as the ledger has it.
public struct StoredVersion: Sendable {
  /// The sequence number of its entry.
  public let entry: Int
  /// Among the deal's versions, from 1 in the order of recording.
  public let number: Int
  /// The deal that it is a version of.
  public let deal: DealID
  /// What it does to the deal.
  public let change: VersionChange
  /// From when the clauses bite.
  public let effective: CalendarDate
  /// When the public knew it.
  public let known: CalendarDate
  /// The instant of its recording.
  public let recordedAt: Timestamp
  /// The program that recorded it.
  public let program: String
  /// A title for people, where the file has one.
  public let name: String?
  /// Why there is a new version.
  public let reason: String?
  /// The source that stands behind every term that names no other.
  public let source: SourceID?
  /// The hash of the file that it was read from.
  public let documentHash: String?
  /// The name of that file as it was given.
  public let fileName: String?
  /// The link of the chain.
  public let hash: String
  /// Every leaf of every block, in the order of the file; none of a withdrawal.
  public let fields: [DealField]
  /// Every source that a field names, in the order of the file.
  public let sources: [Source]
  /// What was derived when the version was recorded.
  public let derived: DerivedFigures?
}

extension StoredVersion {
  /// The deal as this version has it, read again from its fields.
  ///
  /// - Throws: The faults of the fields; none where the program knows every path that was recorded.
  /// - Precondition: The version is not a withdrawal, which states nothing.
  public func restored() throws(Diagnostics) -> Deal {
    precondition(change != .withdrawal, "a withdrawal states no terms")
    return try Deal(fields: fields, sources: sources)
  }
}
