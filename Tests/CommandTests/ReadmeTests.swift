import Foundation
import Testing

/// The commands of a page, in order, in one folder: they work, and print what it says.
@Suite("The README and the pages of docs")
struct ReadmeTests {
  struct Step {
    let line: Int
    let command: String
    let output: [String]
  }

  /// Every `$ leasebook …` of its `console` and `sh` blocks, with the lines printed below it.
  private static func steps(in text: String) -> [Step] {
    var steps: [Step] = []
    var isConsole = false
    var open: (line: Int, command: String, output: [String])?
    func close() {
      if let step = open {
        steps.append(Step(line: step.line, command: step.command, output: step.output))
      }
      open = nil
    }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        close()
        isConsole = line == "```console" || line == "```sh"
      } else if isConsole, line.hasPrefix("$ ") {
        close()
        open = (index + 1, String(line.dropFirst(2)), [])
      } else if isConsole, let command = open?.command, command.hasSuffix("\\") {
        open?.command = String(command.dropLast()) + line
      } else if isConsole {
        open?.output.append(String(line))
      }
    }
    close()
    return steps
  }

  /// Whether lines are as printed; `…` alone stands for any lines, within a line for any text.
  private static func matches(_ lines: ArraySlice<String>, _ pattern: ArraySlice<String>) -> Bool {
    guard let first = pattern.first else { return lines.isEmpty }
    if first.trimmingCharacters(in: .whitespaces) == "…" {
      let rest = pattern.dropFirst()
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
    }
    guard let line = lines.first, isLike(line, first) else { return false }
    return matches(lines.dropFirst(), pattern.dropFirst())
  }

  private static func isLike(_ line: String, _ pattern: String) -> Bool {
    guard line != pattern else { return true }
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return line.hasPrefix(parts[0]) && line.hasSuffix(parts[1])
  }

  /// The README, and each page of docs that shows commands.
  private static let pages: [String] = {
    let docs = PackageFolder.root.appending(path: "docs")
    let files =
      FileManager.default.enumerator(atPath: docs.path)?.compactMap { $0 as? String } ?? []
    let shown = files.sorted().filter { file in
      guard file.hasSuffix(".md"),
        let text = try? String(contentsOf: docs.appending(path: file), encoding: .utf8)
      else { return false }
      return steps(in: text).contains(where: isOurs)
    }
    return ["README.md"] + shown.map { "docs/\($0)" }
  }()

  private static func isOurs(_ step: Step) -> Bool {
    step.command.contains("leasebook ") || step.command.contains("sqlite3 ")
  }

  @Test("commands run as they stand, and print what stands below them", arguments: pages)
  func commands(of page: String) throws {
    let file = PackageFolder.root.appending(path: page)
    let steps = Self.steps(in: try String(contentsOf: file, encoding: .utf8)).filter(Self.isOurs)
    #expect(!steps.isEmpty)
    let folder = try ScratchFolder()
    for step in steps {
      let missing = ShellLine(step.command).missingPrograms
      guard missing.isEmpty else {
        let names = missing.joined(separator: " and ")
        Issue.record("\(page):\(step.line) was not run, without \(names)", severity: .warning)
        continue
      }
      let run = try ShellLine(step.command).run(in: folder)
      #expect(run.status == 0, "\(page):\(step.line): \(step.command): \(run.errors)")
      guard !step.output.isEmpty else { continue }
      let printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast().map(String.init)
      let isAsPrinted = Self.matches(printed[...], step.output[...])
      #expect(isAsPrinted, "\(page):\(step.line): \(step.command) prints:\n\(run.output)")
    }
  }
}
