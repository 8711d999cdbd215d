/// A problem that the user can act on: what is wrong, where, and how to put it right.
public protocol Diagnostic: Error, Sendable {
  /// A stable, documented name, such as `unit.missing`, that tests and scripts match on.
  var code: String { get }
  /// One sentence that says what is wrong, with the offending values in it.
  var problem: String { get }
  /// The file and line, or the deal and field, at fault.
  var location: DiagnosticLocation { get }
  /// One imperative sentence that puts it right.
  var remedy: String { get }
  /// What failed, which decides the exit code of the command.
  var kind: DiagnosticKind { get }
}

extension Diagnostic {
  /// Which kind it is.
  public var kind: DiagnosticKind { .badData }
}

/// What failed: the data, an input that is not there, or the store.
public enum DiagnosticKind: Int32, Sendable {
  /// A command line that says nothing that can be done; exit code 64.
  case usage = 64
  /// A deal file, a series or a question that cannot be answered; exit code 65.
  case badData = 65
  /// A file, a ledger or a deal that is not there; exit code 66.
  case missingInput = 66
  /// A full disk, a lock, a ledger of a newer schema; exit code 74.
  case storeFailure = 74
}

/// Where a problem is: any of a file with line and column, and a field.
public struct DiagnosticLocation: Hashable, Sendable {
  /// The path as the user gave it.
  public var file: String?
  /// The line, from 1.
  public var line: Int?
  /// The column in characters, from 1.
  public var column: Int?
  /// The field, such as `terms.rent.contractValue`, or the deal.
  public var field: String?

  /// No place at all.
  public static let unknown = DiagnosticLocation()

  /// Takes the parts as they are.
  public init(
    file: String? = nil, line: Int? = nil, column: Int? = nil, field: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
  }
}

/// Everything found wrong in one pass, in the order of files and lines. Never empty.
public struct Diagnostics: Error, Sendable {
  /// In the order of files and lines.
  public let all: [any Diagnostic]

  /// - Precondition: At least one problem was found.
  public init(_ all: [any Diagnostic]) {
    precondition(!all.isEmpty, "an error names at least one problem")
    self.all = all
  }
}
