import Foundation
import Testing

/// A line as a reader would type it, run by the shell with our command first on the path.
struct ShellLine {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The programs that the line runs and that are not installed.
  var missingPrograms: [String] {
    commands.compactMap { command in
      command.split(separator: " ").first { !$0.contains("=") }.map(String.init)
    }.filter { $0 != "leasebook" && !$0.contains("/") && PackageFolder.program($0) == nil }
  }

  /// What stands between the pipes and the other signs of a shell; not what is quoted.
  private var commands: [String] {
    var commands = [""]
    var quote: Character?
    for character in text {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      }
      if quote == nil, "|&;".contains(character) {
        commands.append("")
      } else {
        commands[commands.count - 1].append(character)
      }
    }
    return commands.filter { $0.contains { $0 != " " } }
  }

  /// The longest search of a page, in a build without optimisation beside other tests.
  private static let patienceSeconds = 300.0

  func run(in folder: ScratchFolder, environment: [String: String] = [:]) throws -> CommandRun {
    let command = try #require(PackageFolder.command)
    let path = command.deletingLastPathComponent().path + ":" + PackageFolder.searchPath
    let changes = ["PATH": path]
    return try RunningCommand(
      ["-c", text], of: URL(filePath: "/bin/sh"), in: folder.url,
      environment: changes.merging(environment) { $1 }
    ).finished(within: Self.patienceSeconds)
  }
}
