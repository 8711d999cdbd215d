import GRDB

/// The rows of one table, taken entry by entry in the order of entries.
struct EntryCursor {
  private let table: EntryTable
  private let rows: RowCursor
  private var next: Row?

  init(_ table: EntryTable, in database: Database) throws {
    self.table = table
    rows = try Row.fetchCursor(database, sql: "\(table.selection) ORDER BY \(table.order)")
    next = try rows.next()
  }

  /// The entry of the next row; `nil` at the end.
  var nextEntry: Int? { next.map { $0[0] } }

  /// The rows of one entry without its number.
  mutating func take(entry: Int) throws -> [[DatabaseValue]] {
    var taken: [[DatabaseValue]] = []
    while let row = next, row[0] as Int == entry {
      taken.append(Array(row.databaseValues.dropFirst()))
      next = try rows.next()
    }
    return taken
  }
}

/// Recomputes every link of the chain from the rows of all tables.
struct ChainWalk {
  private(set) var faults: [LedgerFault] = []
  /// The last link, as the ledger has it.
  private(set) var head: ChainHead
  /// Every link, the genesis first.
  private(set) var isHeadSeen: Bool
  private let wanted: String?
  private var encoding = CanonicalEncoding()

  /// - Parameter wanted: A head kept elsewhere, to be looked for among the links.
  init(looksFor wanted: String?, genesis: String) {
    self.wanted = wanted
    head = ChainHead(count: 0, hash: genesis)
    isHeadSeen = wanted == nil || wanted == genesis
  }

  mutating func walk(_ database: Database) throws {
    var cursors = try EntryTable.all.map { try EntryCursor($0, in: database) }
    let recordings = try Self.recordings(database)
    let entries = try Row.fetchCursor(
      database,
      sql: """
        SELECT sequence, recording, kind, subject, number, effectiveOn, knownOn, document,
          fileName, reason, content, hash
        FROM entry ORDER BY sequence
        """)
    while let row = try entries.next() {
      let values = Array(row.databaseValues)
      let sequence: Int = row[0]
      var rows = EntryRows()
      for table in cursors.indices {
        if let stray = cursors[table].nextEntry, stray < sequence {
          try skip(&cursors[table], to: sequence, table: EntryTable.all[table].name)
        }
        for row in try cursors[table].take(entry: sequence) {
          rows.append(row, to: EntryTable.ID.allCases[table])
        }
      }
      check(values, rows: rows, recording: recordings[row[1]] ?? [])
    }
    for table in cursors.indices where cursors[table].nextEntry != nil {
      try skip(&cursors[table], to: Int.max, table: EntryTable.all[table].name)
    }
  }

  private static func recordings(_ database: Database) throws -> [Int: [DatabaseValue]] {
    var recordings: [Int: [DatabaseValue]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT recording, recordedAt, program, schemaVersion FROM recording")
    while let row = try rows.next() { recordings[row[0]] = Array(row.databaseValues) }
    return recordings
  }

  /// - Parameter values: The row of the entry, its hash last.
  private mutating func check(
    _ values: [DatabaseValue], rows: EntryRows, recording: [DatabaseValue]
  ) {
    let sequence = Int.fromDatabaseValue(values[0]) ?? 0
    let hash = String.fromDatabaseValue(values[11]) ?? ""
    let name = "entry \(sequence)"
    if sequence != head.count + 1 {
      report(.sequence, sequence, "\(name) follows entry \(head.count)")
    }
    let content = ChainLink.content(of: rows, using: &encoding)
    if content.databaseValue != values[10] {
      report(.content, sequence, "the rows of \(name) are not what was recorded")
    }
    let link = ChainLink.hash(
      after: head.hash, recording: recording, entry: Array(values.dropLast()), rows: rows,
      using: &encoding)
    if link != hash {
      report(.link, sequence, "\(name) does not follow from its rows and the link before it")
    }
    checkKind(String.fromDatabaseValue(values[2]) ?? "", rows: rows, sequence: sequence)
    head = ChainHead(count: sequence, hash: hash)
    if hash == wanted { isHeadSeen = true }
  }

  /// An entry has exactly one version, of its kind.
  private mutating func checkKind(_ kind: String, rows: EntryRows, sequence: Int) {
    let versions: [(name: String, table: EntryTable.ID, kinds: [EntryKind])] = [
      ("version of a party", .partyVersion, [.party]),
      ("version of a site", .siteVersion, [.site]),
      ("version of a deal", .dealVersion, [.deal]),
      ("version of a series", .seriesVersion, [.series]),
      ("version of a scenario", .scenarioVersion, [.scenario]),
      (
        "document of the books", .voucher,
        [.invoice, .creditNote, .receipt, .writeOff, .refund, .reversal]
      ),
      ("kept run", .run, [.run]),
    ]
    for version in versions {
      let expected = version.kinds.contains { $0.rawValue == kind } ? 1 : 0
      let found = rows.tables[version.table.rawValue].count
      if found != expected {
        report(
          .stray, sequence,
          "entry \(sequence), a \(kind), has \(found) rows for the \(version.name)")
      }
    }
  }

  private mutating func skip(
    _ cursor: inout EntryCursor, to sequence: Int, table: String
  ) throws {
    while let entry = cursor.nextEntry, entry < sequence {
      let rows = try cursor.take(entry: entry)
      report(.stray, entry, "\(table) has \(rows.count) rows of entry \(entry), which is not there")
    }
  }

  private mutating func report(_ kind: LedgerFault.Kind, _ entry: Int, _ problem: String) {
    faults.append(LedgerFault(kind: kind, entry: entry, problem: problem))
  }
}
