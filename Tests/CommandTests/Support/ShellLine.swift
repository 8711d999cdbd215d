import Foundation
import Testing

/// A line as a reader would type it, run by the shell with our command first on the path.
struct ShellLine {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The longest search of a page, in a build without optimisation beside other tests.
  private static let patienceSeconds = 300.0

  func run(in folder: ScratchFolder, environment: [String: String] = [:]) throws -> CommandRun {
    let command = try #require(PackageFolder.command)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let changes = ["PATH": command.deletingLastPathComponent().path + ":" + path]
    return try RunningCommand(
      ["-c", text], of: URL(filePath: "/bin/sh"), in: folder.url,
      environment: changes.merging(environment) { $1 }
    ).finished(within: Self.patienceSeconds)
  }
}
