import Dispatch
import Synchronization

/// Entries in their order, some at a time: while some are written, the next ones are prepared on
/// another core.
struct PreparedRuns: Sequence, IteratorProtocol {
  private var rest: ArraySlice<NewEntry>
  private var ahead: Preparation?

  /// Enough for a thread to be worth it, and so few that little waits in memory.
  private static let length = 1_024

  init(_ entries: [NewEntry]) {
    rest = entries[...]
    ahead = startNext()
  }

  /// The next entries; `nil` after the last.
  mutating func next() -> PreparedRun? {
    guard let current = ahead else { return nil }
    ahead = startNext()
    return current.run()
  }

  private mutating func startNext() -> Preparation? {
    guard !rest.isEmpty else { return nil }
    let run = rest.prefix(Self.length)
    rest = rest.dropFirst(Self.length)
    // A handful is prepared by whoever asks, sooner than a thread is woken.
    return Preparation(of: run, isAhead: run.count == Self.length)
  }
}

/// Some entries as they are prepared.
private final class Preparation: Sendable {
  private let entriesToPrepare: ArraySlice<NewEntry>
  private let prepared = Mutex<PreparedRun?>(nil)
  private let work = DispatchGroup()

  /// - Parameter isAhead: Whether another thread begins at once.
  init(of entries: ArraySlice<NewEntry>, isAhead: Bool) {
    entriesToPrepare = entries
    guard isAhead else { return }
    DispatchQueue.global(qos: .userInitiated).async(group: work) { [self] in
      let made = PreparedRun(entriesToPrepare)
      prepared.withLock { $0 = made }
    }
  }

  /// The entries, once they are prepared.
  func run() -> PreparedRun {
    work.wait()
    return prepared.withLock { $0 } ?? PreparedRun(entriesToPrepare)
  }
}
