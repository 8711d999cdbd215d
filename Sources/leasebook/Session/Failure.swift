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
      guard let problems = diagnostics(in: error) ?? usage(error, arguments) ?? answer(error),
        let first = problems.first
      else { end(error) }
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

  /// Prints what the parser answers by itself: help, the version, a script for a shell.
  ///
  /// - Returns: Why it cannot be printed; `nil` where it was, and of what is no answer.
  private static func answer(_ error: any Error) -> [any Diagnostic]? {
    guard Leasebook.exitCode(for: error) == .success else { return nil }
    let text = Leasebook.fullMessage(for: error)
    let isScript = Surroundings.arguments.first?.hasPrefix("--generate-completion-script") == true
    let shell = isScript ? CompletionShell.requesting : nil
    do {
      guard !text.isEmpty else { return nil }
      try StandardOutput.print(
        (shell.map { CompletionScript.finished(text, for: $0) } ?? text) + "\n")
      return nil
    } catch {
      return diagnostics(in: error)
    }
  }

  /// Ends the process; an answer of the parser was printed.
  private static func end(_ error: any Error) -> Never {
    if Leasebook.exitCode(for: error) == .success { exit(0) }
    if let unknown = error as? UnknownOption {
      print(unknown.text)
      exit(DiagnosticKind.usage.rawValue)
    }
    Leasebook.exit(withError: error)
  }

  /// A fault of the command line, where it is asked for as JSON; help and version are none.
  private static func usage(_ error: any Error, _ arguments: [String]) -> [any Diagnostic]? {
    guard asksForJSON(arguments) else { return nil }
    if let unknown = error as? UnknownOption { return [UsageProblem(problem: unknown.problem)] }
    guard Leasebook.exitCode(for: error) == .validationFailure else { return nil }
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
