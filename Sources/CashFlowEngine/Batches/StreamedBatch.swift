public import LeaseModel

/// Totals by charge of leases that need not be kept, and their value: terms to figures in one pass.
///
/// The leases are those of one currency.
/// - Parameter workers: How many work at once; at least one. The figures do not depend on it.
/// - Throws: What `project` throws of the first lease that it refuses.
public func batchValue(
  of leases: [Lease], case projectionCase: ProjectionCase = .base, _ discounting: BatchDiscounting,
  workers: Int
) async throws(ProjectionProblem) -> BatchValue {
  let parts = await BatchChunks.work(leaseCount: leases.count, workers: workers) { chunks in
    var poster = BatchPoster()
    var tables = FactorTables(discounting)
    var results: [ChunkResult<BatchValue>] = []
    while let (number, places) = chunks.take() {
      results.append(
        ChunkResult(
          chunk: number,
          made: Result { () throws(ProjectionProblem) in
            try poster.repost(leases, places, case: projectionCase)
            return poster.columns.value(&tables)
          }))
    }
    return results
  }
  return try parts.joined()
}

/// The sums by month and charge of leases that need not be kept.
///
/// The leases are those of one currency.
/// - Parameter workers: How many work at once; at least one. The figures do not depend on it.
/// - Throws: What `project` throws of the first lease that it refuses.
public func batchRows(
  of leases: [Lease], case projectionCase: ProjectionCase = .base, workers: Int
) async throws(ProjectionProblem) -> BatchRows {
  let parts = await BatchChunks.work(leaseCount: leases.count, workers: workers) { chunks in
    var poster = BatchPoster()
    var changes = RowChanges()
    var problems: [ChunkResult<RowChanges>] = []
    while let (number, places) = chunks.take() {
      do throws(ProjectionProblem) {
        try poster.repost(leases, places, case: projectionCase)
        changes.add(poster.columns)
      } catch {
        problems.append(ChunkResult(chunk: number, made: .failure(error)))
      }
    }
    return problems + [ChunkResult(chunk: .max, made: .success(changes))]
  }
  return BatchRows(joining: try parts.inOrder())
}
