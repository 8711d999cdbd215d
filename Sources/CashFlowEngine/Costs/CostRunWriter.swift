import FinanceBasics
import LeaseModel

/// Turns the sums of months into runs, of which neighbours that are equal are one.
struct CostRunWriter {
  private let term: HallTerm
  private let timing: RentRules.Timing
  private var recovery: EqualMonths
  private var powerRecovery: EqualMonths
  private var otherIncome: EqualMonths
  private var operatingCost: EqualMonths
  private var powerCost: EqualMonths

  init(_ lease: Lease, hall: Int, term: HallTerm) {
    self.term = term
    timing = lease.rules.timing
    recovery = EqualMonths(.recovery, of: lease, hall: hall)
    powerRecovery = EqualMonths(.powerRecovery, of: lease, hall: hall)
    otherIncome = EqualMonths(.otherIncome, of: lease, hall: hall)
    operatingCost = EqualMonths(.operatingCost, of: lease, hall: hall)
    powerCost = EqualMonths(.powerCost, of: lease, hall: hall)
  }

  /// Adds months that follow the last ones.
  mutating func add(
    _ sums: CostSums, stretch: CostSheet.Stretch
  ) throws(ProjectionProblem) {
    let due = dueDay(of: stretch)
    try recovery.add(sums.recovery, stretch, dueDay: due)
    try powerRecovery.add(sums.powerRecovery, stretch, dueDay: due)
    try otherIncome.add(sums.otherIncome, stretch, dueDay: due)
    try operatingCost.add(sums.operatingCost, stretch, dueDay: due)
    try powerCost.add(sums.powerCost, stretch, dueDay: due)
  }

  /// All runs, by charge and month.
  mutating func finished() throws(ProjectionProblem) -> [CashFlowRun] {
    try recovery.finish()
    try powerRecovery.finish()
    try otherIncome.finish()
    try operatingCost.finish()
    try powerCost.finish()
    return recovery.runs + powerRecovery.runs + otherIncome.runs + operatingCost.runs
      + powerCost.runs
  }

  /// The first or the last day of the month on which the hall is in force; where it is not, on
  /// which any of its lines runs.
  private func dueDay(of stretch: CostSheet.Stretch) -> Int {
    let month = stretch.month
    let isInForce =
      term.start < term.end && term.start.month <= month
      && (month < term.end.month || (month == term.end.month && term.end.day > 1))
    switch timing {
    case .advance:
      guard isInForce else { return stretch.days.lowerBound }
      return month == term.start.month ? term.start.day : 1
    case .arrears:
      guard isInForce else {
        let isWhole = stretch.days.upperBound > dayCount(ofMonth: month)
        return isWhole ? 31 : stretch.days.upperBound - 1
      }
      return month == term.end.month ? term.end.day - 1 : 31
    }
  }
}

/// The runs of one charge, and the one that may still grow longer.
private struct EqualMonths {
  private(set) var runs: [CashFlowRun] = []
  private let charge: Charge
  private let hall: Int
  private let deal: DealID
  private let paymentDays: Int
  private var exact = PreciseReal.zero
  private var firstMonth = 0
  private var count = 0
  private var dueDay = 0

  init(_ charge: Charge, of lease: Lease, hall: Int) {
    self.charge = charge
    self.hall = hall
    deal = lease.id
    paymentDays = lease.rules.paymentDays
  }

  mutating func add(
    _ amount: PreciseReal?, _ stretch: CostSheet.Stretch, dueDay: Int
  ) throws(ProjectionProblem) {
    guard let amount else { return }
    if count > 0, firstMonth + count == stretch.month, self.dueDay == dueDay, exact == amount {
      count += stretch.count
      return
    }
    try finish()
    exact = amount
    firstMonth = stretch.month
    count = stretch.count
    self.dueDay = dueDay
  }

  mutating func finish() throws(ProjectionProblem) {
    guard count > 0 else { return }
    runs.append(
      try CashFlowRun(
        posting: exact, charge: charge, hall: hall, firstMonth: firstMonth, monthCount: count,
        dueDay: dueDay, paymentDays: paymentDays, deal: deal))
    count = 0
  }
}
