import FinanceBasics
import LeaseModel

/// What the tenant pays for an early end, hall by hall, on the last day.
struct TerminationFees {
  let termination: Termination
  let lease: Lease
  let terms: [HallTerm]
  let rates: RentRates
  /// The landlord's capital cost of each hall, negative; empty where no plan is known.
  let capital: [[CashFlowRun]]

  /// One run a hall; none where nothing is agreed.
  func runs(_ notes: inout ProjectionNotes) throws(ProjectionProblem) -> [CashFlowRun] {
    var runs: [CashFlowRun] = []
    for hall in lease.halls.indices {
      guard let fee = try minorUnits(hall: hall, &notes) else { continue }
      runs.append(
        try datedRun(
          .terminationFee, hall: hall, on: termination.lastDay, exactMinorUnits: fee,
          lease: lease))
    }
    return runs
  }

  private func minorUnits(
    hall: Int, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal? {
    switch termination.fee {
    case nil: nil
    case .amount(let amount): part(of: amount, hall: hall)
    case .monthsOfRent(let months): try lastRent(hall: hall, &notes).times(months.real)
    case .schedule(let rows):
      rows.last { $0.leaseYear <= leaseYear }.map { part(of: $0.amount, hall: hall) }
    case .unamortisedCost: unamortisedCost(hall: hall)
    }
  }

  /// A hall's part by megawatt, in minor units.
  private func part(of amount: ExactDecimal, hall: Int) -> PreciseReal {
    amount.real.times(100).times(lease.halls[hall].criticalIT.real)
      .divided(by: lease.criticalIT.real)
  }

  /// The lease year that the last day is in, from 1 from the first commencement; 0 before it.
  private var leaseYear: Int {
    guard let first = terms.map(\.start).min()?.date, first <= termination.lastDay else { return 0 }
    return first.wholeMonths(until: termination.lastDay) / 12 + 1
  }

  /// A month's rent of the megawatts charged on the last day, before abatement; zero of a hall
  /// whose base term has not begun, or is over.
  private func lastRent(
    hall: Int, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> PreciseReal {
    let term = terms[hall]
    let day = MonthDay(termination.lastDay)
    guard term.start <= day, day < term.baseEnd else { return .zero }
    let rent = try rates.fullRent(of: lease, hall: hall, term: term, on: day, &notes)
    let charged = MegawattCourse(lease.halls[hall], term: term).stage(at: day).stage.charged
    return rent.times(charged.real).divided(by: lease.halls[hall].criticalIT.real)
  }

  /// The hall's cost times the days left of its base term over all of them.
  private func unamortisedCost(hall: Int) -> PreciseReal {
    guard !capital.isEmpty else { return .zero }
    let spent = capital[hall].reduce(PreciseReal.zero) {
      $0.minus($1.exactMinorUnits.times($1.monthCount))
    }
    let days = terms[hall].start.date..<terms[hall].baseEnd.date
    let left = termination.lastDay.adding(days: 1).days(until: days.upperBound)
    let all = days.lowerBound.days(until: days.upperBound)
    return spent.times(PreciseReal(min(max(0, left), all), over: all))
  }
}
