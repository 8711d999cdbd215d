import Foundation
import Synchronization
import Testing

/// The ledger of all samples, recorded once for all tests that only read it.
enum SampleBook {
  private static let made = Result {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples", "samples/series", "samples/deals")
    // The folder outlives every test, so nobody else takes it away.
    atexit { try? SampleBook.folder().remove() }
    return folder
  }

  static func folder() throws -> ScratchFolder {
    try made.get()
  }

  private static let answers = Mutex<[[String]: CommandRun]>([:])

  /// The output of a command that only reads the samples, run once for all tests that ask.
  ///
  /// It must succeed without a word on standard error.
  static func ask(_ arguments: [String]) throws -> CommandRun {
    if let answer = answers.withLock({ $0[arguments] }) { return answer }
    let run = try folder().run(arguments)
    try #require(run.status == 0 && run.errors.isEmpty, "\(arguments): \(run.errors)")
    answers.withLock { $0[arguments] = run }
    return run
  }

  /// The output of a command that only reads the samples, run once for all tests that ask.
  static func ask(_ arguments: String...) throws -> CommandRun {
    try ask(arguments)
  }
}
