import FinanceBasics
import GRDB
import LeaseModel

extension BookReader {
  /// The series as of the dates asked for, in the order of their ids.
  func series(asOf: AsOf, through last: Int) throws -> [SeriesVersion] {
    let known = asOf.knownOn ?? .latest
    let candidates = try SeriesHeader.fetch(database, through: last, known: known)
    let day = asOf.effectiveOn ?? .latest
    var chosen: [SeriesHeader] = []
    for header in candidates {
      if chosen.last?.id != header.id {
        chosen.append(header)
      } else if header.effective <= day {
        chosen[chosen.count - 1] = header
      }
    }
    return try versions(of: chosen, among: candidates)
  }

  /// Every version of every series, by series, effective date, known date and recording.
  func seriesHistory() throws -> [SeriesVersion] {
    let all = try SeriesHeader.fetch(database, through: Int.max, known: .latest)
    return try versions(of: all, among: all)
  }

  private func versions(
    of headers: [SeriesHeader], among candidates: [SeriesHeader]
  ) throws -> [SeriesVersion] {
    guard !headers.isEmpty else { return [] }
    let counts = Dictionary(grouping: candidates, by: \.id).mapValues(\.count)
    let entries = headers.map(\.entry)
    var values = try values(of: entries)
    let sources = try sources(in: "seriesSource", of: entries)
    return try headers.map { header in
      try header.version(
        values: values.removeValue(forKey: header.entry) ?? [],
        sources: sources[header.entry] ?? [], versionCount: counts[header.id] ?? 1)
    }
  }

  /// The values of some entries, each entry's in the order of its table.
  private func values(of entries: [Int]) throws -> [Int: [StoredValue]] {
    var values: [Int: [StoredValue]] = [:]
    try forEachRow(
      "SELECT entry, period, tenor, value, line FROM seriesValue", of: entries,
      order: "entry, position"
    ) { row in
      values[try row.integer(0), default: []].append(
        StoredValue(
          period: try row.text(1), tenor: row[2], value: row[3], line: try row.integer(4)))
    }
    return values
  }
}

/// A value as the table has it.
struct StoredValue {
  let period: String
  let tenor: String?
  let value: String?
  let line: Int
}

/// A version of a series without its values.
struct SeriesHeader {
  let id: SeriesID
  let entry: Int
  let number: Int
  let effective: CalendarDate
  let known: CalendarDate
  let recordedAt: Timestamp
  let documentHash: String?
  let fileName: String?
  let hash: String
  let name: String
  let kind: SeriesKind
  let unit: String
  let frequency: SeriesFrequency
  let announced: StatedDate
  let note: String?
  let tableHash: String
  let tableName: String

  /// In the order of series, then of effective dates, known dates and recording.
  static func fetch(
    _ database: Database, through last: Int, known: CalendarDate
  ) throws -> [SeriesHeader] {
    var headers: [SeriesHeader] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT version.series, version.entry, entry.number, entry.effectiveOn, entry.knownOn,
          recording.recordedAt, entry.document, entry.fileName, entry.hash, version.name,
          version.kind, version.unit, version.frequency, version.announced, version.note,
          version.tableDocument, version.tableName
        FROM seriesVersion AS version
        CROSS JOIN entry ON entry.sequence = version.entry
        JOIN recording ON recording.recording = entry.recording
        WHERE entry.sequence <= ? AND entry.knownOn <= ?
        ORDER BY version.series, entry.effectiveOn, entry.knownOn, entry.sequence
        """, arguments: [last, known.description])
    while let row = try rows.next() { headers.append(try SeriesHeader(row)) }
    return headers
  }

  private init(_ row: Row) throws {
    let entry = try row.integer(1)
    func read<Value>(_ column: Int, _ name: String, _ make: (String) -> Value?) throws -> Value {
      let text = try row.text(column)
      guard let value = make(text) else {
        throw UnreadableValue(entry: entry, column: name, text: text)
      }
      return value
    }
    self.entry = entry
    id = SeriesID(try row.text(0))
    number = try row.integer(2)
    effective = try read(3, "effective date") { CalendarDate($0) }
    known = try read(4, "known date") { CalendarDate($0) }
    recordedAt = try read(5, "instant of recording") { Timestamp($0) }
    documentHash = row[6]
    fileName = row[7]
    hash = try row.text(8)
    name = try row.text(9)
    kind = try read(10, "kind") { SeriesKind(rawValue: $0) }
    let kind = kind
    unit = try read(11, "unit") { kind.accepts(unit: $0) ? $0 : nil }
    frequency = try read(12, "frequency") { text in
      kind.frequencies.first { $0.rawValue == text }
    }
    announced = try read(13, "announcement") { StatedDate($0) }
    note = row[14]
    tableHash = try row.text(15)
    tableName = try row.text(16)
  }

  func version(
    values: [StoredValue], sources: [Source], versionCount: Int
  ) throws -> SeriesVersion {
    guard !sources.isEmpty else {
      throw UnreadableValue(entry: entry, column: "source", text: "")
    }
    let heading = SeriesHeading(
      id: id, name: name, kind: kind, unit: unit, frequency: frequency, announced: announced,
      effective: effective == .earliest ? nil : effective, sources: sources, note: note)
    guard let series = DataSeries(heading: heading, rows: try values.map(row)) else {
      throw UnreadableValue(entry: entry, column: "values", text: id.text)
    }
    return SeriesVersion(
      entry: entry, number: number, versionCount: versionCount, series: series,
      effective: effective, known: known, recordedAt: recordedAt, documentHash: documentHash,
      fileName: fileName, tableHash: tableHash, tableName: tableName, hash: hash)
  }

  private func row(_ stored: StoredValue) throws -> SeriesRow {
    guard let period = SeriesPeriod(stored.period, of: frequency) else {
      throw UnreadableValue(entry: entry, column: "period", text: stored.period)
    }
    let tenor = stored.tenor.flatMap { Tenor(marketName: $0) }
    guard (tenor == nil) == (stored.tenor == nil) else {
      throw UnreadableValue(entry: entry, column: "tenor", text: stored.tenor ?? "")
    }
    let value = stored.value.flatMap { ExactDecimal($0) }
    guard (value == nil) == (stored.value == nil) else {
      throw UnreadableValue(entry: entry, column: "value", text: stored.value ?? "")
    }
    return SeriesRow(period: period, tenor: tenor, value: value, line: stored.line)
  }
}
