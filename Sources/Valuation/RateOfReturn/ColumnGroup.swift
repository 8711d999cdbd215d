/// Amounts of one sign with their offsets, in columns of whole vectors.
struct ColumnGroup {
  let amounts: UnsafeBufferPointer<Double>
  let offsets: UnsafeBufferPointer<Double>
  /// The offset from which distances count; no distance and y differ in sign.
  let reference: Double

  /// Σ aᵢ dᵢᵏ fᵢ for k = 0, 1, 2, with the distances dᵢ from the reference and factors fᵢ.
  typealias Moments = (zeroth: Double, first: Double, second: Double)

  /// The moments with factors of one.
  func undiscountedMoments() -> Moments {
    var sums = VectorMoments()
    for index in stride(from: 0, to: amounts.count, by: Lanes.scalarCount) {
      sums.add(lanes(amounts, index), lanes(offsets, index) - reference)
    }
    return sums.total
  }

  /// The moments with factors of e^(−y dᵢ).
  func moments(at y: Double) -> Moments {
    var sums = VectorMoments()
    for index in stride(from: 0, to: amounts.count, by: Lanes.scalarCount) {
      let distances = lanes(offsets, index) - reference
      sums.add(lanes(amounts, index) * decay(distances * y), distances)
    }
    return sums.total
  }

  /// The same to within 1.3e-7 of each factor, for a first approximation.
  func coarseMoments(at y: Double) -> Moments {
    var sums = VectorMoments()
    for index in stride(from: 0, to: amounts.count, by: Lanes.scalarCount) {
      let distances = lanes(offsets, index) - reference
      sums.add(lanes(amounts, index) * coarseDecay(distances * y), distances)
    }
    return sums.total
  }

  /// The same where y × distance exceeds what vectors take.
  func momentsOneByOne(at y: Double) -> Moments {
    var moments: Moments = (0, 0, 0)
    for index in amounts.indices {
      let distance = offsets[index] - reference
      let value = amounts[index] * exponential(-y * distance)
      moments.zeroth += value
      moments.first += value * distance
      moments.second += value * distance * distance
    }
    return moments
  }

  @inline(__always)
  private func lanes(_ column: UnsafeBufferPointer<Double>, _ index: Int) -> Lanes {
    UnsafeRawBufferPointer(column).loadUnaligned(
      fromByteOffset: index * MemoryLayout<Double>.stride, as: Lanes.self)
  }
}

/// Sums of values, values × distance and values × distance², a lane each.
private struct VectorMoments {
  private var zeroth = Lanes.zero
  private var first = Lanes.zero
  private var second = Lanes.zero

  @inline(__always)
  mutating func add(_ values: Lanes, _ distances: Lanes) {
    let moments = values * distances
    zeroth += values
    first += moments
    second += moments * distances
  }

  var total: ColumnGroup.Moments { (zeroth.sum(), first.sum(), second.sum()) }
}
