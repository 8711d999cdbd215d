import Foundation
import Testing

/// A process that is killed while it copies leaves a whole copy or none, and the ledger as it was.
@Suite("A killed copy", .serialized)
struct KilledCopyTests {
  private static let kills = 24
  /// Of all kills of one command together.
  private static let secondsAtMost = 20.0

  struct Command: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    /// What it makes.
    let target: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let commands = [
    Command(arguments: ["backup", "copy.db"], target: "copy.db"),
    Command(arguments: ["export", "made"], target: "made"),
    Command(arguments: ["import", "out", "--ledger", "new.db"], target: "new.db"),
  ]

  private static func head(_ folder: ScratchFolder, _ ledger: String) throws -> String {
    let run = try folder.run("verify", "--format", "json", "--ledger", ledger)
    try #require(run.status == 0, "\(run.output)\(run.errors)")
    return try #require(try run.object["head"] as? String)
  }

  @Test("leaves all or nothing at its path, at whatever moment it is killed", arguments: commands)
  func killed(_ command: Command) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    let head = try Self.head(folder, "leasebook.db")
    let start = Date()
    try folder.run(command.arguments)
    let seconds = Date().timeIntervalSince(start)
    let target = folder.url.appending(path: command.target)
    var kills = 0
    let began = Date()
    while kills < Self.kills, Date().timeIntervalSince(began) < Self.secondsAtMost {
      try? FileManager.default.removeItem(at: target)
      let running = try RunningCommand(command.arguments, in: folder.url)
      // Moments spread evenly over the run and a little beyond.
      usleep(UInt32(seconds * 1_100_000 * Double(kills) / Double(Self.kills)))
      running.kill()
      _ = try running.finished()
      kills += 1
      guard folder.contains(command.target) else { continue }
      if command.target == "made" {
        try? FileManager.default.removeItem(at: folder.url.appending(path: "again.db"))
        try folder.succeed("import", "made", "--ledger", "again.db")
        #expect(try Self.head(folder, "again.db") == head)
      } else {
        #expect(try Self.head(folder, command.target) == head)
      }
    }
    print("\(command.testDescription): killed \(kills) times")
    #expect(try Self.head(folder, "leasebook.db") == head)
    // The next attempt clears away what is left, and succeeds.
    try? FileManager.default.removeItem(at: target)
    let again = try folder.run(command.arguments)
    #expect(again.status == 0, "\(again.errors)")
    #expect(try !folder.names.contains { $0.contains(".unfinished-") })
  }

  @Test("of a correction leaves all of what it changes, or nothing")
  func correction() throws {
    let source = try ScratchFolder.withSampleLedger()
    let deal = "hut8-river-bend"
    let file = PackageFolder.samples.appending(path: "deals/\(deal).yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let wrong = text.replacing("contractValue: 7.0 bn USD,", with: "contractValue: 7.2 bn USD,")
    let entry = try source.succeed("history", deal, "--format", "csv").table.column("entry")[0]
    let arguments = ["correct", deal, "right.yaml", "--entry", entry, "--reason", "misread"]
    var counts: Set<Int> = []
    var seconds = 0.0
    for kill in 0...Self.kills {
      let folder = try ScratchFolder.withSampleLedger()
      try folder.write(wrong, to: "right.yaml")
      let start = Date()
      let running = try RunningCommand(arguments, in: folder.url)
      if kill == 0 {
        _ = try running.finished()
        seconds = Date().timeIntervalSince(start)
      } else {
        usleep(UInt32(seconds * 1_100_000 * Double(kill) / Double(Self.kills)))
        running.kill()
        _ = try running.finished()
      }
      #expect(try folder.run("verify").status == 0)
      let table = try folder.run("history", deal, "--format", "csv").table
      counts.insert(table.rows.count)
    }
    // Three versions before; with the correction and the two amendments carried onto it six.
    #expect(counts.isSubset(of: [3, 6]) && counts.contains(6))
  }
}
