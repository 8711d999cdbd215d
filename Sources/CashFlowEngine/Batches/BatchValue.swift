/// The totals of a batch by charge, and what they are worth on a day.
public struct BatchValue: Hashable, Sendable {
  /// In the order of `Charge.allCases`.
  private var totals: [Int128]
  private var pastTotals: [Int128]
  private var values: [Double]
  /// How many leases the batch has.
  public private(set) var leaseCount: Int

  init() {
    totals = Array(repeating: 0, count: Charge.allCases.count)
    pastTotals = totals
    values = Array(repeating: 0, count: Charge.allCases.count)
    leaseCount = 0
  }

  /// The posted sum of a charge over all leases and months, in minor units.
  public func total(of charge: Charge) -> Int128 { totals[charge.order] }

  /// The part of it that is paid before the valuation date, and has no value.
  public func pastTotal(of charge: Charge) -> Int128 { pastTotals[charge.order] }

  /// The present value of a charge in minor units, unrounded.
  public func presentValue(of charge: Charge) -> Double { values[charge.order] }

  /// The present value of all charges in minor units, unrounded.
  public var presentValue: Double { values.reduce(0, +) }

  /// The sums of some leases.
  init(_ sums: ChargeSums, leaseCount: Int) {
    totals = Charge.allCases.map { sums.totals[$0.order] }
    pastTotals = Charge.allCases.map { sums.pastTotals[$0.order] }
    values = Charge.allCases.map { sums.values[$0.order] }
    self.leaseCount = leaseCount
  }

  /// Adds the next part of the batch.
  mutating func add(_ other: BatchValue) {
    for place in totals.indices {
      totals[place] += other.totals[place]
      pastTotals[place] += other.pastTotals[place]
      values[place] += other.values[place]
    }
    leaseCount += other.leaseCount
  }
}
