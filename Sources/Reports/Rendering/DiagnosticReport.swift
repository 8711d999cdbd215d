public import FinanceBasics

/// Problems that the user can act on, in the order found, for people and for programs.
public struct DiagnosticReport: Sendable {
  /// In the order found; may be empty.
  public let diagnostics: [any Diagnostic]

  /// A report of problems in the order given.
  public init(_ diagnostics: [any Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// A report of everything that one pass found.
  public init(_ diagnostics: Diagnostics) {
    self.init(diagnostics.all)
  }

  /// An array of objects with `code`, `problem`, `file`, `line`, `column`, `field` and `remedy`;
  /// what is not known of the place is `null`.
  public var json: JSONValue {
    .array(
      diagnostics.map { diagnostic in
        let location = diagnostic.location
        return [
          "code": .string(diagnostic.code),
          "problem": .string(diagnostic.problem),
          "file": .optional(location.file),
          "line": location.line.map { .integer($0) } ?? .null,
          "column": location.column.map { .integer($0) } ?? .null,
          "field": .optional(location.field),
          "remedy": .string(diagnostic.remedy),
        ]
      })
  }
}
