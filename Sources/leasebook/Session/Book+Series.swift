import Analysis
import FinanceBasics
import LeaseModel
import LedgerStore

extension Book {
  /// The version of a series that the book holds.
  ///
  /// - Throws: `series.unknown`, with the nearest id.
  func version(ofSeries id: String) throws -> SeriesVersion {
    if let found = series.first(where: { $0.id.text == id }) { return found }
    throw UnknownSeries(id: id, nearest: nearestName(to: id, among: series.map(\.id.text)))
  }
}

extension BookSession {
  /// The curve by which flows are discounted to a date.
  ///
  /// - Parameter day: The curve's day, or a later one; the date itself where it is `nil`.
  /// - Throws: `series.unknown`, or a `CurveQuestionProblem`.
  func curve(
    _ name: String, on day: CalendarDate?, discountingTo date: CalendarDate
  ) throws -> RecordedCurve {
    let version = try book.version(ofSeries: name)
    log?.note(version)
    let curve = try RecordedCurve(of: version.series, on: day ?? date)
    guard curve.date <= date else {
      throw CurveQuestionProblem.laterThanValuation(name, day: curve.date, on: date)
    }
    return curve
  }
}

/// A series that was asked for and is not in the book.
private struct UnknownSeries: Diagnostic {
  let id: String
  let nearest: String?

  var code: String { "series.unknown" }
  var problem: String { "there is no series '\(id)' in the book that was asked for" }
  var location: DiagnosticLocation { .unknown }
  var remedy: String {
    nearest.map { "write \($0), if that is what is meant, or see `leasebook series`" }
      ?? "see `leasebook series`, or record its heading file"
  }
  var kind: DiagnosticKind { .missingInput }
}
