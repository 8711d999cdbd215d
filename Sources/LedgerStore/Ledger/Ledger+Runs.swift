import FinanceBasics
import GRDB
public import LeaseModel

extension Ledger {
  /// Keeps a question with its answer as an entry, and is durable when it returns.
  ///
  /// The same question over the same inputs with the same answer is recognised, whatever its name,
  /// and adds nothing.
  ///
  /// - Parameters:
  ///   - name: Of the run; `nil` for the verb and the next number, such as `value-3`.
  ///   - recordedAt: The instant of the recording.
  ///   - program: The program that answered, and its version.
  /// - Throws: `Diagnostics` with `record.run-exists`, or `LedgerProblem`.
  /// - Precondition: The ledger is open for writing, and the name is one.
  public func keep(
    _ question: AnsweredQuestion, as name: String?, recordedAt: Timestamp, program: String
  ) throws -> KeptRun {
    precondition(mode == .readWrite, "a ledger that is only read keeps nothing")
    return try connection.write { database in
      let reader = BookReader(database: database)
      let number = try reader.runCount() + 1
      let record = RunRecord(
        name: try name ?? reader.freeRunName(question.verb, number: number), number: number,
        question: question)
      if let same = try reader.sameRun(as: record) { return same }
      if let entry = try reader.runEntry(record.name) {
        throw Diagnostics([RecordProblem.runExists(record.name, entry: entry)])
      }
      var recorder = try Recorder(database: database, recordedAt: recordedAt, program: program)
      let outcome = try recorder.record([.run(record)])
      guard recorder.problems.isEmpty, let item = outcome.items.first else {
        throw Diagnostics(recorder.problems)
      }
      return KeptRun(
        name: record.name, isNew: item.isNew, entry: item.entry, answerHash: record.document.hash,
        head: outcome.head)
    }
  }

  /// The kept runs in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func runs() throws -> [StoredRun] {
    try connection.read { try BookReader(database: $0).runs() }
  }

  /// Entries as the inputs of an answer, in the order of recording.
  ///
  /// - Throws: `LedgerProblem`.
  public func inputs(entries: Set<Int>) throws -> [RunInput] {
    try connection.read { database in
      let reader = BookReader(database: database)
      return try entries.sorted().map { .entry(try reader.recordedInput($0)) }
    }
  }

  /// The entries of the versions of parties and sites in force as of some dates.
  ///
  /// - Throws: `LedgerProblem`.
  public func registeredEntries(
    _ asOf: AsOf, parties: Set<PartyID>, sites: Set<SiteID>
  ) throws -> Set<Int> {
    try connection.read { database in
      try BookReader(database: database)
        .registeredEntries(asOf, parties: parties, sites: sites)
    }
  }

  /// The chain up to an entry; all of it where there are fewer.
  ///
  /// - Throws: `LedgerProblem`.
  public func head(through entry: Int) throws -> ChainHead {
    try connection.read { try ChainHead.read(from: $0, through: entry) }
  }
}
