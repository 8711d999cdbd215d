import Foundation
import Testing

/// A killed process leaves the ledger as it was before or as it is after, never between.
@Suite("A killed record", .serialized)
struct KilledRecordTests {
  private static let kills = 64
  /// Of all kills together.
  private static let secondsAtMost = 30.0

  /// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators".
  private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private struct State: Hashable {
    let entries: Int
    let head: String
  }

  private static func state(of folder: ScratchFolder) throws -> State {
    let run = try folder.run("verify", "--format", "json")
    try #require(run.status == 0 && run.errors.isEmpty, "\(run.output)\(run.errors)")
    let object = try run.object
    return State(
      entries: try #require(object["entries"] as? Int),
      head: try #require(object["head"] as? String))
  }

  /// What is recorded first, and the command that is killed.
  struct Job: CustomTestStringConvertible, Sendable {
    let first: [String]
    let command: [String]
    var testDescription: String { command.joined(separator: " ") }
  }

  static let jobs = [
    Job(first: ["record", "samples"], command: ["record", "samples/deals"]),
    Job(
      first: ["record", "samples", "samples/series", "samples/deals"],
      command: ["bill", "--through", "2030-12-31"]),
  ]

  @Test("has nothing or all of it, at whatever moment it is killed", arguments: jobs)
  func killed(_ job: Job) throws {
    var random = SplitMix64(state: 20_261_121)
    let source = try ScratchFolder()
    try source.succeed("init")
    try #require(try source.run(job.first).status == 0)
    let bytes = try source.bytes(of: "leasebook.db")
    let before = try Self.state(of: source)
    let start = Date()
    try source.run(job.command)
    let seconds = Date().timeIntervalSince(start)
    let after = try Self.state(of: source)

    var found: [State: Int] = [:]
    var kills = 0
    let began = Date()
    while kills < Self.kills, Date().timeIntervalSince(began) < Self.secondsAtMost {
      kills += 1
      let folder = try ScratchFolder()
      try bytes.write(to: folder.url.appending(path: "leasebook.db"))
      let running = try RunningCommand(job.command, in: folder.url)
      usleep(UInt32.random(in: 0...UInt32(seconds * 1.1 * 1_000_000), using: &random))
      running.kill()
      _ = try running.finished()
      let state = try Self.state(of: folder)
      found[state, default: 0] += 1
      #expect(state == before || state == after)
      guard kills.isMultiple(of: 8) else { continue }
      // What was lost is recorded again, and what was kept is recognised.
      let again = try folder.run(job.command)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try Self.state(of: folder) == after)
    }
    #expect(kills >= 10, "the machine is too slow for this test to say anything")
    #expect(found[before] != nil, "no kill came before the end")
  }
}
