public import FinanceBasics
import LeaseModel

/// Base rent recognised evenly over each hall's base term in force, a separate unit of account.
///
/// Source: ASC 842-30, operating lease of a lessor; CONVENTIONS §11.
public struct StraightLineIncome: Sendable {
  /// By hall, then by month.
  public let months: [StraightLineMonth]

  /// The accounts of all halls, from a projection of any case: renewals have no part in them.
  public init(_ projection: Projection) {
    let fractions = projection.lease.baseMonthsInForce
    months = fractions.indices.flatMap { hall in
      account(of: hall, months: fractions[hall], runs: projection.runs)
    }
  }

  /// The lease as a whole, all halls together, in the order of the months.
  public var leaseMonths: [StraightLineMonth] {
    guard let first = months.map(\.month).min(), let last = months.map(\.month).max() else {
      return []
    }
    var sums = (0...first.months(until: last)).map { offset in
      StraightLineMonth.empty(hall: 0, month: first.adding(months: offset))
    }
    for month in months { sums[first.months(until: month.month)].add(month) }
    return sums
  }

  /// The greatest receivable of the lease as a whole, at the end of the first month that has it.
  public var peakReceivable: StraightLineMonth? {
    leaseMonths.reduce(nil) { peak, month in
      guard let peak, peak.receivable >= month.receivable else { return month }
      return peak
    }
  }
}

/// Straight-line income and rent of one month, and what has been recognised but is not yet due.
public struct StraightLineMonth: Hashable, Sendable {
  /// The place of the hall in the lease's list; 0 of the lease as a whole.
  public let hall: Int
  /// A calendar month of the base term.
  public let month: YearMonth
  /// In minor units, before it is rounded.
  public internal(set) var exactIncome: PreciseReal
  /// As posted, in minor units: the month's part of the rounded income to date.
  public internal(set) var income: Int64
  /// Base rent of the month as posted, in minor units.
  public internal(set) var rent: Int64
  /// Income less rent to date, in minor units, at the end of the month; below zero a deferral.
  public internal(set) var receivable: Int64
  /// Income less rent to date before rounding, in minor units.
  public internal(set) var exactReceivable: PreciseReal

  fileprivate static func empty(hall: Int, month: YearMonth) -> StraightLineMonth {
    StraightLineMonth(
      hall: hall, month: month, exactIncome: .zero, income: 0, rent: 0, receivable: 0,
      exactReceivable: .zero)
  }

  fileprivate mutating func add(_ other: StraightLineMonth) {
    exactIncome = exactIncome.plus(other.exactIncome)
    income += other.income
    rent += other.rent
    receivable += other.receivable
    exactReceivable = exactReceivable.plus(other.exactReceivable)
  }
}

/// The account of one hall: rounded income to date, of which each month posts its part.
private func account(
  of hall: Int, months: [MonthFraction], runs: [CashFlowRun]
) -> [StraightLineMonth] {
  let rents = runs.filter { $0.hall == hall && $0.charge.order == Charge.baseRent.order }
    .flatMap { run in repeatElement(run, count: run.monthCount) }
  let fractions = months.reduce(PreciseReal.zero) { $0.plus($1.fraction) }
  let rent = rents.reduce(PreciseReal.zero) { $0.plus($1.exactMinorUnits) }
  let posted = rents.reduce(0) { $0 + $1.minorUnits }
  var account: [StraightLineMonth] = []
  var last = StraightLineMonth.empty(hall: hall, month: YearMonth(index: 0))
  var fractionsToDate = PreciseReal.zero
  var incomeToDate: Int64 = 0
  for (place, month) in months.enumerated() where place < rents.count {
    fractionsToDate = fractionsToDate.plus(month.fraction)
    let isLast = place == months.count - 1
    let exactToDate = rent.times(fractionsToDate).divided(by: fractions)
    let toDate = isLast ? posted : exactToDate.roundedHalfEven() ?? posted
    let income = rent.times(month.fraction).divided(by: fractions)
    last = StraightLineMonth(
      hall: hall, month: month.month, exactIncome: income, income: toDate - incomeToDate,
      rent: rents[place].minorUnits,
      receivable: last.receivable + (toDate - incomeToDate) - rents[place].minorUnits,
      exactReceivable: last.exactReceivable.plus(income).minus(rents[place].exactMinorUnits))
    incomeToDate = toDate
    account.append(last)
  }
  return account
}
