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
    self.init(capacity: flows.count) { builder in
      for flow in flows {
        guard builder.add(flow.amount, Double(flow.date.dayNumber - origin)) else { return }
      }
    }
  }

  /// The columns of an exponential sum, or `nil` if its sign does not change exactly once.
  init?(_ sum: ExponentialSum) {
    self.init(capacity: sum.amounts.count) { builder in
      for index in sum.amounts.indices {
        guard builder.add(sum.amounts[index], sum.offsets[index]) else { return }
      }
    }
  }

  @inline(__always)
  private init?(capacity: Int, fill: (inout Builder) -> Void) {
    let padded = capacity + 2 * Lanes.scalarCount
    var layout: Layout?
    var offsets: [Double] = []
    amounts = [Double](unsafeUninitializedCapacity: padded) { amountBuffer, amountCount in
      offsets = [Double](unsafeUninitializedCapacity: padded) { offsetBuffer, offsetCount in
        var builder = Builder(amounts: amountBuffer, offsets: offsetBuffer)
        fill(&builder)
        layout = builder.finish()
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
    var layout = Layout()
    private var isNegative = false
    private var isValid = true

    init(
      amounts: UnsafeMutableBufferPointer<Double>, offsets: UnsafeMutableBufferPointer<Double>
    ) {
      self.amounts = amounts
      self.offsets = offsets
    }

    /// Amounts outside are out of all proportion, or no numbers; the general path takes them.
    private static let least = 1e-150
    private static let greatest = 1e150

    /// Adds a flow, and says whether the flows so far make columns.
    @inline(__always)
    mutating func add(_ amount: Double, _ offset: Double) -> Bool {
      let size = abs(amount)
      guard size != 0 else { return true }
      isValid = offset > layout.span && size >= Self.least && size <= Self.greatest
      guard isValid else { return false }
      if (amount < 0) != isNegative {
        isNegative.toggle()
        if layout.count > 0 {
          isValid = layout.turn == 0
          guard isValid else { return false }
          pad()
          layout.turn = layout.count
          layout.endOfFirst = layout.span
          layout.startOfSecond = offset
        }
      }
      amounts.initializeElement(at: layout.count, to: size)
      offsets.initializeElement(at: layout.count, to: offset)
      layout.count += 1
      layout.span = offset
      return true
    }

    /// Fills up a vector with amounts of zero at the last offset.
    private mutating func pad() {
      while layout.count % Lanes.scalarCount != 0 {
        amounts.initializeElement(at: layout.count, to: 0)
        offsets.initializeElement(at: layout.count, to: layout.span)
        layout.count += 1
      }
    }

    /// The finished layout, or `nil` if the flows make no columns.
    mutating func finish() -> Layout? {
      pad()
      return isValid && layout.turn > 0 ? layout : nil
    }
  }
}
