import FinanceBasics
import Foundation
import GRDB
import LeaseModel

extension BookReader {
  func runCount() throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM run") ?? 0
  }

  /// The entry of the run of a name.
  func runEntry(_ name: String) throws -> Int? {
    try Int.fetchOne(database, sql: "SELECT entry FROM run WHERE run = ?", arguments: [name])
  }

  /// The verb and the number, such as `value-3`; the number after it where that name is taken.
  func freeRunName(_ verb: RunVerb, number: Int) throws -> String {
    // Of more names than there are runs one is free.
    for number in number...(2 * number) where try runEntry("\(verb.rawValue)-\(number)") == nil {
      return "\(verb.rawValue)-\(number)"
    }
    return "\(verb.rawValue)-\(2 * number + 1)"
  }

  /// The run that asks the same of the same inputs and got the same answer, whatever its name.
  func sameRun(as record: RunRecord) throws -> KeptRun? {
    var encoding = CanonicalEncoding()
    let rows = EntryRows(.run(record), isNew: true)
    let content = ChainLink.content(of: rows, using: &encoding)
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT sequence, subject FROM entry
        WHERE kind = 'run' AND content = ? AND document = ? ORDER BY sequence LIMIT 1
        """, arguments: [content, record.document.hash])
    return try row.map { row in
      KeptRun(
        name: try row.text(1), isNew: false, entry: try row.integer(0),
        answerHash: record.document.hash, head: try ChainHead.read(from: database))
    }
  }

  /// The kept runs in the order of recording.
  func runs() throws -> [StoredRun] {
    var options = try options()
    var inputs = try inputs()
    var conventions = try conventions()
    return try Row.fetchAll(
      database,
      sql: """
        SELECT run.entry, run.run, run.number, run.verb, run.asked, run.asOfEntry, run.asOfHash,
          entry.document, entry.hash, recording.recordedAt, recording.program,
          recording.schemaVersion, document.bytes
        FROM run CROSS JOIN entry ON entry.sequence = run.entry
        JOIN recording ON recording.recording = entry.recording
        LEFT JOIN document ON document.hash = entry.document
        ORDER BY run.entry
        """
    ).map { row in
      let entry = try row.integer(0)
      return try Self.run(
        row, entry: entry, options: options.removeValue(forKey: entry) ?? [],
        inputs: inputs.removeValue(forKey: entry) ?? [],
        conventions: conventions.removeValue(forKey: entry) ?? [])
    }
  }

  private static func run(
    _ row: Row, entry: Int, options: [RunOption], inputs: [RunInput], conventions: [String]
  ) throws -> StoredRun {
    let (name, verb, instant) = (try row.text(1), try row.text(3), try row.text(9))
    guard RunRecord.isName(name) else {
      throw UnreadableValue(entry: entry, column: "name of a run", text: name)
    }
    guard let knownVerb = RunVerb(rawValue: verb) else {
      throw UnreadableValue(entry: entry, column: "verb", text: verb)
    }
    guard let recordedAt = Timestamp(instant) else {
      throw UnreadableValue(entry: entry, column: "instant of recording", text: instant)
    }
    guard let answer = row[12] as Data? else {
      throw UnreadableValue(entry: entry, column: "answer", text: "NULL")
    }
    return StoredRun(
      entry: entry,
      record: RunRecord(
        name: name, number: try row.integer(2),
        question: AnsweredQuestion(
          verb: knownVerb, asked: try row.text(4), options: options,
          asOf: ChainHead(count: try row.integer(5), hash: try row.text(6)), inputs: inputs,
          conventions: conventions, answer: Array(answer))),
      recordedAt: recordedAt, program: try row.text(10), schema: try row.integer(11),
      answerHash: try row.text(7), hash: try row.text(8))
  }

  private func options() throws -> [Int: [RunOption]] {
    try partsOfRuns(
      "SELECT entry, option, value FROM runOption ORDER BY entry, position"
    ) { RunOption(try $0.text(1), try $0.text(2)) }
  }

  private func conventions() throws -> [Int: [String]] {
    try partsOfRuns("SELECT entry, text FROM runConvention ORDER BY entry, position") {
      try $0.text(1)
    }
  }

  /// As the runs name them: what became of the entry since is for the check of the ledger.
  private func inputs() throws -> [Int: [RunInput]] {
    try partsOfRuns(
      """
      SELECT part.entry, part.input, part.link, part.document, part.file, document.bytes
      FROM runInput AS part LEFT JOIN document ON document.hash = part.document
        AND part.file IS NOT NULL
      ORDER BY part.entry, part.position
      """
    ) { row in
      if let file = row[4] as String? {
        return .file(Document(name: file, bytes: Array(row[5] as Data? ?? Data())))
      }
      let stored = try recordedInput(try row.integer(1))
      return .entry(
        RecordedInput(
          entry: stored.entry, kind: stored.kind, subject: stored.subject, number: stored.number,
          documentHash: row[3], hash: try row.text(2)))
    }
  }

  private func partsOfRuns<Part>(
    _ sql: String, _ read: (Row) throws -> Part
  ) throws -> [Int: [Part]] {
    var parts: [Int: [Part]] = [:]
    for row in try Row.fetchAll(database, sql: sql) {
      parts[try row.integer(0), default: []].append(try read(row))
    }
    return parts
  }
}

extension BookReader {
  /// An entry as the input of an answer.
  func recordedInput(_ entry: Int) throws -> RecordedInput {
    let statement = try database.cachedStatement(
      sql: "SELECT kind, subject, number, document, hash FROM entry WHERE sequence = ?")
    guard let row = try Row.fetchOne(statement, arguments: [entry]) else {
      throw UnreadableValue(entry: entry, column: "input of a run", text: "an entry not there")
    }
    let kind = try row.text(0)
    guard let knownKind = EntryKind(rawValue: kind) else {
      throw UnreadableValue(entry: entry, column: "kind", text: kind)
    }
    return RecordedInput(
      entry: entry, kind: knownKind, subject: try row.text(1), number: try row.integer(2),
      documentHash: row[3], hash: try row.text(4))
  }

  /// The entries of the versions of parties and sites in force as of some dates.
  func registeredEntries(
    _ asOf: AsOf, parties: Set<PartyID>, sites: Set<SiteID>
  ) throws -> Set<Int> {
    let last = try ChainHead.read(from: database, through: sequence(of: asOf.recordedBy)).count
    var entries: Set<Int> = []
    for (table, subject, ids) in [
      ("partyVersion", "party", Set(parties.map(\.text))),
      ("siteVersion", "site", Set(sites.map(\.text))),
    ] {
      let chosen = try chosen(
        """
        SELECT version.\(subject), entry.effectiveOn, version.entry FROM \(table) AS version
        CROSS JOIN entry ON entry.sequence = version.entry
        """, subject: "version.\(subject)", asOf: asOf, through: last
      ) { (id: try $0.text(0), entry: try $0.integer(2)) }
      entries.formUnion(chosen.filter { ids.contains($0.id) }.map(\.entry))
    }
    return entries
  }
}
