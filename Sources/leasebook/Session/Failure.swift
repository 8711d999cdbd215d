import ArgumentParser
import FinanceBasics
import Foundation
import LeaseModel
import Reports

/// Turns what a command throws into a message on standard error and an exit code.
enum Failure {
  /// Runs a command; a problem is printed as text, or as JSON where the arguments ask for it.
  static func exitingOnError(arguments: [String], _ command: () throws -> Void) {
    do {
      try command()
    } catch {
      guard let problems = diagnostics(in: error) ?? usage(error, arguments),
        let first = problems.first
      else { Leasebook.exit(withError: error) }
      let report = DiagnosticReport(problems)
      let text =
        asksForJSON(arguments)
        ? renderJSON(report)
        : renderText(report, style: TextStyle(width: nil, isColored: false))
      print(text)
      exit(first.kind.rawValue)
    }
  }

  /// Prints a text on standard error.
  static func print(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  private static func diagnostics(in error: any Error) -> [any Diagnostic]? {
    switch error {
    case let many as Diagnostics: many.all
    case let missing as NotProjectable: missing.diagnostics.all
    case let one as any Diagnostic: [one]
    default: nil
    }
  }

  /// A fault of the command line, where it is asked for as JSON; help and version are none.
  private static func usage(_ error: any Error, _ arguments: [String]) -> [any Diagnostic]? {
    guard asksForJSON(arguments), Leasebook.exitCode(for: error) == .validationFailure else {
      return nil
    }
    return [UsageProblem(problem: Leasebook.message(for: error))]
  }

  private static func asksForJSON(_ arguments: [String]) -> Bool {
    ["json", "jsonl"].contains { format in
      arguments.contains("--format=\(format)")
        || zip(arguments, arguments.dropFirst()).contains { $0 == "--format" && $1 == format }
    }
  }
}

/// A command line that cannot be read.
private struct UsageProblem: Diagnostic {
  let problem: String

  var code: String { "usage.invalid" }
  var location: DiagnosticLocation { .unknown }
  var remedy: String { "see `leasebook help` and `leasebook VERB --help`" }
  var kind: DiagnosticKind { .usage }
}
