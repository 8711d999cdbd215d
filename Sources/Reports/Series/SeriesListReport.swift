public import FinanceBasics
public import LeaseModel

/// A version of a series with what a ledger knows of it.
public struct ReportedSeries: Sendable {
  let series: DataSeries
  let known: CalendarDate
  let number: Int
  let versionCount: Int

  /// Takes the parts as given.
  ///
  /// - Parameters:
  ///   - known: The day from which the public knew the version.
  ///   - number: Of the version, from 1 in the order of recording.
  ///   - versionCount: How many versions were known and recorded by then.
  public init(_ series: DataSeries, known: CalendarDate, number: Int, versionCount: Int) {
    self.series = series
    self.known = known
    self.number = number
    self.versionCount = versionCount
  }

  /// What was never published, in a sentence; none where nothing was skipped.
  var skippedSentence: String? {
    series.skippedInWords.map { "\(series.id): \($0)" }
  }
}

/// The series of a ledger, a line each.
public struct SeriesListReport: TabularReport {
  let items: [ReportedSeries]
  /// What the listing is as of, in a sentence.
  let asOf: String

  /// - Parameter items: In the order of their ids.
  public init(_ items: [ReportedSeries], asOf: String) {
    self.items = items
    self.asOf = asOf
  }

  /// A row a series.
  public var parts: [ReportPart] { [ReportPart("Series", table(width: .max))] }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table(width: style.tableWidth), as: format, style: style)
  }

  /// The narrowest text that shows more than what a series is and reaches over.
  private static let wideColumns = 100

  private func table(width: Int?) -> Table {
    let wide: Audience = (width ?? 0) >= Self.wideColumns ? .all : .programs
    return Table(
      title: "Series",
      columns: [
        Column("series", "Series", .text, isKey: true),
        Column("name", "Name", .text, audience: .programs),
        Column("kind", "Kind", .text),
        Column("unit", "Unit", .text),
        Column("frequency", "Frequency", .text, audience: .programs),
        Column("first", "From", .text),
        Column("last", "To", .text),
        Column("values", "Values", .count),
        Column("never_published", "Never published", .text, audience: .programs),
        Column("known_on", "Known on", .date, audience: wide),
        Column("version", "Version", .count, audience: .programs),
        Column("versions", "Versions", .count, audience: wide),
      ],
      rows: items.map(row),
      footnotes: ["\(items.count) series; \(asOf)"] + items.compactMap(\.skippedSentence))
  }

  private func row(_ item: ReportedSeries) -> Row {
    let series = item.series
    let skipped = series.skippedMonths.map(\.description).joined(separator: " ")
    let period = { (row: SeriesRow?) -> Value in
      row.map { .period($0.period) } ?? .blank
    }
    return Row([
      .text(series.id.text), .text(series.heading.name), .text(series.heading.kind.rawValue),
      .text(series.heading.unit), .text(series.heading.frequency.rawValue),
      period(series.rows.first), period(series.rows.last),
      .count(series.rows.count { $0.value != nil }), skipped.isEmpty ? .blank : .text(skipped),
      .date(item.known), .count(item.number), .count(item.versionCount),
    ])
  }
}
