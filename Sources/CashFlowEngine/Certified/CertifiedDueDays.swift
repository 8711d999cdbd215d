import LeaseModel

/// On which day of each month the charges of a hall fall due.
struct CertifiedDueDays {
  let isInAdvance: Bool
  /// The month with a day of its own: the first in force in advance, the last in arrears.
  private let edgeMonth: Int
  private let edgeDay: Int

  init(_ term: HallTerm, rules: RentRules) {
    switch rules.timing {
    case .advance:
      isInAdvance = true
      edgeMonth = term.start.month
      edgeDay = term.start.day
    case .arrears:
      isInAdvance = false
      edgeMonth = term.end.month
      edgeDay = term.end.day - 1
    }
  }

  /// From 1; 31 stands for the month's last day.
  @inline(__always)
  func day(inMonth month: Int) -> Int {
    month == edgeMonth ? edgeDay : isInAdvance ? 1 : 31
  }
}
