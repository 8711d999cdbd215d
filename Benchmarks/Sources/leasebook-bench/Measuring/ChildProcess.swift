import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that ran to its end.
struct ChildProcess {
  /// From before it was started until it was gone.
  let seconds: Double
  /// What it wrote to standard output.
  let output: String

  /// Runs a program, with its standard output in a file; the rest is this process's own.
  ///
  /// - Parameter outputPath: Is written anew.
  /// - Throws: `CheckFailure` where it cannot be started or does not end with 0.
  init(_ program: String, _ arguments: [String], outputPath: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let identifier = try Self.start(program, arguments, outputPath: outputPath)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) == -1, errno == EINTR {}
    seconds = (clock.now - start).inSeconds
    guard status == 0 else {
      throw CheckFailure("\(program) \(arguments.joined(separator: " ")) ended with \(status)")
    }
    output = try String(contentsOfFile: outputPath, encoding: .utf8)
  }

  private static func start(
    _ program: String, _ arguments: [String], outputPath: String
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var identifier: pid_t = 0
    let fault = posix_spawn(&identifier, program, &actions, nil, words, environ)
    guard fault == 0 else {
      throw CheckFailure("\(program) cannot be started: \(String(cString: strerror(fault)))")
    }
    return identifier
  }
}
