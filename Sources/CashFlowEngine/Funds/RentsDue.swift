import FinanceBasics
import LeaseModel

/// The base rents of a lease as they fall due, and what of each is still to be paid.
struct RentsDue {
  /// One month of base rent of one hall.
  struct Item {
    let hall: Int
    let month: YearMonth
    /// The day of payment.
    let due: CalendarDate
    /// In minor units: what nothing has been used against yet.
    fileprivate(set) var open: Int64
  }

  /// By day, then by hall, then by month.
  private var items: [Item] = []

  /// - Parameter rents: Of all halls, posted.
  init(_ rents: [CashFlowRun], rules: RentRules) {
    for run in rents where run.charge.order == Charge.baseRent.order {
      for offset in 0..<run.monthCount {
        let month = run.firstMonth.adding(months: offset)
        items.append(
          Item(
            hall: run.hall, month: month, due: rules.paid(on: run.due(in: month)),
            open: run.minorUnits))
      }
    }
    items.sort { ($0.due, $0.hall, $0.month) < ($1.due, $1.hall, $1.month) }
  }

  /// Uses an amount against the rents of a hall, or of all, that are paid from a day on.
  ///
  /// Each is used up in full before the next.
  /// - Parameter rest: In minor units: the amount before, and what no rent was left for after.
  /// - Returns: One negative run a rent, paid when the rent is; by hall, then by month.
  mutating func use(
    _ rest: inout Int64, as charge: Charge, hall: Int? = nil, from day: CalendarDate = .earliest
  ) -> [CashFlowRun] {
    var runs: [CashFlowRun] = []
    for place in items.indices where rest > 0 {
      let item = items[place]
      guard item.open > 0, item.due >= day, hall == nil || item.hall == hall else { continue }
      let used = min(rest, item.open)
      rest -= used
      items[place].open -= used
      runs.append(item.run(charge, minorUnits: -used))
    }
    return runs.sorted { ($0.hall, $0.firstMonth) < ($1.hall, $1.firstMonth) }
  }
}

extension RentsDue.Item {
  /// A run of the month that is paid on the day of its rent, wherever that is.
  fileprivate func run(_ charge: Charge, minorUnits: Int64) -> CashFlowRun {
    CashFlowRun(
      charge: charge, hall: hall, firstMonth: month, monthCount: 1,
      exactMinorUnits: PreciseReal(integer: Int(minorUnits)), minorUnits: minorUnits, dueDay: 1,
      paymentDays: month.firstDay.days(until: due))
  }
}
