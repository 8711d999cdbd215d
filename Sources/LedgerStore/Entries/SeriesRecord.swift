public import FinanceBasics
public import LeaseModel

/// A version of a series to record: its whole table from the known date on.
public struct SeriesRecord: Sendable {
  /// The version.
  public let series: DataSeries
  /// The file that says what the values are.
  public let heading: Document?
  /// The file with the values.
  public let table: Document

  /// Takes the parts as they are.
  public init(_ series: DataSeries, heading: Document?, table: Document) {
    self.series = series
    self.heading = heading
    self.table = table
  }

  /// From when the version holds; the earliest day where it has no beginning.
  public var effective: CalendarDate { series.heading.effective ?? .earliest }

  /// When the public knew it: the last day of its announcement.
  public var known: CalendarDate { series.heading.announced.last }
}
