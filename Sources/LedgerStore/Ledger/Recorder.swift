import FinanceBasics
import GRDB
import LeaseModel

/// Adds entries to a ledger within one transaction.
///
/// Rows are written some entries at a time, each table's by few statements: a statement must be able
/// to take back what it did, and SQLite keeps each page that it changes for that.
struct Recorder {
  private let database: Database
  private let recordedAt: Timestamp
  private let program: String
  private let statements: Statements
  /// What the next entry follows from.
  private var state: State
  private var encoding = CanonicalEncoding()
  /// What is wrong with the entries so far; nothing is committed unless it stays empty.
  private(set) var problems: [RecordProblem] = []
  /// Entries whose rows are not written yet, and the state before the first of them.
  private var pending: [PendingEntry] = []
  private var stateBefore: State?

  /// What an entry is among the versions of its subject.
  private struct Version {
    let kind: EntryKind
    let subject: String
    let number: Int
    let content: String
  }

  /// What entries follow from, and change.
  private struct State {
    var head: ChainHead
    /// The recording's row, once something is to be added.
    var recording: [DatabaseValue]?
    var references: References
    var nextDocument: Int
  }

  init(database: Database, recordedAt: Timestamp, program: String) throws {
    self.database = database
    self.recordedAt = recordedAt
    self.program = program
    statements = try Statements(database)
    state = State(
      head: try ChainHead.read(from: database), references: try References(database),
      nextDocument: 1
        + (try Int.fetchOne(database, sql: "SELECT max(document) FROM document") ?? 0))
  }

  /// Adds every entry that is new: by kind in the order of `EntryKind`, else in the order given.
  mutating func record(_ entries: [NewEntry]) throws -> RecordOutcome {
    state.references.announce(entries)
    var places: [EntryKind: [Int]] = [:]
    for (place, entry) in entries.enumerated() { places[entry.kind, default: []].append(place) }
    var items: [RecordedItem?] = Array(repeating: nil, count: entries.count)
    for kind in EntryKind.allCases {
      var rest = (places[kind] ?? [])[...]
      while !rest.isEmpty {
        let batch = rest.prefix(kind.isWrittenInBatches ? Statements.subjectsAtOnce : 1)
        rest = rest.dropFirst(batch.count)
        try record(batch.map { entries[$0] }, kind) { items[batch[batch.startIndex + $0]] = $1 }
      }
    }
    return RecordOutcome(items: items.compactMap { $0 }, head: state.head)
  }

  /// Records entries of one kind whose rows are written together, before later ones refer to them.
  ///
  /// - Parameter take: Is given the place of each entry, and what became of it.
  private mutating func record(
    _ entries: [NewEntry], _ kind: EntryKind, _ take: (Int, RecordedItem?) -> Void
  ) throws {
    let subjects = entries.map(\.subject)
    let known = try statements.versions(of: subjects, kind)
    var seen: Set<String> = []
    for (place, entry) in entries.enumerated() {
      let subject = subjects[place]
      var versions = known[subject] ?? []
      if !seen.insert(subject).inserted {
        try writePending()
        versions = try statements.versions(of: [subject], kind)[subject] ?? []
      }
      take(place, try record(entry, kind, subject, versions: versions))
    }
    try writePending()
  }

  private mutating func record(
    _ entry: NewEntry, _ kind: EntryKind, _ subject: String, versions: [RecordedVersion]
  ) throws -> RecordedItem? {
    let rows = EntryRows(entry, isNew: versions.isEmpty)
    let content = ChainLink.content(of: rows, using: &encoding)
    if let place = (encoding.hasNUL ? rows.placeOfNUL : nil) ?? entry.placeOfNUL {
      problems.append(
        .nulCharacter(kind, subject: subject, place: place, file: entry.document?.name))
      return nil
    }
    if let (same, status) = repeated(entry, content: content, among: versions) {
      return RecordedItem(
        kind: kind, subject: subject, status: status, entry: same.sequence, number: same.number)
    }
    let found = state.references.problems(of: entry, versions: versions)
    guard found.isEmpty else {
      problems += found
      return nil
    }
    let version = Version(
      kind: kind, subject: subject, number: versions.count + 1, content: content)
    return try add(entry, version, rows: rows)
  }

  /// The version that an entry repeats: of the same file, or of the same words as the last one.
  private func repeated(
    _ entry: NewEntry, content: String, among versions: [RecordedVersion]
  ) -> (RecordedVersion, RecordedItem.Status)? {
    guard !versions.isEmpty else { return nil }
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
    // A version of a series is known by its dates; of anything else the last one is repeated.
    let candidates = entry.kind == .series ? versions[...] : versions.suffix(1)
    let same = candidates.last { version in
      version.content == content && version.effective == entry.effective.description
        && version.known == entry.known.description && version.reason == entry.reason
    }
    return same.map { ($0, .unchanged) }
  }
}

extension Recorder {
  /// Makes the entry the next of the chain; its rows are written with those of the next ones.
  private mutating func add(
    _ entry: NewEntry, _ version: Version, rows: EntryRows
  ) throws -> RecordedItem {
    if pending.isEmpty {
      stateBefore = state
      try statements.begin.execute()
    }
    let recording = try state.recording ?? addRecording()
    state.recording = recording
    for document in entry.documents { try add(document) }
    let sequence = state.head.count + 1
    var row: [DatabaseValue] = [
      value(sequence), recording[0], value(version.kind.rawValue), value(version.subject),
      value(version.number), value(entry.effective.description), value(entry.known.description),
      value(entry.document?.hash), value(entry.document?.name), value(entry.reason),
      value(version.content),
    ]
    let hash = ChainLink.hash(
      after: state.head.hash, recording: recording, entry: row, rows: rows, using: &encoding)
    row.append(value(hash))
    pending.append(
      PendingEntry(entry: entry, kind: version.kind, number: value(sequence), row: row, rows: rows))
    state.head = ChainHead(count: sequence, hash: hash)
    state.references.add(entry)
    return RecordedItem(
      kind: version.kind, subject: version.subject, status: .recorded, entry: sequence,
      number: version.number)
  }

  /// Writes the rows that wait.
  ///
  /// Where the ledger refuses one of them, all are taken back and written entry by entry, so that
  /// each one that it refuses is named.
  private mutating func writePending() throws {
    guard let before = stateBefore, !pending.isEmpty else { return }
    let batch = pending
    pending.removeAll(keepingCapacity: true)
    do {
      try statements.insert(batch)
      try statements.release.execute()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      try statements.rollBack.execute()
      try statements.release.execute()
      state = before
      guard batch.count == 1 else {
        for item in batch { try record([item.entry], item.kind) { _, _ in } }
        return
      }
      problems.append(
        .refused(
          batch[0].kind, subject: batch[0].entry.subject, rule: RefusedRule(error).words,
          file: batch[0].entry.document?.name))
    }
  }

  private func addRecording() throws -> [DatabaseValue] {
    let last = try Int.fetchOne(database, sql: "SELECT max(recording) FROM recording") ?? 0
    return try insertRecording(last + 1, at: recordedAt, program: program, into: database)
  }

  private mutating func add(_ document: Document) throws {
    guard try !statements.hasDocument(hash: document.hash) else { return }
    try statements.insertDocument(document, number: state.nextDocument)
    state.nextDocument += 1
  }
}

/// An entry whose rows are not written yet.
struct PendingEntry {
  let entry: NewEntry
  let kind: EntryKind
  /// Its sequence number.
  let number: DatabaseValue
  /// The row of the entry itself.
  let row: [DatabaseValue]
  let rows: EntryRows
}

extension EntryKind {
  /// Whether there may be thousands in one recording, none of which another of its kind refers to.
  fileprivate var isWrittenInBatches: Bool {
    switch self {
    case .party, .site, .series, .scenario, .run: false
    case .deal, .invoice, .creditNote, .receipt, .writeOff, .refund, .reversal: true
    }
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
