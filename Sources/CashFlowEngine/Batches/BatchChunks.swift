import Synchronization

/// The chunks of a batch, handed out to workers one by one.
///
/// Which worker gets which chunk is open. What is made of a chunk depends on the chunk alone, and is
/// joined in the order of the chunks, so that it is the same for any number of workers.
final class BatchChunks: Sendable {
  private let leaseCount: Int
  private let next = Atomic<Int>(0)

  /// So few that what is posted of them stays in a processor's cache.
  static let leases = 256

  init(leaseCount: Int) {
    self.leaseCount = leaseCount
  }

  /// The number of the next chunk, and the places of its leases; `nil` once all are taken.
  func take() -> (number: Int, leases: Range<Int>)? {
    let number = next.add(1, ordering: .relaxed).oldValue
    let first = number * Self.leases
    guard first < leaseCount else { return nil }
    return (number, first..<min(first + Self.leases, leaseCount))
  }

  /// Lets some workers take chunks until none is left.
  ///
  /// - Returns: What each worker made, in no order.
  static func work<Result: Sendable>(
    leaseCount: Int, workers: Int,
    _ body: @Sendable @escaping (BatchChunks) -> Result
  ) async -> [Result] {
    precondition(workers > 0, "a batch has a worker")
    let chunks = BatchChunks(leaseCount: leaseCount)
    guard workers > 1 else { return [body(chunks)] }
    return await withTaskGroup(of: Result.self) { group in
      for _ in 0..<workers {
        group.addTask { body(chunks) }
      }
      var results: [Result] = []
      for await result in group { results.append(result) }
      return results
    }
  }
}

/// What was made of one chunk, or why it could not be made.
struct ChunkResult<Made: Sendable>: Sendable {
  let chunk: Int
  let made: Result<Made, ProjectionProblem>
}

extension [[ChunkResult<BatchValue>]] {
  /// The values of all chunks added in their order.
  ///
  /// - Throws: The problem of the first lease that has one.
  func joined() throws(ProjectionProblem) -> BatchValue {
    var value = BatchValue()
    for part in try inOrder() { value.add(part) }
    return value
  }
}

extension Array {
  /// What was made of each chunk, in the order of the chunks.
  ///
  /// - Throws: The problem of the first lease that has one.
  func inOrder<Made>() throws(ProjectionProblem) -> [Made] where Element == [ChunkResult<Made>] {
    var all: [Made] = []
    let results = flatMap(\.self).sorted { $0.chunk < $1.chunk }
    all.reserveCapacity(results.count)
    for result in results { all.append(try result.made.get()) }
    return all
  }
}
