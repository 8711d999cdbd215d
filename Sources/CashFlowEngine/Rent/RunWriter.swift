import FinanceBasics
import LeaseModel

/// Turns stretches of days with one coefficient into runs of months.
///
/// A coefficient is the exact amount of a whole month in minor units; it is posted at once.
struct RunWriter: RentSink {
  private(set) var runs: [CashFlowRun] = []
  private let deal: DealID
  private let proration: RentRules.Proration
  private let isInAdvance: Bool
  private let paymentDays: Int

  private var hall = 0
  private var charge = Charge.baseRent
  /// The days that are prorated together: a month that they fill is a whole one.
  private var stretchStart = MonthDay(month: 0, day: 1)
  private var stretchEnd = MonthDay(month: 0, day: 1)
  /// The days on which the hall is in force, which decide when a month falls due.
  private var inForceStart = MonthDay(month: 0, day: 1)
  private var inForceEnd = MonthDay(month: 0, day: 1)

  /// The month that is being put together from parts, or below zero.
  private var openMonth = -1
  private var openPart = 0
  private var openSum = PreciseReal.zero
  private var shares = ShareMemory()

  init(rules: RentRules, deal: DealID) {
    self.deal = deal
    proration = rules.proration
    switch rules.timing {
    case .advance: isInAdvance = true
    case .arrears: isInAdvance = false
    }
    paymentDays = rules.paymentDays
  }

  mutating func reserveCapacity(_ count: Int) { runs.reserveCapacity(count) }

  /// Turns to another charge or hall.
  mutating func begin(
    _ charge: Charge, hall: Int, term: HallTerm, from start: MonthDay, to end: MonthDay
  ) {
    self.charge = charge
    self.hall = hall
    stretchStart = start
    stretchEnd = end
    inForceStart = term.start
    inForceEnd = term.end
  }

  mutating func add(
    from start: MonthDay, to end: MonthDay, part: Int, coefficient: PreciseReal
  ) throws(ProjectionProblem) {
    var month = start.month
    if start.day > 1 || end.month == month {
      let isWithin = end.month == month
      try addPart(
        of: month, days: start.day..<(isWithin ? end.day : dayCount(ofMonth: month) + 1),
        part: part, coefficient: coefficient)
      if isWithin { return }
      month += 1
    }
    if end.month > month {
      try finish()
      try append(month: month, count: end.month - month, part: part, exact: coefficient)
    }
    if end.day > 1 {
      try addPart(of: end.month, days: 1..<end.day, part: part, coefficient: coefficient)
    }
  }

  /// Writes the month that is being put together.
  mutating func finish() throws(ProjectionProblem) {
    guard openMonth >= 0 else { return }
    let month = openMonth
    openMonth = -1
    try append(month: month, count: 1, part: openPart, exact: openSum)
  }

  private mutating func addPart(
    of month: Int, days: Range<Int>, part: Int, coefficient: PreciseReal
  ) throws(ProjectionProblem) {
    let share = MonthPart(
      days: days.count, month: month, start: stretchStart, end: stretchEnd, proration: proration)
    let amount = coefficient.times(shares.value(of: share))
    if openMonth == month {
      openSum = openSum.plus(amount)
    } else {
      try finish()
      openMonth = month
      openPart = part
      openSum = amount
    }
  }

  @inline(__always)
  private mutating func append(
    month: Int, count: Int, part: Int, exact: PreciseReal
  ) throws(ProjectionProblem) {
    let dueDay =
      isInAdvance
      ? (month == inForceStart.month ? inForceStart.day : 1)
      : (month == inForceEnd.month ? inForceEnd.day - 1 : 31)
    runs.append(
      try CashFlowRun(
        posting: exact, charge: charge, hall: hall, part: part, firstMonth: month,
        monthCount: count, dueDay: dueDay, paymentDays: paymentDays, deal: deal))
  }
}
