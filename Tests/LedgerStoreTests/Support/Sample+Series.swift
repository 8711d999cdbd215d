import FinanceBasics
import LeaseModel
import Testing

@testable import LedgerStore

/// A small series and a small scenario. Values: BLS, CPI-U, not seasonally adjusted.
extension Sample {
  /// Of September to November 2025: October was never published.
  static let values = ["2025-09": "324.8", "2025-11": "324.122"]

  static func dataSeries(
    _ id: String = "cpi", announced: String = "2026-02-11", effective: String? = nil,
    values: [String: String] = values, note: String? = "1982-84 = 100"
  ) throws -> DataSeries {
    let heading = SeriesHeading(
      id: SeriesID(id), name: "Consumer prices", kind: .priceIndex, unit: "index",
      frequency: .monthly, announced: try #require(StatedDate(announced)),
      effective: effective.flatMap { CalendarDate($0) }, sources: sources, note: note)
    let rows = try values.sorted { $0.key < $1.key }.enumerated().map { index, value in
      SeriesRow(
        period: .month(try #require(YearMonth(value.key))), value: ExactDecimal(value.value),
        line: index + 2)
    }
    return try #require(DataSeries(heading: heading, rows: rows))
  }

  static func record(_ series: DataSeries, layout: String = "") -> NewEntry {
    let text = series.rows.map { "\($0.period),\($0.value?.description ?? "")\n" }.joined()
    let id = series.id.text
    return .series(
      SeriesRecord(
        series,
        heading: Document(
          name: "\(id).yaml",
          bytes: Array("series: \(id) \(series.heading.announced) \(layout)".utf8)),
        table: Document(name: "\(id).csv", bytes: Array("month,value\n\(text)\(layout)".utf8))))
  }

  static func series() throws -> NewEntry { record(try dataSeries()) }

  /// Two yields of one day.
  static func curve() throws -> NewEntry {
    let heading = SeriesHeading(
      id: SeriesID("ust"), name: "Treasury yields", kind: .parYields, unit: "%",
      frequency: .dated, announced: StatedDate(.on("2026-04-01")), sources: [sources[1]])
    let rows = [("3M", "3.70"), ("10Y", "4.33")].enumerated().map { index, point in
      SeriesRow(
        period: .day(.on("2026-04-01")), tenor: Tenor(marketName: point.0),
        value: ExactDecimal(point.1), line: index + 2)
    }
    return record(try #require(DataSeries(heading: heading, rows: rows)))
  }

  /// Six months late everywhere.
  static func scenario(_ id: String = "late", months: Int = 6) -> NewEntry {
    let delay = HallDelay(
      hall: nil, delay: Delay(months: months, days: 0), line: 3, column: 3)
    let scenario = Scenario(id: ScenarioID(id), name: "Late", note: "a note", delays: [delay])
    return .scenario(ScenarioRecord(scenario, document: scenarioFile(id, months: months)))
  }

  static func scenarioFile(_ id: String = "late", months: Int = 6) -> Document {
    Document(
      name: "\(id).yaml", bytes: Array("scenario: \(id)\ndelays: {all: \(months) months}\n".utf8))
  }
}
