import Foundation

/// A program that was started; its output goes to files, so that no pipe can fill up.
final class RunningCommand {
  /// What a run came to that was not waited for in vain.
  enum Problem: Error {
    case notBuilt
    case tookLonger(thanSeconds: Double, arguments: [String])
  }

  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let folder: URL
  private let arguments: [String]

  /// Starts a program; `nil` is the command that was built.
  ///
  /// The clock is fixed, the width is 80 columns and there is no colour, unless the environment
  /// given says otherwise; an empty value takes a variable away. `openInput` is for a program that
  /// waits for more to read; the others find `input`, or nothing.
  init(
    _ arguments: [String], of program: URL? = nil, in workingFolder: URL,
    environment: [String: String] = [:], input: Data? = nil, openInput: Pipe? = nil
  ) throws {
    guard let executable = program ?? PackageFolder.command else { throw Problem.notBuilt }
    self.arguments = arguments
    folder = FileManager.default.temporaryDirectory.appending(path: "leasebook-run-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["in", "out", "err"] {
      try (name == "in" ? input ?? Data() : Data()).write(to: folder.appending(path: name))
    }
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = workingFolder
    process.environment = Self.environment(with: environment)
    process.standardInput =
      try openInput ?? FileHandle(forReadingFrom: folder.appending(path: "in")) as Any
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  deinit {
    if process.isRunning { kill() }
    try? FileManager.default.removeItem(at: folder)
  }

  private static func environment(with changes: [String: String]) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["LEASEBOOK_LEDGER"] = nil
    let fixed = ["LEASEBOOK_NOW": "2026-11-21T09:30:00Z", "COLUMNS": "80", "NO_COLOR": "1"]
    for (name, value) in fixed.merging(changes, uniquingKeysWith: { $1 }) {
      environment[name] = value.isEmpty ? nil : value
    }
    return environment
  }

  /// Ends the program as a crash of the machine would: at once, without a last word.
  func kill() {
    #if canImport(Glibc)
      Glibc.kill(process.processIdentifier, SIGKILL)
    #else
      Darwin.kill(process.processIdentifier, SIGKILL)
    #endif
  }

  /// Waits for the end.
  ///
  /// - Throws: `Problem.tookLonger`, after ending the program.
  func finished(within seconds: Double = 60) throws -> CommandRun {
    guard ended.wait(timeout: .now() + seconds) == .success else {
      kill()
      throw Problem.tookLonger(thanSeconds: seconds, arguments: arguments)
    }
    let isKilled = process.terminationReason == .uncaughtSignal
    return CommandRun(
      status: isKilled ? nil : process.terminationStatus,
      signal: isKilled ? process.terminationStatus : nil,
      outputBytes: try Data(contentsOf: folder.appending(path: "out")),
      errorBytes: try Data(contentsOf: folder.appending(path: "err")))
  }
}
