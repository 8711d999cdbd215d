import FinanceBasics
import Foundation
import Reconciliation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shows how far a long search has come, and lets the user end it with what it has.
///
/// Nothing is shown of a search shorter than a second, and nothing where no terminal looks on.
final class SearchWatch {
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private let isShown = isatty(STDERR_FILENO) == 1
  /// What is being searched, such as the id of a deal.
  var subject = ""

  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(200)
  /// Whether the user asked to stop.
  private static let isStopped = Atomic(false)

  /// From now on the first interruption ends the search, and the second one the command.
  init() {
    signal(SIGINT) { _ in
      SearchWatch.isStopped.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether the user ended a search.
  var wasStopped: Bool { Self.isStopped.load(ordering: .relaxed) }

  /// Shows the progress; `false` once the user asked to stop.
  func goesOn(_ progress: SearchProgress) -> Bool {
    let now = ContinuousClock.now
    if isShown, now - start > Self.patience,
      lastShown.map({ now - $0 > Self.interval }) ?? true
    {
      lastShown = now
      let families = progress.families == 1 ? "1 way" : "\(progress.families) ways"
      Failure.print(
        "\r\u{1B}[K\(subject): \(progress.boxes) boxes, \(families) found; "
          + "Ctrl-C shows what there is")
    }
    return !wasStopped
  }

  /// Takes the line of progress away.
  func finish() {
    if lastShown != nil { Failure.print("\r\u{1B}[K") }
    lastShown = nil
  }
}
