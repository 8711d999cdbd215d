import FinanceBasics
import LeaseModel

/// The megawatts of a hall from one change to the next: those in use, and those paid for.
struct MegawattCourse {
  /// Megawatts that hold from a day on.
  struct Stage {
    /// The first day.
    let start: MonthDay
    /// In use.
    let delivered: ExactDecimal
    /// Paid for: the greater of those in use and those committed.
    let charged: ExactDecimal
  }

  /// In the order of their days; the first holds before it begins, too.
  private let stages: [Stage]

  /// All of the hall's megawatts from the beginning where it has no ramp.
  ///
  /// Before the first step of a table, and in a table without steps, there are none.
  init(_ hall: Hall, term: HallTerm) {
    let distantPast = MonthDay(month: 0, day: 1)
    guard let ramp = hall.ramp else {
      stages = [
        Stage(start: distantPast, delivered: hall.criticalIT, charged: hall.criticalIT)
      ]
      return
    }
    let delivered = steps(ramp.delivered, from: term.start)
    let committed = steps(ramp.committed, from: term.start)
    let starts = Set((delivered + committed).map(\.start)).union([distantPast]).sorted()
    stages = starts.map { start in
      let inUse = megawatts(of: delivered, at: start)
      let atLeast = megawatts(of: committed, at: start)
      return Stage(start: start, delivered: inUse, charged: inUse < atLeast ? atLeast : inUse)
    }
  }

  /// What holds on a day, and the first day after it on which something else may.
  func stage(at day: MonthDay) -> (stage: Stage, until: MonthDay) {
    let next = stages.firstIndex { day < $0.start } ?? stages.count
    return (stages[max(0, next - 1)], next < stages.count ? stages[next].start : .never)
  }
}

/// The first days of a table's steps with their megawatts, in order.
private func steps(
  _ table: [Ramp.Step], from commencement: MonthDay
) -> [(start: MonthDay, megawatts: ExactDecimal)] {
  table.map { step in
    switch step.start {
    case .date(let date): (MonthDay(date), step.criticalIT)
    case .month(let count): (commencement.adding(months: count), step.criticalIT)
    }
  }
}

/// The megawatts of the last step that has begun on a day, or none.
private func megawatts(
  of steps: [(start: MonthDay, megawatts: ExactDecimal)], at day: MonthDay
) -> ExactDecimal {
  steps.last { $0.start <= day }?.megawatts ?? .zero
}
