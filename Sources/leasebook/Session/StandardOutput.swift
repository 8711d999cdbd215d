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
      throw OutputProblem(reason: SystemReason.text(of: error))
    }
  }
}

/// Why the system refused something, in its own words.
enum SystemReason {
  /// The reason behind an error of Foundation, which often names one of its own instead.
  static func text(of error: any Error) -> String {
    let whole = error as NSError
    let cause = whole.userInfo[NSUnderlyingErrorKey] as? NSError
    let number = [cause, whole].compactMap { $0 }.first { $0.domain == NSPOSIXErrorDomain }
      .map { Int32($0.code) }
    let known = number ?? (error as? CocoaError).flatMap { numbers[$0.code] }
    return known.map { String(cString: strerror($0)) } ?? "the system gives no reason"
  }

  private static let numbers: [CocoaError.Code: Int32] = [
    .fileNoSuchFile: ENOENT, .fileReadNoSuchFile: ENOENT, .fileWriteNoPermission: EACCES,
    .fileWriteOutOfSpace: ENOSPC, .fileWriteFileExists: EEXIST, .fileWriteVolumeReadOnly: EROFS,
  ]
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
