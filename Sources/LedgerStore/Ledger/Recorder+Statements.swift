import Foundation
import GRDB

/// A version of the subject of an entry, as far as a repeat is recognised by it.
struct RecordedVersion {
  let sequence: Int
  let number: Int
  let content: String
  let document: String?
  let effective: String
  let known: String
  let reason: String?
  /// Of a deal.
  let change: String?
  /// The entry that it corrects.
  let corrects: Int?
}

extension Recorder {
  /// The statements of a recording, each prepared once.
  struct Statements {
    /// How many subjects are looked up at once.
    static let subjectsAtOnce = 64

    /// Of each table, those that add 1, 2, 4, … rows.
    private let insertions: [Insertions]
    private let entries: Insertions
    /// One entry, which may be taken back.
    let begin: Statement
    let rollBack: Statement
    let release: Statement
    private let document: Statement
    private let knownDocument: Statement
    private let versions: Statement
    private let anyEntry: Statement

    init(_ database: Database) throws {
      insertions = EntryTable.all.map { table in
        Insertions(database, columns: table.columns.count + 1) { table.insertion(rows: $0) }
      }
      entries = Insertions(database, columns: 12) { rows in
        let row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        return """
          INSERT INTO entry (
            sequence, recording, kind, subject, number, effectiveOn, knownOn, document, fileName,
            reason, content, hash)
          VALUES \(repeatElement(row, count: rows).joined(separator: ", "))
          """
      }
      begin = try database.makeStatement(sql: "SAVEPOINT single")
      rollBack = try database.makeStatement(sql: "ROLLBACK TO single")
      release = try database.makeStatement(sql: "RELEASE single")
      document = try database.makeStatement(
        sql: "INSERT INTO document (document, hash, bytes) VALUES (?, ?, ?)")
      knownDocument = try database.makeStatement(
        sql: "SELECT 1 FROM document WHERE hash = ?")
      anyEntry = try database.makeStatement(sql: "SELECT 1 FROM entry WHERE kind = ? LIMIT 1")
      let places = repeatElement("?", count: Self.subjectsAtOnce).joined(separator: ", ")
      versions = try database.makeStatement(
        sql: """
          SELECT entry.subject, entry.sequence, entry.number, entry.content, entry.document,
            entry.effectiveOn, entry.knownOn, entry.reason, version.change, version.corrects
          FROM entry LEFT JOIN dealVersion AS version ON version.entry = entry.sequence
          WHERE entry.kind = ? AND entry.subject IN (\(places))
          ORDER BY entry.subject, entry.number
          """)
    }

    /// Writes the rows of entries table by table, and then the entries, which seals them.
    func insert(_ waiting: WaitingRows) throws {
      try waiting.forEachStretch { table, rows, cells, numbers in
        let insertions = table.map { self.insertions[$0] } ?? entries
        try insertions.insert(rows, cells: cells, numbers: numbers)
      }
    }

    func hasEntries(of kind: EntryKind) throws -> Bool {
      try Int.fetchOne(anyEntry, arguments: [kind.rawValue]) != nil
    }

    func hasDocument(hash: String) throws -> Bool {
      try Int.fetchOne(knownDocument, arguments: [hash]) != nil
    }

    func insertDocument(_ new: Document, number: Int) throws {
      document.setUncheckedArguments([number, new.hash, Data(new.bytes)])
      try document.execute()
    }

    /// The versions of some subjects, of each in the order of recording.
    ///
    /// - Precondition: No more subjects than `subjectsAtOnce`.
    func versions(
      of subjects: some Collection<String>, _ kind: EntryKind
    ) throws -> [String: [RecordedVersion]] {
      precondition(subjects.count <= Self.subjectsAtOnce, "the statement has room for them")
      let rest = repeatElement(DatabaseValue.null, count: Self.subjectsAtOnce - subjects.count)
      versions.setUncheckedArguments(
        StatementArguments([value(kind.rawValue)] + subjects.map { value($0) } + rest))
      let rows = try Row.fetchCursor(versions)
      var found: [String: [RecordedVersion]] = [:]
      while let row = try rows.next() {
        found[row[0], default: []].append(
          RecordedVersion(
            sequence: row[1], number: row[2], content: row[3], document: row[4],
            effective: row[5], known: row[6], reason: row[7], change: row[8], corrects: row[9]))
      }
      return found
    }
  }
}

/// The statements that add rows to one table, as many at once as there are.
final class Insertions {
  private let database: Database
  private let columns: Int
  private let sql: (_ rows: Int) -> String
  /// By the power of two of their rows, prepared when first needed.
  private var statements: [Int: Statement] = [:]

  private static let largestPower = 5

  /// - Parameters:
  ///   - columns: How many values a row has.
  ///   - sql: The statement that adds so many rows.
  init(_ database: Database, columns: Int, sql: @escaping (_ rows: Int) -> String) {
    self.database = database
    self.columns = columns
    self.sql = sql
  }

  /// - Parameters:
  ///   - cells: Which values of the rows.
  ///   - numbers: Of the entries of their run.
  func insert(_ rows: PackedRows, cells: Range<Int>, numbers: [Int]) throws {
    var start = cells.lowerBound
    var power = Self.largestPower
    while start < cells.upperBound {
      let count = columns << power
      guard cells.upperBound - start >= count else {
        power -= 1
        continue
      }
      try rows.execute(try statement(power), with: start..<start + count, numbers: numbers)
      start += count
    }
  }

  private func statement(_ power: Int) throws -> Statement {
    if let statement = statements[power] { return statement }
    let statement = try database.makeStatement(sql: sql(1 << power))
    // Its values are bound by `PackedRows`, and are not to be asked for.
    statement.setUncheckedArguments(StatementArguments())
    statements[power] = statement
    return statement
  }
}
