import FinanceBasics
import LeaseModel

extension LeaseDerivations {
  /// The megawatts that rent is paid on: the greater of those delivered and those committed.
  func chargedMegawatts(_ hall: Int, on day: CalendarDate) -> Node {
    guard let ramp = lease.halls[hall].ramp else { return megawatts(hall) }
    let delivered = deliveredMegawatts(hall, on: day)
    guard !ramp.committed.isEmpty else { return delivered }
    let committed = megawatts(
      ramp.committed, "committed MW", hall, on: day
    ) { .committed(hall: hall, step: $0) }
    return Node(
      "MW that rent is paid on", unit: "MW", .greatest([delivered, committed]),
      note: "take or pay")
  }

  /// The megawatts in use, which energy and demand follow.
  func deliveredMegawatts(_ hall: Int, on day: CalendarDate) -> Node {
    guard let ramp = lease.halls[hall].ramp else { return megawatts(hall) }
    return megawatts(ramp.delivered, "delivered MW", hall, on: day) {
      .delivered(hall: hall, step: $0)
    }
  }

  private func megawatts(
    _ steps: [Ramp.Step], _ label: String, _ hall: Int, on day: CalendarDate,
    _ quantity: (Int) -> LeaseQuantity
  ) -> Node {
    let row = row(steps, hall, on: day)
    guard row >= 0 else {
      return Node("\(label) before the first step", unit: "MW", count: 0)
    }
    return Node(
      "\(label) from \(start(of: steps[row], hall))", unit: "MW", stated: steps[row].criticalIT,
      quantity: quantity(row))
  }

  /// The last step that has begun on a day; below zero before the first.
  func row(_ steps: [Ramp.Step], _ hall: Int, on day: CalendarDate) -> Int {
    (steps.indices.last { start(of: steps[$0], hall) <= day }) ?? -1
  }

  private func start(of step: Ramp.Step, _ hall: Int) -> CalendarDate {
    switch step.start {
    case .date(let date): date
    case .month(let month): days[hall].start.adding(months: month)
    }
  }

  /// The days on which the megawatts of a hall may change.
  func rampDays(_ hall: Int) -> [CalendarDate] {
    guard let ramp = lease.halls[hall].ramp else { return [] }
    return (ramp.delivered + ramp.committed).map { start(of: $0, hall) }
  }
}
