import FinanceBasics
import LeaseModel

/// Everything of a hall but its rent, compiled; read month by month, or many equal months at once.
struct CostSheet {
  /// Which charges a line belongs to.
  enum Role {
    case operating, power, income
  }

  /// What a line is called, and where it belongs.
  struct Entry {
    let name: String
    /// `nil` of what is no line of the deal.
    let kind: CostLine.Kind?
    let role: Role
  }

  /// Months that are all like the first of them.
  struct Stretch {
    /// Months since January of the year 0.
    let month: Int
    let count: Int
    /// The days of the month on which any line runs, by number from 1, end excluded.
    let days: Range<Int>
  }

  /// Costs in the order of the deal, then the restoration, then other income.
  let entries: [Entry]
  /// One an entry.
  private(set) var courses: [CostCourse]
  /// What each line comes to in the month last read, one an entry.
  private(set) var amounts: [CostMonth]
  private let term: HallTerm
  private var rents: MonthlyRents?
  /// The places of lines that are a share of power, and of all others.
  private let sharesOfPower: [Int]
  private let others: [Int]
  private var month: Int
  /// The month after the last one in which a line runs.
  private let endMonth: Int
  private var shares = ShareMemory()

  /// - Parameter rents: Of the hall, base rent before renewal rent.
  init(
    _ lease: Lease, hall: Int, term: HallTerm, rents hallRents: ArraySlice<CashFlowRun>,
    plan: RenewalPlan
  ) {
    (entries, courses) = Self.compiled(lease, hall: hall, term: term, plan: plan)
    amounts = entries.map { _ in .none }
    self.term = term
    var hasSharesOfRent = false
    var sharesOfPower: [Int] = []
    var others: [Int] = []
    var first = Int.max
    var end = 0
    for (index, course) in courses.enumerated() where course.start < course.end {
      first = min(first, course.start.month)
      end = max(end, course.end.firstFollowing.month)
      switch course.measure {
      case .power: sharesOfPower.append(index)
      case .rent:
        hasSharesOfRent = true
        others.append(index)
      case .month, .day: others.append(index)
      }
    }
    rents = hasSharesOfRent ? MonthlyRents(hallRents) : nil
    self.sharesOfPower = sharesOfPower
    self.others = others
    month = first
    endMonth = end
  }

  /// Reads the next months in which any line runs; `nil` after the last.
  mutating func next() -> Stretch? {
    while month < endMonth {
      let first = month
      var end = min(endMonth, nextBorder(after: first))
      var rent = ShareBase()
      if let (amount, next) = rents?.rent(of: first) {
        rent = ShareBase(cost: amount, passed: amount)
        end = min(end, next)
      }
      read(first, rent: rent)
      var firstDay = 32
      var endDay = 0
      for index in courses.indices where courses[index].start < courses[index].end {
        end = min(end, courses[index].nextChange)
        let days = courses[index].days(in: first)
        guard !days.isEmpty else { continue }
        firstDay = min(firstDay, days.lowerBound)
        endDay = max(endDay, days.upperBound)
      }
      month = max(end, first + 1)
      if firstDay < endDay {
        return Stretch(month: first, count: month - first, days: firstDay..<endDay)
      }
    }
    return nil
  }

  /// Reads a month of all lines: those that are a share of power after the others.
  private mutating func read(_ month: Int, rent: ShareBase) {
    for index in others {
      courses[index].read(month, shareBase: rent, into: &amounts[index], &shares)
    }
    guard !sharesOfPower.isEmpty else { return }
    var power = ShareBase()
    for index in others where entries[index].role == .power {
      power.cost = power.cost.plus(amounts[index].cost)
      power.passed = power.passed.plus(amounts[index].passed)
    }
    for index in sharesOfPower {
      courses[index].read(month, shareBase: power, into: &amounts[index], &shares)
    }
  }

  /// The first month after one whose charges may fall due on another day: the months in which the
  /// hall's term begins and ends, and those after them.
  private func nextBorder(after month: Int) -> Int {
    var border = Int.max
    for day in [term.start, term.end] {
      if day.month > month { border = min(border, day.month) }
      if day.month == month { border = month + 1 }
    }
    return border
  }
}
