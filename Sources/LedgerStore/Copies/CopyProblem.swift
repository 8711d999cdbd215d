public import FinanceBasics

/// Why a ledger was not copied, written out or rebuilt; nothing is left of the attempt.
public enum CopyProblem: Error, Hashable, Sendable {
  /// Something is where the copy would go.
  case exists(path: String)
  case noFolder(path: String, folder: String)
  case cannotWrite(path: String, finding: String)
  /// The disk of the copy has no room for it, or a quota or a limit allows no more.
  case diskFull(path: String)
  /// The copy, or the ledger itself, is not sound.
  case unsound(path: String, finding: String)
  /// The folder was not written by an export.
  case notAnExport(folder: String, finding: String)
  case newerExport(folder: String, found: Int, known: Int)
  /// A file of an export is not the one that was written.
  case changedFile(path: String, finding: String)
  /// A line of a table that no export writes.
  case badLine(path: String, line: Int, finding: String)
  /// The rows do not give the head that the export states.
  case otherHead(folder: String, stated: String, found: String)
}

extension CopyProblem: Diagnostic {
  /// A stable name that tests and scripts match on.
  public var code: String {
    switch self {
    case .exists: "copy.exists"
    case .noFolder: "copy.no-folder"
    case .cannotWrite: "copy.cannot-write"
    case .diskFull: "copy.disk-full"
    case .unsound: "copy.unsound"
    case .notAnExport: "import.not-an-export"
    case .newerExport: "import.newer-schema"
    case .changedFile: "import.changed-file"
    case .badLine: "import.bad-line"
    case .otherHead: "import.other-head"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .exists: "something is here already, and nothing is ever replaced"
    case .noFolder(_, let folder): "there is no folder \(folder)"
    case .cannotWrite(_, let finding): "it cannot be written: \(finding)"
    case .diskFull: "there is no room for it; nothing is left of the attempt"
    case .unsound(_, let finding): "the ledger is not sound, and was not copied: \(finding)"
    case .notAnExport(_, let finding): "this is no export of a ledger: \(finding)"
    case .newerExport(_, let found, let known):
      "the export has schema \(found), and this program knows schemas up to \(known)"
    case .changedFile(_, let finding): "the file is not the one that was exported: \(finding)"
    case .badLine(_, _, let finding): "no ledger has such a row: \(finding)"
    case .otherHead(_, let stated, let found):
      "its rows give the head \(found), and its manifest states \(stated)"
    }
  }

  /// The path, and the line where it is one.
  public var location: DiagnosticLocation {
    switch self {
    case .exists(let path), .noFolder(let path, _), .cannotWrite(let path, _),
      .diskFull(let path), .unsound(let path, _), .notAnExport(let path, _),
      .newerExport(let path, _, _),
      .changedFile(let path, _), .otherHead(let path, _, _):
      DiagnosticLocation(file: path)
    case .badLine(let path, let line, _): DiagnosticLocation(file: path, line: line)
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .exists: "name a path where nothing is"
    case .noFolder: "make the folder, or name another path"
    case .cannotWrite: "make sure that you may write there, or name another path"
    case .diskFull: "free some space on its disk, or name a path on another disk"
    case .unsound: "see what `leasebook verify` finds, and go on from an earlier backup"
    case .notAnExport: "name the folder that `leasebook export` wrote"
    case .newerExport: "use the leasebook that wrote it, or a later one"
    case .changedFile, .badLine, .otherHead:
      "take the export from where it was kept, or export the ledger again"
    }
  }

  /// What failed, which decides the exit code.
  public var kind: DiagnosticKind {
    switch self {
    case .notAnExport: .missingInput
    case .changedFile, .badLine, .otherHead: .badData
    case .exists, .noFolder, .cannotWrite, .diskFull, .unsound, .newerExport: .storeFailure
    }
  }
}
