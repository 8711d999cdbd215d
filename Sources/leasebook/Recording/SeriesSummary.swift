import FinanceBasics
import LeaseModel

/// What a reader must know of a series that was read: its span, and what was never published.
struct SeriesSummary {
  private let series: DataSeries

  init(_ series: DataSeries) {
    self.series = series
  }

  /// Such as `series cpi-u-nsa, 136 values from 2015-01 to 2026-05; 2025-10 was never published`.
  var sentence: String {
    let count = series.rows.count { $0.value != nil }
    let span = [series.rows.first, series.rows.last].compactMap { $0?.period.description }
    let values = "\(count) \(count == 1 ? "value" : "values")"
    let head = "series \(series.id), \(values) from \(span.joined(separator: " to "))"
    return [head, series.skippedInWords].compactMap { $0 }.joined(separator: "; ")
  }

  /// A line for what was skipped; none where nothing was.
  var remarks: [String] {
    [series.skippedInWords].compactMap { $0 }.map { "series \(series.id): \($0)" }
  }
}
