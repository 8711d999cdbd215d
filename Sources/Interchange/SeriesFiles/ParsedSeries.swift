import FinanceBasics
import LeaseModel

/// A heading with its table as far as they could be read, and everything found wrong in them.
struct ParsedSeries {
  let file: String
  let bytes: [UInt8]
  let table: TableFile
  private(set) var series: DataSeries?
  private(set) var faults: [any Diagnostic]
  /// Where the id of the series stands.
  let place: DiagnosticLocation

  /// - Parameters:
  ///   - root: Of the heading.
  ///   - faults: What was found wrong in the YAML of the heading.
  ///   - table: What was found where the heading says; `nil` where nobody looked.
  init(
    _ root: DocumentNode, bytes: [UInt8], file: String, faults: [any Diagnostic],
    table: TableFile?
  ) {
    self.file = file
    self.bytes = bytes
    let reading = SeriesHeadingReading(root, file: file)
    let named = reading.table
    self.table = table ?? TableFile(path: named?.text ?? "", contents: .missing)
    self.faults = faults + reading.faults
    let idPlace = root["series"]?.place ?? root.place
    place = DiagnosticLocation(
      file: file, line: idPlace.line, column: idPlace.column, field: "series")
    guard let named else { return }
    let location = DiagnosticLocation(
      file: file, line: named.place.line, column: named.place.column, field: "file")
    switch self.table.contents {
    case .missing:
      let fault = SeriesFileFault.tableMissing(self.table.path)
      self.faults.append(LocatedFault(fault, at: location))
    case .unreadable(let reason):
      let fault = SeriesFileFault.tableUnreadable(self.table.path, reason: reason)
      self.faults.append(LocatedFault(fault, at: location))
    case .bytes: read(reading)
    }
  }

  private mutating func read(_ reading: SeriesHeadingReading) {
    guard !reading.columns.isEmpty else { return }
    let frequency: SeriesFrequency = reading.columns[.month] == nil ? .dated : .monthly
    var rows = SeriesTableReading(
      table, heading: file, frequency: frequency, columns: reading.columns)
    if let heading = reading.heading { rows.check(under: heading) }
    rows.finish()
    faults += rows.faults
    guard faults.isEmpty, let heading = reading.heading else { return }
    series = DataSeries(heading: heading, rows: rows.rows)
  }
}
