public import FinanceBasics
public import LeaseModel

/// A version of a series as the ledger has it.
public struct SeriesVersion: Sendable {
  /// The sequence number of its entry.
  public let entry: Int
  /// Among the series' versions, from 1 in the order of recording.
  public let number: Int
  /// How many versions were known and recorded by the dates asked for.
  public let versionCount: Int
  /// What the version says.
  public let series: DataSeries
  /// From when the version holds; the earliest day where it has no beginning.
  public let effective: CalendarDate
  /// When the public knew it.
  public let known: CalendarDate
  /// The instant of its recording.
  public let recordedAt: Timestamp
  /// The hash of the file that says what the values are.
  public let documentHash: String?
  /// The name of that file as it was given.
  public let fileName: String?
  /// The hash of the file with the values.
  public let tableHash: String
  /// The name of that file as it was given.
  public let tableName: String
  /// The link of the chain.
  public let hash: String

  /// The name that leases use.
  public var id: SeriesID { series.id }
}
