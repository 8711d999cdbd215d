import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that was started; its output goes to files, so that no pipe can fill up.
final class RunningCommand {
  /// What a run came to that was not waited for in vain.
  enum Problem: Error {
    case notBuilt
    case notStarted(String)
    case tookLonger(thanSeconds: Double, arguments: [String])
  }

  private let process: pid_t
  private let folder: URL
  private let arguments: [String]
  /// The status that the system gave, once the program has ended.
  private var ending: Int32?

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
    let variables = Self.environment(with: environment).map { "\($0.key)=\($0.value)" }
    process = try Self.spawn(
      [executable.path] + arguments, variables: variables, in: workingFolder.path,
      files: folder.path, input: openInput?.fileHandleForReading.fileDescriptor)
  }

  deinit {
    if !hasEnded { kill() }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Starts a program by the system's own call: Foundation's `Process` reads past the entries of a
  /// folder on Linux, and now and then crashes for it.
  private static func spawn(
    _ words: [String], variables: [String], in folder: String, files: String, input: Int32?
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, files + "/in", O_RDONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 1, files + "/out", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, files + "/err", O_WRONLY, 0)
    #if canImport(Darwin)
      var attributes: posix_spawnattr_t?
    #else
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A thread of the tests blocks signals, and a shell in the background ignores Ctrl-C.
    var none = sigset_t()
    sigemptyset(&none)
    var interruption = none
    sigaddset(&interruption, SIGINT)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &interruption)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    // The shell changes the folder, and becomes the program: the process stays the same.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
    var argumentTable = shell.map { strdup($0) } + [nil]
    var variableTable = variables.map { strdup($0) } + [nil]
    defer { for text in argumentTable + variableTable { free(text) } }
    var process: pid_t = 0
    let code = posix_spawn(
      &process, shell[0], &actions, &attributes, &argumentTable, &variableTable)
    guard code == 0 else { throw Problem.notStarted(String(cString: strerror(code))) }
    return process
  }

  private static func environment(with changes: [String: String]) -> [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in ["LEDGER", "LANDLORD", "RATE", "UNIT", "CONFIG"] {
      environment["LEASEBOOK_\(name)"] = nil
    }
    // Whoever runs the tests has settings of his own, perhaps.
    let fixed = [
      "LEASEBOOK_NOW": "2026-11-21T09:30:00Z", "COLUMNS": "80", "NO_COLOR": "1",
      "XDG_CONFIG_HOME": "/nonexistent",
    ]
    for (name, value) in fixed.merging(changes, uniquingKeysWith: { $1 }) {
      environment[name] = value.isEmpty ? nil : value
    }
    return environment
  }

  /// Ends the program as a crash of the machine would: at once, without a last word.
  func kill() {
    // The number of one that has ended may be another program's by now.
    guard !hasEnded else { return }
    #if canImport(Glibc)
      Glibc.kill(process, SIGKILL)
    #else
      Darwin.kill(process, SIGKILL)
    #endif
    while !hasEnded { usleep(Self.pollMicroseconds) }
  }

  /// Does what Ctrl-C does, once the program is ready for it.
  ///
  /// - Returns: Whether it ever was, before it ended by itself.
  func interrupt() -> Bool {
    while !hasEnded {
      if isReadyForInterruption {
        #if canImport(Glibc)
          Glibc.kill(process, SIGINT)
        #else
          Darwin.kill(process, SIGINT)
        #endif
        return true
      }
      usleep(Self.pollMicroseconds)
    }
    return false
  }

  /// Whether the program, and no more the shell that became it, has a handler of its own, as the
  /// kernel's list of caught signals says.
  private var isReadyForInterruption: Bool {
    let program = try? FileManager.default.destinationOfSymbolicLink(
      atPath: "/proc/\(process)/exe")
    guard program?.hasSuffix("/leasebook") == true,
      let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("SigCgt:") }),
      let mask = UInt64(line.dropFirst(7).trimmingPrefix { $0.isWhitespace }, radix: 16)
    else { return false }
    return mask & (1 << UInt64(SIGINT - 1)) != 0
  }

  /// Whether the system tells which signals a program catches.
  static let canInterrupt = FileManager.default.fileExists(atPath: "/proc/self/status")

  /// Whether the program has ended; takes its status from the system when it has.
  var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    ending = status
    return true
  }

  private static let pollMicroseconds: UInt32 = 1000

  /// Waits for the end.
  ///
  /// - Throws: `Problem.tookLonger`, after ending the program.
  func finished(within seconds: Double = 60) throws -> CommandRun {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while !hasEnded {
      guard ContinuousClock.now < deadline else {
        kill()
        throw Problem.tookLonger(thanSeconds: seconds, arguments: arguments)
      }
      usleep(Self.pollMicroseconds)
    }
    let status = ending ?? 0
    let signal = status & 0x7f
    return CommandRun(
      status: signal == 0 ? (status >> 8) & 0xff : nil, signal: signal == 0 ? nil : signal,
      outputBytes: try Data(contentsOf: folder.appending(path: "out")),
      errorBytes: try Data(contentsOf: folder.appending(path: "err")))
  }
}
