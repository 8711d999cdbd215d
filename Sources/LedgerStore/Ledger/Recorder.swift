import FinanceBasics
import GRDB
import LeaseModel

/// Adds entries to a ledger within one transaction.
struct Recorder {
  private let database: Database
  private let recordedAt: Timestamp
  private let program: String
  private var head: ChainHead
  /// The recording's row, once something is to be added.
  private var recording: [DatabaseValue]?
  private var references: References
  private let statements: Statements
  private var nextDocument: Int
  private var encoding = CanonicalEncoding()
  /// What is wrong with the entries so far; nothing is committed unless it stays empty.
  private(set) var problems: [RecordProblem] = []

  init(database: Database, recordedAt: Timestamp, program: String) throws {
    self.database = database
    self.recordedAt = recordedAt
    self.program = program
    head = try ChainHead.read(from: database)
    references = try References(database)
    statements = try Statements(database)
    nextDocument = 1 + (try Int.fetchOne(database, sql: "SELECT max(document) FROM document") ?? 0)
  }

  /// Adds every entry that is new: by kind in the order of `EntryKind`, else in the order given.
  mutating func record(_ entries: [NewEntry]) throws -> RecordOutcome {
    references.announce(entries)
    var items: [RecordedItem?] = Array(repeating: nil, count: entries.count)
    for kind in EntryKind.allCases {
      for (index, entry) in entries.enumerated() where entry.kind == kind {
        items[index] = try record(entry)
      }
    }
    return RecordOutcome(items: items.compactMap { $0 }, head: head)
  }

  private mutating func record(_ entry: NewEntry) throws -> RecordedItem? {
    let versions = try statements.versions(of: entry)
    let rows = EntryRows(entry, isNew: versions.isEmpty)
    let content = ChainLink.content(of: rows, using: &encoding)
    if let place = (encoding.hasNUL ? rows.placeOfNUL : nil) ?? entry.placeOfNUL {
      problems.append(
        .nulCharacter(
          entry.kind, subject: entry.subject, place: place, file: entry.document?.name))
      return nil
    }
    if let (same, status) = repeated(entry, content: content, among: versions) {
      return RecordedItem(
        kind: entry.kind, subject: entry.subject, status: status, entry: same.sequence,
        number: same.number)
    }
    let found = references.problems(of: entry, versions: versions)
    guard found.isEmpty else {
      problems += found
      return nil
    }
    do {
      return try add(entry, rows: rows, content: content, number: versions.count + 1)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      problems.append(
        .refused(
          entry.kind, subject: entry.subject, rule: RefusedRule(error).words,
          file: entry.document?.name))
      return nil
    }
  }

  /// The version that an entry repeats: of the same file, or of the same words as the last one.
  private func repeated(
    _ entry: NewEntry, content: String, among versions: [RecordedVersion]
  ) -> (RecordedVersion, RecordedItem.Status)? {
    if let hash = entry.document?.hash {
      // A scenario may go back to what it was, which makes another version.
      let candidates = entry.kind == .scenario ? versions.suffix(1) : versions[...]
      let same = candidates.first { version in
        guard version.document == hash else { return false }
        if case .deal(let record) = entry {
          return version.change == record.change.name && version.corrects == record.change.corrects
        }
        return version.content == content
      }
      if let same { return (same, .alreadyRecorded) }
    }
    // Of a deal the last version is repeated; of anything else the last of the same dates.
    let hasDates = { (version: RecordedVersion) in
      version.effective == entry.effective.description
        && version.known == entry.known.description
    }
    let last = entry.kind == .deal ? versions.last : versions.last(where: hasDates)
    guard let last, hasDates(last), last.content == content, last.reason == entry.reason else {
      return nil
    }
    return (last, .unchanged)
  }

  private mutating func add(
    _ entry: NewEntry, rows: EntryRows, content: String, number: Int
  ) throws -> RecordedItem {
    let recording = try self.recording ?? addRecording()
    self.recording = recording
    for document in entry.documents { try add(document) }
    let sequence = head.count + 1
    let row: [DatabaseValue] = [
      value(sequence), recording[0], value(entry.kind.rawValue), value(entry.subject),
      value(number), value(entry.effective.description), value(entry.known.description),
      value(entry.document?.hash), value(entry.document?.name), value(entry.reason),
      value(content),
    ]
    let hash = ChainLink.hash(
      after: head.hash, recording: recording, entry: row, rows: rows, using: &encoding)
    try statements.insert(rows, entry: sequence)
    try statements.insertEntry(row + [value(hash)])
    head = ChainHead(count: sequence, hash: hash)
    references.add(entry)
    return RecordedItem(
      kind: entry.kind, subject: entry.subject, status: .recorded, entry: sequence, number: number)
  }

  private func addRecording() throws -> [DatabaseValue] {
    let last = try Int.fetchOne(database, sql: "SELECT max(recording) FROM recording") ?? 0
    return try insertRecording(last + 1, at: recordedAt, program: program, into: database)
  }

  private mutating func add(_ document: Document) throws {
    guard try !statements.hasDocument(hash: document.hash) else { return }
    try statements.insertDocument(document, number: nextDocument)
    nextDocument += 1
  }
}

/// Adds the row of a recording, and gives it back as the chain's hashes take it.
@discardableResult
func insertRecording(
  _ number: Int, at instant: Timestamp, program: String, into database: Database
) throws -> [DatabaseValue] {
  let row = [
    value(number), value(instant.description), value(program), value(Schema.newest),
  ]
  try database.execute(
    sql: """
      INSERT INTO recording (recording, recordedAt, program, schemaVersion) VALUES (?, ?, ?, ?)
      """, arguments: StatementArguments(row))
  return row
}
