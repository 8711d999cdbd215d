import FinanceBasics

/// The exact rent of a hall, base and renewal together, read month by month.
struct MonthlyRents {
  private let base: ArraySlice<CashFlowRun>
  private let renewal: ArraySlice<CashFlowRun>
  private var basePlace: Int
  private var renewalPlace: Int

  /// - Parameter rents: Base rent before renewal rent, each by month.
  init(_ rents: ArraySlice<CashFlowRun>) {
    let border = rents.firstIndex { $0.charge.order > Charge.baseRent.order } ?? rents.endIndex
    base = rents[..<border]
    renewal = rents[border...]
    basePlace = base.startIndex
    renewalPlace = renewal.startIndex
  }

  /// The rent of a month that follows the last one read, in minor units, and the first month after
  /// it that may have another.
  mutating func rent(of month: Int) -> (amount: PreciseReal, end: Int) {
    let first = Self.read(base, at: &basePlace, month)
    let second = Self.read(renewal, at: &renewalPlace, month)
    return (first.amount.plus(second.amount), min(first.end, second.end))
  }

  private static func read(
    _ runs: ArraySlice<CashFlowRun>, at place: inout Int, _ month: Int
  ) -> (amount: PreciseReal, end: Int) {
    while place < runs.endIndex, Int(runs[place].months.upperBound.index) <= month { place += 1 }
    guard place < runs.endIndex else { return (.zero, .max) }
    let run = runs[place]
    let first = Int(run.firstMonth.index)
    return first > month
      ? (.zero, first) : (run.exactMinorUnits, first + run.monthCount)
  }
}
