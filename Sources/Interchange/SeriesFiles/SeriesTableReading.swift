import FinanceBasics
import LeaseModel

/// Reads the rows of a series' table by the columns that its heading names.
struct SeriesTableReading {
  private(set) var rows: [SeriesRow] = []
  private(set) var faults: [any Diagnostic] = []

  private let file: String
  private let frequency: SeriesFrequency
  private var columns: [SeriesHeadingReading.Role: Int] = [:]
  /// The cells of each row by what they hold, for the places of faults.
  private var cells: [[SeriesHeadingReading.Role: CSVCell]] = []
  private var reportCount = 0
  /// The place of the first fault that is not told by itself.
  private var firstUntold: DiagnosticLocation?

  /// A wrong column makes every row wrong, which the first rows tell well enough.
  static let maximumFaults = 20

  /// - Parameters:
  ///   - heading: The file of the heading, for columns that the table does not have.
  ///   - named: The columns by what they hold.
  init(
    _ table: TableFile, heading: String, frequency: SeriesFrequency,
    columns named: [SeriesHeadingReading.Role: SeriesHeadingReading.Placed]
  ) {
    file = table.path
    self.frequency = frequency
    let bytes = table.bytes
    do throws(LocatedFault) {
      guard bytes.count <= TableFile.maximumBytes else {
        throw LocatedFault(
          SeriesFileFault.tableTooLarge(bytes.count), at: DiagnosticLocation(file: file))
      }
      let records = CSVRecords(try SourceText(bytes, file: file))
      if let fault = records.fault { faults.append(fault) }
      read(records.records, named, heading: heading)
    } catch {
      faults = [error]
    }
  }

  private mutating func read(
    _ records: [[CSVCell]], _ named: [SeriesHeadingReading.Role: SeriesHeadingReading.Placed],
    heading: String
  ) {
    guard let header = records.first, records.count > 1 || !faults.isEmpty else {
      report(SeriesFileFault.tableEmpty, at: DiagnosticLocation(file: file, line: 1))
      return
    }
    readHeader(header, named, heading: heading)
    guard columns.count == named.count else { return }
    for record in records.dropFirst() { read(record, width: header.count) }
  }

  private mutating func readHeader(
    _ header: [CSVCell], _ named: [SeriesHeadingReading.Role: SeriesHeadingReading.Placed],
    heading: String
  ) {
    let names = header.map(\.text.trimmed)
    for (index, cell) in header.enumerated() where names[..<index].contains(names[index]) {
      report(SeriesFileFault.columnDoubled(names[index]), at: location(of: cell))
    }
    for role in SeriesHeadingReading.Role.allCases {
      guard let wanted = named[role] else { continue }
      if let index = names.firstIndex(of: wanted.text) {
        columns[role] = index
      } else {
        report(
          SeriesFileFault.columnMissing(wanted.text, columns: names),
          at: DiagnosticLocation(
            file: heading, line: wanted.place.line, column: wanted.place.column,
            field: "columns.\(role.rawValue)"))
      }
    }
  }

  private mutating func read(_ record: [CSVCell], width: Int) {
    guard record.count == width else {
      report(
        SeriesFileFault.rowLength(found: record.count, expected: width),
        at: DiagnosticLocation(file: file, line: record[0].line, column: 1))
      return
    }
    let cells = columns.mapValues { record[$0] }
    guard let periodCell = cells[.month] ?? cells[.date], let valueCell = cells[.value] else {
      return
    }
    let period = SeriesPeriod(periodCell.text.trimmed, of: frequency)
    if period == nil {
      report(
        SeriesFault.periodMalformed(periodCell.text, frequency: frequency),
        at: location(of: periodCell))
    }
    let tenorCell = cells[.tenor]
    let tenor = tenorCell.flatMap { Tenor(marketName: $0.text.trimmed) }
    if let tenorCell, tenor == nil {
      report(SeriesFault.tenorMalformed(tenorCell.text), at: location(of: tenorCell))
    }
    let number = valueCell.text.trimmed
    let value = number.contains(",") ? nil : ExactDecimal(number)
    if !number.isEmpty, value == nil {
      report(SeriesFault.valueMalformed(valueCell.text), at: location(of: valueCell))
      return
    }
    guard let period, (tenor == nil) == (tenorCell == nil) else { return }
    rows.append(
      SeriesRow(period: period, tenor: tenor, value: value, line: record[0].line))
    self.cells.append(cells)
  }

  /// Checks the rows against each other and against the kind of the series.
  mutating func check(under heading: SeriesHeading) {
    for wrong in DataSeries.faults(of: rows, under: heading) {
      let cells = cells[wrong.row]
      let cell =
        switch wrong.cell {
        case .period: cells[.month] ?? cells[.date]
        case .tenor: cells[.tenor]
        case .value: cells[.value]
        }
      report(
        wrong.fault,
        at: cell.map(location) ?? DiagnosticLocation(file: file, line: rows[wrong.row].line))
    }
  }

  /// Says how many faults were not told one by one.
  mutating func finish() {
    guard let firstUntold else { return }
    let count = reportCount - Self.maximumFaults
    faults.append(LocatedFault(SeriesFileFault.furtherFaults(count), at: firstUntold))
  }

  private func location(of cell: CSVCell) -> DiagnosticLocation {
    DiagnosticLocation(file: file, line: cell.line, column: cell.column)
  }

  private mutating func report(_ fault: some Fault, at place: DiagnosticLocation) {
    reportCount += 1
    if reportCount <= Self.maximumFaults {
      faults.append(LocatedFault(fault, at: place))
    } else if firstUntold == nil {
      firstUntold = place
    }
  }
}
