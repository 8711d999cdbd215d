import Foundation
import Testing

/// Writers and readers at one ledger, each with one process at a time.
struct Crowd {
  private struct Seat<Member: CrowdMember> {
    var member: Member
    var running: RunningCommand?
    var started = ContinuousClock.now

    /// Takes what has ended, and starts the next command unless there is to be none.
    ///
    /// - Returns: The last entry that the answer acknowledges.
    mutating func advance(
      in folder: ScratchFolder, acknowledged: Int, isLast: Bool
    ) throws -> Int? {
      var entry: Int?
      if let running {
        guard running.hasEnded else { return nil }
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        entry = try member.take(try running.finished(), seconds: seconds)
        self.running = nil
      }
      guard !isLast else { return entry }
      let arguments = try member.next(acknowledged: max(acknowledged, entry ?? 0))
      started = .now
      running = try Crowd.start(arguments, in: folder)
      return entry
    }
  }

  private let folder: ScratchFolder
  private var writing: [Seat<CrowdWriter>]
  private var reading: [Seat<CrowdReader>]
  private var acknowledged = 0

  /// How long one command may take on a machine that is busy with other tests.
  private static let secondsAtMost = 90.0

  var writers: [CrowdWriter] { writing.map(\.member) }
  var readers: [CrowdReader] { reading.map(\.member) }

  /// Each writer has recorded its first lease before the readers come.
  init(writers: Int, readers: Int, in folder: ScratchFolder) throws {
    self.folder = folder
    writing = (1...writers).map { Seat(member: CrowdWriter($0, in: folder)) }
    reading = (1...readers).map { Seat(member: CrowdReader($0, in: folder)) }
    for index in writing.indices {
      let run = try folder.run(try writing[index].member.next(acknowledged: 0))
      acknowledged = try writing[index].member.take(run, seconds: 0) ?? 0
    }
  }

  /// Lets all work at once for a time, and then each finish what it has begun.
  mutating func run(for seconds: Double) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    let deadline = end + .seconds(Self.secondsAtMost)
    repeat {
      let isLast = ContinuousClock.now >= end
      for index in writing.indices {
        let entry = try writing[index].advance(
          in: folder, acknowledged: acknowledged, isLast: isLast)
        acknowledged = max(acknowledged, entry ?? 0)
      }
      for index in reading.indices {
        _ = try reading[index].advance(in: folder, acknowledged: acknowledged, isLast: isLast)
      }
      usleep(500)
    } while (isBusy || ContinuousClock.now < end) && ContinuousClock.now < deadline
    #expect(!isBusy, "every command ends")
  }

  private var isBusy: Bool {
    writing.contains { $0.running != nil } || reading.contains { $0.running != nil }
  }

  /// Behind the other tests, which run at the same time and have only so much patience.
  private static func start(
    _ arguments: [String], in folder: ScratchFolder
  ) throws -> RunningCommand {
    guard let nice = PackageFolder.program("nice"), let command = PackageFolder.command else {
      return try RunningCommand(arguments, in: folder.url)
    }
    return try RunningCommand(["-n", "10", command.path] + arguments, of: nice, in: folder.url)
  }
}
