/// Counts what a search looks at, and ends it at its limits or where the caller says so.
struct SearchClock {
  let limits: SearchLimits
  private let progress: (SearchProgress) -> Bool
  private(set) var boxes = 0
  private(set) var wasStopped = false
  var combinations = 0
  var families = 0

  /// Boxes between two calls of the caller.
  private static let boxesBetweenCalls = 512

  init(limits: SearchLimits, progress: @escaping (SearchProgress) -> Bool) {
    self.limits = limits
    self.progress = progress
  }

  /// Counts a box.
  ///
  /// - Returns: Whether the search goes on.
  mutating func tick() -> Bool {
    guard !isOver else { return false }
    boxes += 1
    if boxes % Self.boxesBetweenCalls == 0 { report() }
    return !isOver
  }

  /// Tells the caller how far the search has come.
  mutating func report() {
    let state = SearchProgress(boxes: boxes, combinations: combinations, families: families)
    if !progress(state) { wasStopped = true }
  }

  /// A clock for the explanation of what was found, by the same limits and from zero.
  var renewed: SearchClock { SearchClock(limits: limits, progress: progress) }

  var isOver: Bool { wasStopped || boxes >= limits.boxes }
}
