/// Σ aᵢ e^(−y sᵢ): the value of amounts as a function of the force of interest y per step.
///
/// With steps of a day or a period the offsets sᵢ are whole numbers and so without rounding.
struct ExponentialSum {
  /// The amounts of distinct offsets, none of them zero, scaled by a power of two to at most 1.
  let amounts: [Double]
  /// Numbers of steps, strictly ascending from 0.
  let offsets: [Double]
  /// How often consecutive amounts differ in sign; zero too where an amount is not finite.
  let signChanges: Int

  /// - Parameters:
  ///   - amounts: In the order of the offsets; amounts of one offset are added.
  ///   - offsets: Ascending; as many as amounts.
  init(amounts: [Double], offsets: [Double]) {
    let largest = amounts.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite, amounts.allSatisfy(\.isFinite) else {
      (self.amounts, self.offsets, signChanges) = ([], [], 0)
      return
    }
    let exponent = -(largest.exponent + 1)
    var (merged, kept): ([Double], [Double]) = ([], [])
    merged.reserveCapacity(amounts.count)
    kept.reserveCapacity(amounts.count)
    var changes = 0
    for index in amounts.indices {
      let amount = amounts[index] * Double(sign: .plus, exponent: exponent, significand: 1)
      if kept.last == offsets[index] {
        merged[merged.count - 1] += amount
      } else {
        Self.dropTrailingZero(&merged, &kept)
        merged.append(amount)
        kept.append(offsets[index])
      }
    }
    Self.dropTrailingZero(&merged, &kept)
    for index in merged.indices.dropFirst() where (merged[index] < 0) != (merged[index - 1] < 0) {
      changes += 1
    }
    let origin = kept.first ?? 0
    for index in kept.indices { kept[index] -= origin }
    (self.amounts, self.offsets, signChanges) = (merged, kept, changes)
  }

  private init(amounts: [Double], offsets: [Double], signChanges: Int) {
    (self.amounts, self.offsets, self.signChanges) = (amounts, offsets, signChanges)
  }

  private static func dropTrailingZero(_ amounts: inout [Double], _ offsets: inout [Double]) {
    guard amounts.last == 0 else { return }
    amounts.removeLast()
    offsets.removeLast()
  }

  /// The offset of the last amount.
  var span: Double { offsets.last ?? 0 }

  /// The same amounts counted back from the last: its roots are those of this sum, negated.
  var reversed: ExponentialSum {
    ExponentialSum(
      amounts: amounts.reversed(), offsets: offsets.reversed().map { span - $0 },
      signChanges: signChanges)
  }
}
