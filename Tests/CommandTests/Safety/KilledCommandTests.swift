import Foundation
import Synchronization
import Testing

/// A killed process leaves the ledger as it was before or as it is after, never between.
///
/// `LEASEBOOK_KILLS` sets how often each command is killed.
@Suite("A killed command", .serialized)
struct KilledCommandTests {
  private static let kills =
    ProcessInfo.processInfo.environment["LEASEBOOK_KILLS"].flatMap { Int($0) } ?? 15
  /// Of one command together, on a machine that is busy with other tests.
  private static let secondsAtMost = 60.0

  /// The kills of all commands so far.
  private static let total = Mutex(0)

  private static func report(_ trial: KillTrial, _ suffix: String = "") {
    let kills = trial.moments.values.reduce(0, +)
    let all = total.withLock { total in
      total += kills
      return total
    }
    print("\(trial.summary)\(suffix); \(all) kills so far")
  }

  @Test(
    "has done all of it or nothing, all that was acknowledged, and can be given again",
    arguments: KilledWorkload.all)
  func killed(_ workload: KilledWorkload) throws {
    let began = ContinuousClock.now
    var trial = try KillTrial(workload, seed: 20_261_121)
    for number in 0..<Self.kills {
      try trial.kill(number, of: Self.kills)
      guard ContinuousClock.now - began < .seconds(Self.secondsAtMost) else { break }
    }
    Self.report(trial)
    let moments = trial.moments
    #expect(
      moments.values.reduce(0, +) >= min(5, Self.kills),
      "the machine is too slow for this to say anything")
    #expect(moments[.before, default: 0] > 0, "a kill came before anything was written")
    #expect(
      Self.kills < 15 || moments[.during, default: 0] + moments[.committed, default: 0] > 0,
      "a kill came while the command wrote")
    #expect(moments[.failed] == nil)
  }

  @Test(
    "has done all of it or nothing where there is too little room for it too",
    arguments: Room.Kind.possible, KilledWorkload.spacious)
  func withoutRoom(_ kind: Room.Kind, _ workload: KilledWorkload) throws {
    let began = ContinuousClock.now
    let kills = max(Self.kills / 3, 1)
    var trial = try KillTrial(workload, seed: 20_261_122)
    for number in 0..<kills {
      let share = (Double(number) + 0.5) / Double(kills)
      let room = try Room(kind, for: trial.prepared, share: share)
      try trial.kill(number + 1, of: kills, without: room)
      guard ContinuousClock.now - began < .seconds(Self.secondsAtMost) else { break }
    }
    Self.report(trial, ", with \(kind.rawValue)")
    #expect(trial.moments.isEmpty == false)
  }
}
