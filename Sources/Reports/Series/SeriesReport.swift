import FinanceBasics
import LeaseModel

/// The values of one series: a row a month or day, of a curve a column a tenor.
public struct SeriesReport: TabularReport {
  let item: ReportedSeries
  /// What the report is as of, in a sentence.
  let asOf: String

  /// Takes the parts as given.
  public init(_ item: ReportedSeries, asOf: String) {
    self.item = item
    self.asOf = asOf
  }

  /// For people a curve is a grid, for programs a row a point.
  public var parts: [ReportPart] {
    guard series.heading.kind.isCurve else { return [ReportPart("Series", list)] }
    return [ReportPart("Curve", grid, for: .people), ReportPart("Data", list, for: .programs)]
  }

  private var series: DataSeries { item.series }

  /// The most digits behind the point that any value was written with.
  private var fractionDigits: Int {
    series.rows.compactMap(\.value?.fractionDigits).max() ?? 0
  }

  private var periodColumn: Column {
    let isMonthly = series.heading.frequency == .monthly
    return Column(
      isMonthly ? "month" : "date", isMonthly ? "Month" : "Date", isMonthly ? .text : .date,
      isKey: true)
  }

  private func table(_ columns: [Column], _ rows: [Row]) -> Table {
    Table(
      title: "\(series.id): \(series.heading.name)", columns: columns, rows: rows,
      footnotes: footnotes)
  }

  private var footnotes: [String] {
    let heading = series.heading
    let sources = heading.sources.map { source in
      ["source \(source.id)", source.title, source.url].compactMap { $0 }.joined(separator: ", ")
    }
    return [
      "\(heading.kind.rawValue) in \(heading.unit); announced \(heading.announced), "
        + "version \(item.number) of \(item.versionCount); \(asOf)"
    ] + [item.skippedSentence, heading.note].compactMap { $0 } + sources
  }

  /// One row a value, and one for each month that was never published.
  private var list: Table {
    let value = Column("value", "Value", .decimal(fractionDigits: fractionDigits))
    if let index = series.indexSeries {
      let rows = index.values.enumerated().map { offset, value in
        Row([.text(index.firstMonth.adding(months: offset).description), Self.cell(value)])
      }
      return table([periodColumn, value], rows)
    }
    guard series.heading.kind.isCurve else {
      let rows = series.rows.map { Row([.period($0.period), Self.cell($0.value)]) }
      return table([periodColumn, value], rows)
    }
    let rows = series.rows.map { row in
      Row([
        .period(row.period), .text(row.tenor?.marketName ?? ""), Self.cell(row.value),
      ])
    }
    return table([periodColumn, Column("tenor", "Tenor", .text, isKey: true), value], rows)
  }

  /// The days of a curve below each other, its tenors beside each other.
  private var grid: Table {
    let tenors = Set(series.rows.compactMap(\.tenor)).sorted { $0.isShorter(than: $1) }
    var rows: [Row] = []
    var start = series.rows.startIndex
    while start < series.rows.endIndex {
      let day = series.rows[start].period
      let end = series.rows[start...].firstIndex { $0.period != day } ?? series.rows.endIndex
      let points = series.rows[start..<end]
      rows.append(
        Row(
          [.period(day)]
            + tenors.map { tenor in Self.cell(points.first { $0.tenor == tenor }?.value) }))
      start = end
    }
    let columns = tenors.map {
      Column($0.marketName, $0.marketName, .decimal(fractionDigits: fractionDigits))
    }
    return table([periodColumn] + columns, rows)
  }

  private static func cell(_ value: ExactDecimal?) -> Value {
    value.map { .decimal($0) } ?? .blank
  }
}

extension Value {
  /// A day as a day, a month in words.
  static func period(_ period: SeriesPeriod) -> Value {
    switch period {
    case .month(let month): .text(month.description)
    case .day(let day): .date(day)
    }
  }
}
