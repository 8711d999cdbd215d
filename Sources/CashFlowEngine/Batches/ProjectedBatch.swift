public import LeaseModel

/// The posted cash flows of many leases: terms compiled once into runs, kept in columns.
///
/// The leases are those of one currency. The same leases give the same figures, bit by bit, for any
/// number of workers.
///
///     let batch = try await ProjectedBatch(of: leases, workers: 2)
///     await batch.value(discounting, workers: 2).presentValue
public struct ProjectedBatch: Sendable {
  /// In the order of the leases.
  private let chunks: [PostedColumns]
  /// How many leases there are.
  public let leaseCount: Int
  /// How many of them were posted from exact flows, because 64 bits could not prove their cents.
  public let exactLeaseCount: Int

  /// Projects leases.
  ///
  /// - Parameter workers: How many work at once; at least one.
  /// - Throws: What `project` throws of the first lease that it refuses.
  public init(
    of leases: [Lease], case projectionCase: ProjectionCase = .base, workers: Int
  ) async throws(ProjectionProblem) {
    let parts = await BatchChunks.work(leaseCount: leases.count, workers: workers) { chunks in
      var poster = BatchPoster()
      var results: [ChunkResult<Part>] = []
      while let (number, places) = chunks.take() {
        results.append(
          ChunkResult(
            chunk: number,
            made: Result { () throws(ProjectionProblem) in
              try poster.repost(leases, places, case: projectionCase)
              return Part(columns: poster.columns.trimmed(), exactCount: poster.exactCount)
            }))
      }
      return results
    }
    let inOrder = try parts.inOrder()
    chunks = inOrder.map(\.columns)
    leaseCount = leases.count
    exactLeaseCount = inOrder.reduce(0) { $0 + $1.exactCount }
  }

  /// The columns of one chunk.
  private struct Part: Sendable {
    let columns: PostedColumns
    let exactCount: Int
  }

  /// Totals by charge, and their value.
  ///
  /// - Complexity: O(runs), however long they are.
  public func value(_ discounting: BatchDiscounting, workers: Int) async -> BatchValue {
    let chunks = chunks
    let parts = await BatchChunks.work(leaseCount: leaseCount, workers: workers) { queue in
      var tables = FactorTables(discounting)
      var results: [(chunk: Int, value: BatchValue)] = []
      while let (number, _) = queue.take() {
        results.append((number, chunks[number].value(&tables)))
      }
      return results
    }
    var value = BatchValue()
    for part in parts.flatMap(\.self).sorted(by: { $0.chunk < $1.chunk }) {
      value.add(part.value)
    }
    return value
  }

  /// The sums of all leases by month and charge.
  ///
  /// - Complexity: O(runs) and O(months).
  public func rows(workers: Int) async -> BatchRows {
    let chunks = chunks
    let parts = await BatchChunks.work(leaseCount: leaseCount, workers: workers) { queue in
      var changes = RowChanges()
      while let (number, _) = queue.take() { changes.add(chunks[number]) }
      return changes
    }
    return BatchRows(joining: parts)
  }

  /// The posted amounts of one lease, as its projection has them.
  ///
  /// - Parameter place: From 0, below `leaseCount`.
  public func cells(ofLease place: Int) -> [Cell] {
    precondition((0..<leaseCount).contains(place), "a lease of the batch")
    return chunks[place / BatchChunks.leases].cells(ofLease: place % BatchChunks.leases)
  }

  /// How many runs all leases have.
  public var runCount: Int { chunks.reduce(0) { $0 + $1.minorUnits.count } }
}
