import FinanceBasics

/// Flows whose sign changes once, as two groups of absolute amounts with their offsets.
///
/// Each group fills whole vectors; what is left of its last one has amounts of zero.
struct SignedColumns {
  /// The absolute amounts, first those of the first sign.
  let amounts: [Double]
  /// The steps from the first flow to each, ascending within a group.
  let offsets: [Double]
  /// Where the groups begin and end.
  let layout: Layout

  /// Where the groups of columns begin and end.
  struct Layout {
    /// The index at which the second group begins, and how many values there are in all.
    fileprivate(set) var turn = 0
    fileprivate(set) var count = 0
    /// The offset of the last flow of the first group, and of the first and last of the second.
    fileprivate(set) var endOfFirst = 0.0
    fileprivate(set) var startOfSecond = 0.0
    fileprivate(set) var span = -1.0
  }

  /// The columns of dated flows, with days as steps, or `nil` if the flows are not on ascending
  /// days, are out of proportion, or do not change sign exactly once.
  init?(_ flows: [DatedFlow]) {
    let origin = flows.first { $0.amount != 0 }?.date.dayNumber ?? 0
    self.init(count: flows.count) { index in
      (flows[index].amount, Double(flows[index].date.dayNumber - origin))
    }
  }

  /// The columns of an exponential sum, or `nil` if its sign does not change exactly once.
  init?(_ sum: ExponentialSum) {
    self.init(count: sum.amounts.count) { (sum.amounts[$0], sum.offsets[$0]) }
  }

  @inline(__always)
  private init?(count: Int, row: (Int) -> (amount: Double, offset: Double)) {
    let padded = count + 2 * Lanes.scalarCount
    var layout: Layout?
    var offsets: [Double] = []
    amounts = [Double](unsafeUninitializedCapacity: padded) { amountBuffer, amountCount in
      offsets = [Double](unsafeUninitializedCapacity: padded) { offsetBuffer, offsetCount in
        var builder = Builder(amounts: amountBuffer, offsets: offsetBuffer)
        layout = builder.fill(count: count, row: row) ? builder.layout : nil
        (amountCount, offsetCount) = (builder.layout.count, builder.layout.count)
      }
    }
    guard let layout else { return nil }
    self.offsets = offsets
    self.layout = layout
  }

  /// Fills two columns of uninitialised memory that are long enough for all flows and two vectors.
  private struct Builder {
    let amounts: UnsafeMutableBufferPointer<Double>
    let offsets: UnsafeMutableBufferPointer<Double>
    private(set) var layout = Layout()

    init(
      amounts: UnsafeMutableBufferPointer<Double>, offsets: UnsafeMutableBufferPointer<Double>
    ) {
      self.amounts = amounts
      self.offsets = offsets
    }

    /// Amounts outside are out of all proportion, or no numbers; the general path takes them.
    private static let proportion = (least: 1e-150, greatest: 1e150)

    /// Fills the columns with rows, and says whether the rows make columns.
    @inline(__always)
    mutating func fill(count: Int, row: (Int) -> (amount: Double, offset: Double)) -> Bool {
      var (slot, span, isNegative) = (0, -1.0, false)
      for index in 0..<count {
        let (amount, offset) = row(index)
        let size = abs(amount)
        guard size != 0 else { continue }
        guard offset > span, size >= Self.proportion.least, size <= Self.proportion.greatest else {
          return false
        }
        if (amount < 0) != isNegative {
          isNegative.toggle()
          if slot > 0 {
            guard layout.turn == 0 else { return false }
            slot = pad(from: slot, offset: span)
            (layout.turn, layout.endOfFirst, layout.startOfSecond) = (slot, span, offset)
          }
        }
        amounts[slot] = size
        offsets[slot] = offset
        slot += 1
        span = offset
      }
      layout.count = pad(from: slot, offset: span)
      layout.span = span
      return layout.turn > 0
    }

    /// Fills up a vector with amounts of zero at an offset, and returns the next slot.
    private func pad(from start: Int, offset: Double) -> Int {
      var slot = start
      while slot % Lanes.scalarCount != 0 {
        amounts[slot] = 0
        offsets[slot] = offset
        slot += 1
      }
      return slot
    }
  }
}
