/// The times of some repetitions of one piece of work.
struct Times {
  /// In seconds; ascending, at least one.
  let seconds: [Double]

  /// - Precondition: At least one time was taken.
  init(_ seconds: [Double]) {
    precondition(!seconds.isEmpty, "a time was taken")
    self.seconds = seconds.sorted()
  }

  var minimum: Double { seconds[0] }

  var median: Double {
    let middle = seconds.count / 2
    return seconds.count % 2 == 1
      ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2
  }

  var maximum: Double { seconds[seconds.count - 1] }
}

/// Does a piece of work several times, and checks that every repetition gives the same.
///
/// - Throws: What the work throws; `CheckFailure` where two repetitions differ.
func timed<Result: Equatable>(
  repetitions: Int, _ what: String, _ work: () throws -> Result
) throws -> (result: Result, times: Times) {
  let clock = ContinuousClock()
  var start = clock.now
  let result = try work()
  var seconds = [(clock.now - start).inSeconds]
  for _ in 1..<max(1, repetitions) {
    start = clock.now
    let again = try work()
    seconds.append((clock.now - start).inSeconds)
    try CheckFailure.expectEqual(again, result, "\(what), when repeated")
  }
  return (result, Times(seconds))
}

/// The same of work that waits for other cores.
func timed<Result: Equatable>(
  repetitions: Int, _ what: String, _ work: () async throws -> Result
) async throws -> (result: Result, times: Times) {
  let clock = ContinuousClock()
  var start = clock.now
  let result = try await work()
  var seconds = [(clock.now - start).inSeconds]
  for _ in 1..<max(1, repetitions) {
    start = clock.now
    let again = try await work()
    seconds.append((clock.now - start).inSeconds)
    try CheckFailure.expectEqual(again, result, "\(what), when repeated")
  }
  return (result, Times(seconds))
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
