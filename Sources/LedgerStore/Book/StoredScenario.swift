public import FinanceBasics
public import LeaseModel

/// A version of a scenario as the ledger has it: its file, to be read again.
public struct StoredScenario: Sendable {
  /// The sequence number of its entry.
  public let entry: Int
  /// Among the scenario's versions, from 1 in the order of recording.
  public let number: Int
  /// The id by which it is asked for.
  public let id: ScenarioID
  /// What it is called.
  public let name: String?
  /// The file byte for byte, by its name as it was given; its hash is printed with results.
  public let document: Document
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it; the earliest day where that is not dated.
  public let known: CalendarDate
  /// Why there is the version.
  public let reason: String?
  /// The instant of its recording.
  public let recordedAt: Timestamp
  /// The link of the chain.
  public let hash: String
}
