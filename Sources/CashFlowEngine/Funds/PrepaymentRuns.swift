import FinanceBasics
import LeaseModel

/// Rent paid ahead on its date, and taken off the first base rents that fall due from then on.
///
/// Each rent is taken off in full until the prepayment is used up, so that the charge sums to
/// zero. It comes in with the first hall. Source: CONVENTIONS §7.
/// - Parameter rents: Of all halls, posted.
/// - Returns: By hall, then by month.
func prepaymentRuns(
  _ prepayment: Prepayment, rents: [CashFlowRun], lease: Lease
) throws(ProjectionProblem) -> [CashFlowRun] {
  let received = try datedRun(
    .prepayment, on: prepayment.date, exactMinorUnits: prepayment.amount.real.times(100),
    lease: lease)
  var rest = received.minorUnits
  var runs = [received]
  for rent in rentsDue(from: prepayment.date, among: rents) where rest > 0 {
    let used = min(rest, rent.run.minorUnits)
    guard used > 0 else { continue }
    rest -= used
    let exact = PreciseReal(integer: -Int(used))
    runs.append(
      CashFlowRun(
        charge: .prepayment, hall: rent.run.hall, firstMonth: rent.month, monthCount: 1,
        exactMinorUnits: exact, minorUnits: -used, dueDay: rent.run.dueDay,
        paymentDays: rent.run.paymentDays))
  }
  guard rest <= 0 else {
    throw .prepaymentExceedsRent(
      deal: lease.id, unused: Money(minorUnits: rest, currency: lease.currency))
  }
  return runs.sorted { ($0.hall, $0.firstMonth) < ($1.hall, $1.firstMonth) }
}

/// The months of base rent paid from a day on: by day, then by hall, then by month.
private func rentsDue(
  from day: CalendarDate, among rents: [CashFlowRun]
) -> [(due: CalendarDate, month: YearMonth, run: CashFlowRun)] {
  var months: [(due: CalendarDate, month: YearMonth, run: CashFlowRun)] = []
  for run in rents where run.charge.order == Charge.baseRent.order {
    for offset in 0..<run.monthCount {
      let month = run.firstMonth.adding(months: offset)
      let due = run.due(in: month)
      if due >= day { months.append((due, month, run)) }
    }
  }
  return months.sorted {
    ($0.due, $0.run.hall, $0.month) < ($1.due, $1.run.hall, $1.month)
  }
}

/// An amount of the first hall on a stated day.
func datedRun(
  _ charge: Charge, on date: CalendarDate, exactMinorUnits: PreciseReal, lease: Lease
) throws(ProjectionProblem) -> CashFlowRun {
  let day = MonthDay(date)
  return try CashFlowRun(
    posting: exactMinorUnits, charge: charge, hall: 0, firstMonth: day.month, monthCount: 1,
    dueDay: day.day, deal: lease.id)
}
