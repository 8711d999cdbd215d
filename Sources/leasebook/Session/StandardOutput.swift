import FinanceBasics
import Foundation

/// Where answers go.
enum StandardOutput {
  /// Prints a text as it is.
  ///
  /// - Throws: `output.unwritable`, where the disk is full or nobody listens.
  static func print(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// Sends bytes as they are.
  ///
  /// - Throws: `output.unwritable`, where the disk is full or nobody listens.
  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw OutputProblem(reason: Self.reason(of: error))
    }
  }

  private static func reason(of error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    let number = (cause ?? (error as NSError)).code
    return cause == nil ? error.localizedDescription : String(cString: strerror(Int32(number)))
  }
}

/// An answer that cannot be written.
struct OutputProblem: Diagnostic {
  let reason: String

  var code: String { "output.unwritable" }
  var problem: String { "the answer cannot be written to standard output: \(reason)" }
  var location: DiagnosticLocation { .unknown }
  var remedy: String { "make room, or write it elsewhere; what was recorded is recorded" }
  var kind: DiagnosticKind { .storeFailure }
}
