import FinanceBasics
import LeaseModel

/// Two versions of a series, value by value.
public struct SeriesDiffReport: Sendable {
  let before: ReportedSeries
  let after: ReportedSeries

  /// - Precondition: Both are of one series.
  public init(_ before: ReportedSeries, _ after: ReportedSeries) {
    precondition(before.series.id == after.series.id, "versions of one series are compared")
    self.before = before
    self.after = after
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    render(table, as: format, style: style)
  }

  /// A value of a period, and of a curve of a tenor.
  private struct Place: Hashable, Comparable {
    let period: SeriesPeriod
    let tenor: String?

    static func < (left: Place, right: Place) -> Bool {
      (left.period, left.tenor ?? "") < (right.period, right.tenor ?? "")
    }
  }

  private static func rows(of series: DataSeries) -> [Place: SeriesRow] {
    Dictionary(
      series.rows.map { (Place(period: $0.period, tenor: $0.tenor?.marketName), $0) }
    ) { first, _ in first }
  }

  private var table: Table {
    let (old, new) = (Self.rows(of: before.series), Self.rows(of: after.series))
    let places = Set(old.keys).union(new.keys).filter { place in
      (old[place] == nil) != (new[place] == nil)
        || old[place]?.value?.normalized != new[place]?.value?.normalized
    }
    let number = { (row: SeriesRow?) -> Value in row?.value.map { .decimal($0) } ?? .blank }
    return Table(
      title: "Changes of \(after.series.id), version \(before.number) to \(after.number)",
      columns: [
        Column("period", "Period", .text, isKey: true), Column("tenor", "Tenor", .text),
        Column("change", "Change", .text), Column("before", "Before", .figure),
        Column("after", "After", .figure),
      ],
      rows: places.sorted().map { place in
        let change: FieldChange.Kind =
          old[place] == nil ? .added : new[place] == nil ? .takenAway : .changed
        return Row([
          .period(place.period), place.tenor.map { .text($0) } ?? .blank,
          .text(change.rawValue), number(old[place]), number(new[place]),
        ])
      },
      footnotes: [
        "known on \(before.known) and on \(after.known); "
          + (places.isEmpty ? "the two say the same" : "\(places.count) values differ")
      ])
  }
}
