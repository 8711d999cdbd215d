import FinanceBasics
import GRDB
import LeaseModel

/// Adds entries to a ledger within one transaction.
///
/// Rows wait until there are many, and are written table by table: neighbours in a table and in its
/// indexes come together then, which spares SQLite most of the pages that it would touch again.
struct Recorder {
  private let database: Database
  private let recordedAt: Timestamp
  private let program: String
  private let statements: Statements
  /// How many values may wait before they are written.
  private let cellsAtOnce: Int
  /// What the next entry follows from.
  private var state: State
  private var encoding = CanonicalEncoding()
  /// What is wrong with the entries so far; nothing is committed unless it stays empty.
  private(set) var problems: [RecordProblem] = []
  private var waiting = WaitingRows()
  /// What the first entry that waits followed from.
  private var stateBefore: State?

  /// Some thousands of documents, or some hundreds of deals.
  private static let usualCellsAtOnce = 262_144

  /// The ledger refused a row of one of several entries: none of this transaction may stay.
  ///
  /// A recorder that names what is refused tells which it is.
  struct SeveralRefused: Error {}

  /// What entries follow from, and change.
  private struct State {
    var head: ChainHead
    var references: References
  }

  /// The recording's row, once something is to be added.
  private var recording: [DatabaseValue]?
  private var nextDocument: Int

  /// - Parameter namesRefused: Whether entries are written one by one, so that each one that the
  ///   ledger refuses is among the problems.
  init(
    database: Database, recordedAt: Timestamp, program: String, namesRefused: Bool = false
  ) throws {
    self.database = database
    self.recordedAt = recordedAt
    self.program = program
    cellsAtOnce = namesRefused ? 1 : Self.usualCellsAtOnce
    statements = try Statements(database)
    state = State(
      head: try ChainHead.read(from: database), references: try References(database))
    nextDocument =
      1 + (try Int.fetchOne(database, sql: "SELECT max(document) FROM document") ?? 0)
  }

  /// Adds every entry that is new: by kind in the order of `EntryKind`, else in the order given.
  ///
  /// - Throws: `SeveralRefused`, unless the recorder names what is refused.
  mutating func record(_ entries: [NewEntry]) throws -> RecordOutcome {
    state.references.announce(entries)
    var places: [EntryKind: [Int]] = [:]
    for (place, entry) in entries.enumerated() { places[entry.kind, default: []].append(place) }
    var items: [RecordedItem?] = Array(repeating: nil, count: entries.count)
    for kind in EntryKind.allCases {
      var places = (places[kind] ?? [])[...]
      guard !places.isEmpty else { continue }
      var subjects = Subjects(areNew: try !statements.hasEntries(of: kind))
      for run in PreparedRuns(places.map { entries[$0] }) {
        waiting.begin(run)
        for item in try record(run, kind, &subjects) { items[places.removeFirst()] = item }
      }
      try writeWaiting()
    }
    return RecordOutcome(items: items.compactMap { $0 }, head: state.head)
  }

  /// The subjects of one kind in one recording.
  private struct Subjects {
    /// Whether the ledger had none of the kind before.
    let areNew: Bool
    var seen: Set<String> = []
  }

  /// Records entries of one kind.
  ///
  /// - Returns: What became of each entry; `nil` of one that has problems.
  private mutating func record(
    _ run: PreparedRun, _ kind: EntryKind, _ subjects: inout Subjects
  ) throws -> [RecordedItem?] {
    var items: [RecordedItem?] = []
    var rest = run.entries[...]
    while !rest.isEmpty {
      let batch = rest.prefix(kind.isWrittenInBatches ? Statements.subjectsAtOnce : 1)
      rest = rest.dropFirst(batch.count)
      let known = subjects.areNew ? [:] : try statements.versions(of: batch.map(\.subject), kind)
      for place in batch.indices {
        let subject = batch[place].subject
        var versions = known[subject] ?? []
        if !subjects.seen.insert(subject).inserted {
          try writeWaiting()
          versions = try statements.versions(of: [subject], kind)[subject] ?? []
        }
        items.append(try record(place, of: run, kind, versions: versions))
        if waiting.cellCount >= cellsAtOnce { try writeWaiting() }
      }
      if !kind.isWrittenInBatches { try writeWaiting() }
    }
    return items
  }

  private mutating func record(
    _ place: Int, of run: PreparedRun, _ kind: EntryKind, versions: [RecordedVersion]
  ) throws -> RecordedItem? {
    let prepared = run.entries[place]
    let (entry, subject, content) = (prepared.entry, prepared.subject, prepared.content)
    if let place = prepared.placeOfNUL {
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
    return try add(place, of: run, kind, after: versions.count)
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
        // An amendment makes a version of each of the terms that it is put into.
        if case .deal(let record) = entry, record.change != .amendment {
          return version.change == record.change.name && version.corrects == record.change.corrects
        }
        return version.content == content && version.corrects == nil
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
}

extension Recorder {
  /// Makes the entry the next of the chain; its rows are written with those of the next ones.
  ///
  /// - Parameter count: How many versions of its subject there are.
  private mutating func add(
    _ place: Int, of run: PreparedRun, _ kind: EntryKind, after count: Int
  ) throws -> RecordedItem {
    let prepared = run.entries[place]
    if waiting.entries.isEmpty { stateBefore = state }
    let recording = try self.recording ?? addRecording()
    self.recording = recording
    for document in prepared.entry.documents { try add(document) }
    let sequence = state.head.count + 1
    var row = [
      value(sequence), recording[0], value(kind.rawValue), value(prepared.subject),
      value(count + 1),
    ]
    row += prepared.columns
    let hash = ChainLink.hash(
      after: state.head.hash, recording: recording, entry: row,
      linked: run.parts(of: prepared, isNew: count == 0).lazy.map { run.linked($0) },
      using: &encoding)
    row.append(value(hash))
    waiting.add(place, number: sequence, row: row, isNew: count == 0)
    state.head = ChainHead(count: sequence, hash: hash)
    state.references.add(prepared.entry)
    return RecordedItem(
      kind: kind, subject: prepared.subject, status: .recorded, entry: sequence, number: count + 1)
  }

  /// Writes the rows that wait.
  ///
  /// A single entry that the ledger refuses is taken back and is a problem. Several are not taken
  /// back: to be able to, SQLite would keep a copy of each page with each statement.
  ///
  /// - Throws: `SeveralRefused`.
  private mutating func writeWaiting() throws {
    guard let before = stateBefore, let first = waiting.entries.first else { return }
    let isSingle = waiting.entries.count == 1
    defer { waiting.removeAll() }
    do {
      if isSingle { try statements.begin.execute() }
      try statements.insert(waiting)
      if isSingle { try statements.release.execute() }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      guard isSingle else { throw SeveralRefused() }
      try statements.rollBack.execute()
      try statements.release.execute()
      state = before
      problems.append(
        .refused(
          first.kind, subject: first.subject, rule: RefusedRule(error).words,
          file: first.document?.name))
    }
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
