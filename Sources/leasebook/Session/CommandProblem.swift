import FinanceBasics

/// What a command was asked for and cannot find or read.
enum CommandProblem: Diagnostic {
  case unknownDeal(String, nearest: String?)
  /// What no deal, party, site, series or scenario is called; or none of the kind asked for.
  case unknownSubject(String, kind: SubjectKind?, nearest: String?)
  case unknownParty(String, nearest: String?, landlords: [String])
  case unknownScenario(String, nearest: String?)
  case unknownEntry(Int, last: Int)
  case unknownField(String, nearest: String?)
  case badTimestamp(String)
  case noSuchFile(String)
  /// The environment names a file of settings that is not there.
  case noSettingsFile(String, variable: String)
  case unreadableFile(String, reason: String)
  case noDealFiles(folder: String)
  case unwritableFile(String, reason: String)
  case fileExists(String)
  /// An answer would go where a ledger or a deal file is.
  case keptFile(String, what: String)
  /// Somebody else wrote it while the answer was sought.
  case changedFile(String)

  var code: String {
    switch self {
    case .unknownDeal: "deal.unknown"
    case .unknownSubject: "name.unknown"
    case .unknownParty: "party.unknown-name"
    case .unknownScenario: "scenario.unknown"
    case .unknownEntry: "entry.unknown"
    case .unknownField: "field.unknown"
    case .badTimestamp: "clock.not-a-timestamp"
    case .noSuchFile: "file.missing"
    case .noSettingsFile: "setting.file-missing"
    case .unreadableFile: "file.unreadable"
    case .noDealFiles: "file.none-in-folder"
    case .unwritableFile: "file.unwritable"
    case .fileExists: "file.exists"
    case .keptFile: "file.kept"
    case .changedFile: "file.changed"
    }
  }

  var problem: String {
    switch self {
    case .unknownDeal(let id, _): "there is no deal '\(id)' in the book that was asked for"
    case .unknownSubject(let name, let kind, _):
      "the ledger has no \(kind?.rawValue ?? SubjectKind.words) '\(name)'"
    case .unknownParty(let name, _, _): "there is no party '\(name)' in the ledger"
    case .unknownScenario(let name, _):
      "there is no scenario '\(name)' in the ledger, and no file of that name"
    case .unknownEntry(let entry, let last):
      "there is no entry \(entry): the last of this ledger is \(last)"
    case .unknownField(let name, _): "there is no field '\(name)'"
    case .badTimestamp(let text): "LEASEBOOK_NOW is '\(text)', which is no instant in UTC"
    case .noSuchFile(let path): "there is no file \(path)"
    case .noSettingsFile(let path, let variable): "\(variable) names \(path), which is not there"
    case .unreadableFile(let path, let reason): "\(path) cannot be read: \(reason)"
    case .noDealFiles(let folder): "the folder \(folder) holds no .yaml file"
    case .unwritableFile(let path, let reason): "\(path) cannot be written: \(reason)"
    case .fileExists(let path): "there is a file \(path) already"
    case .keptFile(let path, let what): "\(path) is \(what), which an answer never replaces"
    case .changedFile(let path):
      "\(path) was changed by somebody else meanwhile, so that nothing is written"
    }
  }

  var location: DiagnosticLocation {
    switch self {
    case .noSuchFile(let path), .noSettingsFile(let path, _), .unreadableFile(let path, _),
      .noDealFiles(let path),
      .unwritableFile(let path, _), .fileExists(let path), .keptFile(let path, _),
      .changedFile(let path):
      DiagnosticLocation(file: path)
    case .unknownDeal, .unknownSubject, .unknownParty, .unknownScenario, .unknownEntry,
      .unknownField,
      .badTimestamp:
      .unknown
    }
  }

  var remedy: String {
    switch self {
    case .unknownDeal(_, let nearest):
      nearest.map { "write \($0), if that is what is meant, or see `leasebook list`" }
        ?? "see `leasebook list`, or look at a later day with --known-on"
    case .unknownSubject(_, _, let nearest):
      nearest.map { "write \($0), if that is what is meant" } ?? "see `leasebook list`"
    case .unknownParty(_, let nearest, let landlords):
      nearest.map { "write '\($0)', if that is who is meant" }
        ?? "write an id, a name or an alias; the landlords are \(landlords.joined(separator: ", "))"
    case .unknownScenario(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "give the path of its file, or record it"
    case .unknownEntry(_, let last): "write a number from 0 to \(last)"
    case .unknownField(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" } ?? "see `leasebook docs`"
    case .badTimestamp: "write an instant such as 2026-11-21T09:30:00Z"
    case .noSuchFile: "check the path"
    case .noSettingsFile(_, let variable): "check the path, or unset \(variable)"
    case .unreadableFile: "check that you may read it, and that it is a file"
    case .noDealFiles: "name the folder that holds the deal files"
    case .unwritableFile: "check that you may write it and its folder, and that there is room"
    case .fileExists, .keptFile: "give another path, or move that file away"
    case .changedFile: "give the command again"
    }
  }

  var kind: DiagnosticKind {
    switch self {
    case .badTimestamp: .badData
    case .unwritableFile, .fileExists, .keptFile, .changedFile: .storeFailure
    default: .missingInput
    }
  }
}
