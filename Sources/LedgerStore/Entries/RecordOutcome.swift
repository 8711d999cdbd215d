/// What a recording did: one item for each entry given, in the order given.
public struct RecordOutcome: Hashable, Sendable {
  /// One for each entry given, in the order given.
  public let items: [RecordedItem]
  /// The chain after the recording.
  public let head: ChainHead

  /// Whether nothing was added.
  public var changedNothing: Bool { items.allSatisfy { !$0.isNew } }
}

/// What became of one entry given.
public struct RecordedItem: Hashable, Sendable {
  /// Whether an entry was added, and why not.
  public enum Status: String, Hashable, Sendable {
    case recorded
    /// The same file was recorded before.
    case alreadyRecorded = "already recorded"
    /// Another file, or none, that says what the ledger says already.
    case unchanged
  }

  /// What the entry is about.
  public let kind: EntryKind
  /// The id of the party, site, series, deal or scenario.
  public let subject: String
  /// Whether it was added.
  public let status: Status
  /// The entry that was added, or the one that says the same.
  public let entry: Int
  /// The version of the subject, from 1.
  public let number: Int

  /// Whether an entry was added.
  public var isNew: Bool { status == .recorded }
}
