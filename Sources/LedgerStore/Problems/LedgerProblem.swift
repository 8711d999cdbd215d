public import FinanceBasics

/// Why a ledger file cannot be made, opened, read or written.
public enum LedgerProblem: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  case isDirectory(path: String)
  /// A symbolic link that leads nowhere, as a clause about it.
  case brokenLink(path: String, finding: String)
  /// A new ledger would go where something is already.
  case exists(path: String)
  /// The file is empty, or something else than a ledger.
  case notALedger(path: String, finding: String)
  case newerSchema(path: String, found: Int, known: Int)
  /// The file is damaged, by what SQLite or its size says.
  case corrupted(path: String, finding: String)
  /// Another command held the ledger for longer than a writer waits.
  case locked(path: String, seconds: Int)
  case diskFull(path: String)
  /// The file system failed otherwise: a quota, a limit, a defect; `action` is read or written.
  case diskFailed(path: String, action: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// A reader cannot make what SQLite needs beside the file, or may not read the file.
  case cannotRead(path: String, finding: String)
  /// Of a file that can only be read as it lies there: another command wrote to it meanwhile.
  case changedWhileRead(path: String)
  /// The folder is missing, or its permissions keep us out.
  case cannotOpen(path: String, finding: String)
  /// Anything else that SQLite reports.
  case failed(path: String, finding: String)
}

extension LedgerProblem: Diagnostic {
  /// A stable name that tests and scripts match on.
  public var code: String {
    switch self {
    case .missing: "ledger.missing"
    case .isDirectory: "ledger.is-directory"
    case .brokenLink: "ledger.broken-link"
    case .exists: "ledger.exists"
    case .notALedger: "ledger.not-a-ledger"
    case .newerSchema: "ledger.newer-schema"
    case .corrupted: "ledger.corrupted"
    case .locked: "ledger.locked"
    case .diskFull: "ledger.disk-full"
    case .diskFailed: "ledger.disk-failed"
    case .readOnly: "ledger.read-only"
    case .cannotRead: "ledger.cannot-read"
    case .changedWhileRead: "ledger.changed-while-read"
    case .cannotOpen: "ledger.cannot-open"
    case .failed: "ledger.failed"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .missing: "there is no ledger here"
    case .isDirectory: "this is a folder, not a ledger"
    case .brokenLink(_, let finding): "there is no ledger here: \(finding)"
    case .exists: "something is here already, and a new ledger never replaces it"
    case .notALedger(_, let finding): "this is not a ledger: \(finding)"
    case .newerSchema(_, let found, let known):
      "the ledger has schema \(found), and this program knows schemas up to \(known)"
    case .corrupted(_, let finding): "the ledger is damaged: \(finding)"
    case .locked(_, let seconds):
      "another command is writing to the ledger and did not finish within \(seconds) seconds"
    case .diskFull: "the disk is full; nothing was recorded"
    case .diskFailed(_, let action): "the disk gave an error while the ledger was \(action)"
    case .readOnly: "the ledger or its folder cannot be written; nothing was recorded"
    case .cannotRead(_, let finding): "the ledger cannot be read: \(finding)"
    case .changedWhileRead: "another command wrote to the ledger while it was read"
    case .cannotOpen(_, let finding): "the ledger cannot be opened: \(finding)"
    case .failed(_, let finding): "the ledger gave an error: \(finding)"
    }
  }

  /// The path of the ledger.
  public var location: DiagnosticLocation {
    switch self {
    case .missing(let path), .isDirectory(let path), .brokenLink(let path, _), .exists(let path),
      .notALedger(let path, _), .newerSchema(let path, _, _), .corrupted(let path, _),
      .locked(let path, _), .diskFull(let path), .diskFailed(let path, _), .readOnly(let path),
      .cannotRead(let path, _), .changedWhileRead(let path), .cannotOpen(let path, _),
      .failed(let path, _):
      DiagnosticLocation(file: path)
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .missing: "make one with `leasebook init`, or name another with `--ledger`"
    case .isDirectory: "name a file in it with `--ledger`"
    case .brokenLink: "point the link at a ledger, or name the ledger itself with `--ledger`"
    case .exists: "record into it, or name another path with `--ledger`"
    case .notALedger: "name a ledger with `--ledger`, or make one with `leasebook init`"
    case .newerSchema: "use the leasebook that wrote it, or a later one"
    case .corrupted:
      "keep the file as it is, see what `leasebook verify` finds, and go on from a backup"
    case .locked: "wait until the other command is done, then try again"
    case .diskFull: "free some space on the disk of the ledger, then try again"
    case .diskFailed: "check the disk's quota, limits and health, then run the command again"
    case .readOnly: "make the file and its folder writable, or copy the ledger elsewhere"
    case .cannotRead:
      "have somebody who may write it run `leasebook list` and let you read it, or read a copy"
    case .changedWhileRead: "run the command again"
    case .cannotOpen: "make sure that the folder exists and that you may read and write it"
    case .failed: "run `leasebook verify`, and keep a copy of the file"
    }
  }

  /// What failed, which decides the exit code.
  public var kind: DiagnosticKind {
    switch self {
    case .missing, .isDirectory, .brokenLink, .notALedger: .missingInput
    case .exists, .newerSchema, .corrupted, .locked, .diskFull, .diskFailed, .readOnly,
      .cannotRead, .changedWhileRead, .cannotOpen, .failed:
      .storeFailure
    }
  }
}
