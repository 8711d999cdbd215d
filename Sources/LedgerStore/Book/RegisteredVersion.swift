public import FinanceBasics
public import LeaseModel

/// A version of a party or a site as the ledger has it.
public struct RegisteredVersion<Thing: Sendable>: Sendable {
  /// The sequence number of its entry.
  public let entry: Int
  /// Among the versions of the thing, from 1 in the order of recording.
  public let number: Int
  /// What is known of it.
  public let thing: Thing
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// Why there is the version.
  public let reason: String?
  /// Where it was read, the main source first; empty of a version without dates.
  public let sources: [Source]
  /// The instant of its recording.
  public let recordedAt: Timestamp
  /// The hash of the file that it was read from.
  public let documentHash: String?
  /// The name of that file as it was given.
  public let fileName: String?
  /// The link of the chain.
  public let hash: String
}

extension RegisteredVersion {
  /// The version with the dates by which it is chosen alone.
  public var dated: DatedVersion<Thing> {
    DatedVersion(thing, effective: effective, known: known)
  }
}
