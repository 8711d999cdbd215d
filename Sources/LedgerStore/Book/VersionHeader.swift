import FinanceBasics
import GRDB
import LeaseModel

/// A version of a deal without its fields.
struct VersionHeader {
  let entry: Int
  let number: Int
  let deal: DealID
  let change: VersionChange
  let effective: CalendarDate
  let known: CalendarDate
  let recordedAt: Timestamp
  let program: String
  let name: String?
  let reason: String?
  let source: SourceID?
  let documentHash: String?
  let fileName: String?
  let hash: String

  /// `CROSS JOIN` keeps the order of the tables: of few versions and many entries, as a ledger with
  /// books has them, SQLite would read all entries first.
  private static let select = """
    SELECT entry.sequence, entry.number, version.deal, version.change, version.corrects,
      entry.effectiveOn, entry.knownOn, recording.recordedAt, recording.program, version.name,
      entry.reason, version.source, entry.document, entry.fileName, entry.hash
    FROM dealVersion AS version
    CROSS JOIN entry ON entry.sequence = version.entry
    JOIN recording ON recording.recording = entry.recording
    """

  /// In the order of deals and then of recording.
  static func fetch(
    _ database: Database, condition: String, arguments: StatementArguments
  ) throws -> [VersionHeader] {
    var headers: [VersionHeader] = []
    let rows = try Row.fetchCursor(
      database, sql: "\(select) WHERE \(condition) ORDER BY version.deal, entry.sequence",
      arguments: arguments)
    while let row = try rows.next() { headers.append(try VersionHeader(row)) }
    return headers
  }

  private init(_ row: Row) throws {
    let entry = try row.integer(0)
    self.entry = entry
    number = try row.integer(1)
    deal = DealID(try row.text(2))
    change = try Self.change(row.text(3), corrects: row[4], entry: entry)
    effective = try storedDate(row.text(5), column: "effective date", entry: entry)
    known = try storedDate(row.text(6), column: "known date", entry: entry)
    let instant = try row.text(7)
    guard let recordedAt = Timestamp(instant) else {
      throw UnreadableValue(entry: entry, column: "instant of recording", text: instant)
    }
    self.recordedAt = recordedAt
    program = try row.text(8)
    name = row[9]
    reason = row[10]
    source = (row[11] as String?).map { SourceID($0) }
    documentHash = row[12]
    fileName = row[13]
    hash = try row.text(14)
  }

  static func change(
    _ name: String, corrects: Int?, entry: Int
  ) throws -> VersionChange {
    switch (name, corrects) {
    case ("original", nil): return .original
    case ("amendment", nil): return .amendment
    case ("withdrawal", nil): return .withdrawal
    case ("correction", let corrected?): return .correction(of: corrected)
    default: throw UnreadableValue(entry: entry, column: "change", text: name)
    }
  }

  func version(
    fields: [DealField], sources: [Source], derived: DerivedFigures?
  ) -> StoredVersion {
    StoredVersion(
      entry: entry, number: number, deal: deal, change: change, effective: effective,
      known: known, recordedAt: recordedAt, program: program, name: name, reason: reason,
      source: source, documentHash: documentHash, fileName: fileName, hash: hash,
      fields: fields, sources: sources, derived: derived)
  }
}

/// A day that was stored as ISO text.
func storedDate(_ text: String, column: String, entry: Int) throws -> CalendarDate {
  guard let date = CalendarDate(text) else {
    throw UnreadableValue(entry: entry, column: column, text: text)
  }
  return date
}
