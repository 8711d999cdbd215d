import Foundation
import TestSupport
import Testing

/// The killed runs of one workload, and where the kills fell.
struct KillTrial {
  /// When a kill came, by what it left.
  enum Moment: String, CaseIterable {
    case before = "before the write"
    case during = "during it"
    case committed = "after the commit, unanswered"
    case answered = "after the answer"
    case failed = "too late: it had failed for want of room"
  }

  let prepared: PreparedWorkload
  private(set) var moments: [Moment: Int] = [:]
  private var random: SplitMix64

  private var workload: KilledWorkload { prepared.workload }

  init(_ workload: KilledWorkload, seed: UInt64) throws {
    prepared = try PreparedWorkload(workload)
    random = SplitMix64(seed: seed)
  }

  /// The counts in words, for whoever reads the log.
  var summary: String {
    let parts = Moment.allCases.compactMap { moment in
      moments[moment].map { "\($0) \(moment.rawValue)" }
    }
    return "\(workload.name): \(moments.values.reduce(0, +)) kills, "
      + parts.joined(separator: ", ")
  }

  /// Kills one run, and looks at what it left.
  ///
  /// Two kills of three fall anywhere in the run, one part of it each; the third waits until the run
  /// has begun to write.
  mutating func kill(_ number: Int, of count: Int, without room: Room? = nil) throws {
    let folder = try ScratchFolder.copy(of: prepared.source, on: room?.disk)
    let running =
      try room?.start(workload.command, in: folder)
      ?? RunningCommand(workload.command, in: folder.url)
    if number % 3 == 2 {
      let deadline = ContinuousClock.now + .seconds(10)
      while !running.hasEnded, try !hasBegun(folder), ContinuousClock.now < deadline {
        usleep(20)
      }
      // Most of them at once: the writing itself takes a small part of a run.
      let part = Double.random(in: 0..<1, using: &random)
      pause(prepared.seconds / 8 * part * part * part)
    } else {
      let part = (Double(number) + Double.random(in: 0..<1, using: &random)) / Double(count)
      pause(prepared.seconds * 1.1 * part)
    }
    running.kill()
    let run = try running.finished()
    let hadBegun = try hasBegun(folder)
    try room?.clear()

    let state = try PreparedWorkload.state(workload, in: folder)
    let moment = moment(of: run, state: state, hadBegun: hadBegun, isShort: room != nil)
    moments[moment, default: 0] += 1
    #expect([prepared.before, prepared.after].contains(state), "\(moment)")
    if moment == .answered { #expect(state == prepared.after, "what was acknowledged is there") }
    try checkRepeat(in: folder, from: state, isLookedInto: number % 4 == 0)
  }

  private func pause(_ seconds: Double) {
    usleep(UInt32(seconds * 1_000_000))
  }

  /// Whether anything was written that the end of a run takes away, or leaves for good.
  private func hasBegun(_ folder: ScratchFolder) throws -> Bool {
    try folder.size(of: "leasebook.db-wal") > 0
      || folder.names.contains { $0.contains(".unfinished-") || $0.contains(".schema-") }
  }

  private func moment(
    of run: CommandRun, state: String, hadBegun: Bool, isShort: Bool
  ) -> Moment {
    if run.status == 0 || !run.outputBytes.isEmpty { return .answered }
    if let status = run.status {
      #expect(isShort && status == 74, "it fails only for want of room: \(run.errors)")
      let codes = CommandRun.codes(in: run.errors)
      #expect(codes.count == 1 && Room.codes.isSuperset(of: codes), "\(run.errors)")
      #expect(run.errors.contains("\n  fix: "))
      #expect(state == prepared.before, "what failed changed nothing")
      return .failed
    }
    return state == prepared.after ? .committed : hadBegun ? .during : .before
  }

  /// The command can simply be given again, and leaves what an undisturbed run leaves.
  private func checkRepeat(in folder: ScratchFolder, from state: String, isLookedInto: Bool) throws
  {
    let again = try folder.run(workload.command)
    if state == prepared.after, let code = workload.refusal {
      #expect(CommandRun.codes(in: again.errors) == [code], "\(again.errors)")
    } else {
      #expect(again.status == 0, "\(again.errors)")
    }
    #expect(try folder.names == prepared.namesAfter, "nothing of the killed run is left")
    guard isLookedInto else { return }
    #expect(try PreparedWorkload.state(workload, in: folder) == prepared.after)
    guard case .schema = workload.work else { return }
    // The copy from before has the same head, and the ledger is sound to this program.
    let head = prepared.before.split { " |".contains($0) }.last ?? ""
    let verified = try folder.run("verify", "--head", String(head))
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }
}
