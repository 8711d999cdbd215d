import FinanceBasics
import GRDB

extension Ledger {
  /// Adds entries, all of them or none, and is durable when it returns.
  ///
  /// A repeat is recognised and adds nothing: a file that was recorded before for the same subject,
  /// or words that the subject's last version has already.
  ///
  /// - Parameters:
  ///   - recordedAt: The instant of the recording; the order is the sequence number all the same.
  ///   - program: The program and its version.
  /// - Throws: `Diagnostics` with every `RecordProblem` found, or `LedgerProblem`;
  ///   `ledger.locked` where another writer did not finish in five seconds.
  /// - Precondition: The ledger is open for writing.
  public func record(
    _ entries: [NewEntry], recordedAt: Timestamp, program: String
  ) throws -> RecordOutcome {
    try record(recordedAt: recordedAt, program: program, making: { entries })
  }

  /// Adds entries that are made from the ledger as it stands once no other writer can change it.
  ///
  /// Amendments are merged into their deals here, so that none is lost between two commands.
  ///
  /// - Parameter prepare: Is given the whole ledger, and gives the entries to record. It may ask
  ///   this ledger anything, and must not record.
  /// - Throws: What `prepare` throws, and as `record(_:recordedAt:program:)`.
  /// - Precondition: The ledger is open for writing.
  public func record(
    recordedAt: Timestamp, program: String, preparing prepare: (Book) throws -> [NewEntry]
  ) throws -> RecordOutcome {
    try record(recordedAt: recordedAt, program: program) { try prepare(try snapshot()) }
  }

  /// Adds entries that are made once no other writer can change the ledger.
  ///
  /// - Parameter make: Gives the entries to record. It may ask this ledger anything, and must not
  ///   record. It is asked twice where the ledger refuses an entry, which is rare.
  /// - Throws: What `make` throws, and as `record(_:recordedAt:program:)`.
  /// - Precondition: The ledger is open for writing.
  public func record(
    recordedAt: Timestamp, program: String, making make: () throws -> [NewEntry]
  ) throws -> RecordOutcome {
    precondition(mode == .readWrite, "a ledger that is only read records nothing")
    func record(namesRefused: Bool) throws -> RecordOutcome {
      try connection.write { database in
        let entries = try make()
        var recorder = try Recorder(
          database: database, recordedAt: recordedAt, program: program, namesRefused: namesRefused)
        let outcome = try recorder.record(entries)
        guard recorder.problems.isEmpty else { throw Diagnostics(recorder.problems) }
        return outcome
      }
    }
    do {
      return try record(namesRefused: false)
    } catch is Recorder.SeveralRefused {
      return try record(namesRefused: true)
    }
  }
}

extension ChainHead {
  static func read(from database: Database, through sequence: Int? = nil) throws -> ChainHead {
    let last = try Row.fetchOne(
      database,
      sql: "SELECT sequence, hash FROM entry WHERE sequence <= ? ORDER BY sequence DESC LIMIT 1",
      arguments: [sequence ?? Int.max])
    if let last { return ChainHead(count: try last.integer(0), hash: try last.text(1)) }
    let making = try Row.fetchOne(
      database,
      sql: """
        SELECT recording, recordedAt, program, schemaVersion FROM recording WHERE recording = 1
        """)
    return ChainHead(
      count: 0, hash: ChainLink.genesis(recording: making.map { Array($0.databaseValues) } ?? []))
  }
}
