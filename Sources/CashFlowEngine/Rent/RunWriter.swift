import FinanceBasics
import LeaseModel

/// Turns stretches of days with one coefficient into runs of months.
///
/// While it writes, a run's exact amount is a weight: month-fractions times the coefficient.
struct RunWriter {
  var runs: [CashFlowRun] = []
  private let proration: RentRules.Proration
  private let isInAdvance: Bool
  private let paymentDays: Int

  private var hall = 0
  private var charge = Charge.baseRent
  private var part = 0
  /// The days that are prorated together: a month that they fill is a whole one.
  private var stretchStart = MonthDay(month: 0, day: 1)
  private var stretchEnd = MonthDay(month: 0, day: 1)
  /// The days on which the hall is in force, which decide when a month falls due.
  private var inForceStart = MonthDay(month: 0, day: 1)
  private var inForceEnd = MonthDay(month: 0, day: 1)

  /// The month that is being put together from parts, or below zero.
  private var openMonth = -1
  private var openWeight = PreciseReal.zero
  private var shares = ShareMemory()

  init(rules: RentRules) {
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
    part = 0
    stretchStart = start
    stretchEnd = end
    inForceStart = term.start
    inForceEnd = term.end
  }

  /// Charges a coefficient on the days of a range that follows the last one.
  mutating func add(
    from start: MonthDay, to end: MonthDay, part: Int, coefficient: PreciseReal
  ) {
    if part != self.part {
      finish()
      self.part = part
    }
    var month = start.month
    if start.day > 1 || end.month == month {
      let isWithin = end.month == month
      addPart(
        of: month, days: start.day..<(isWithin ? end.day : dayCount(ofMonth: month) + 1),
        coefficient: coefficient)
      if isWithin { return }
      month += 1
    }
    if end.month > month {
      finish()
      append(month: month, count: end.month - month, weight: coefficient)
    }
    if end.day > 1 { addPart(of: end.month, days: 1..<end.day, coefficient: coefficient) }
  }

  /// Writes the month that is being put together.
  mutating func finish() {
    guard openMonth >= 0 else { return }
    append(month: openMonth, count: 1, weight: openWeight)
    openMonth = -1
    openWeight = .zero
  }

  private mutating func addPart(of month: Int, days: Range<Int>, coefficient: PreciseReal) {
    if openMonth != month { finish() }
    let length = dayCount(ofMonth: month)
    let first = month == stretchStart.month ? stretchStart.day : 1
    let end = month == stretchEnd.month ? stretchEnd.day : length + 1
    let share = MonthPart(
      days: days.count, inForce: first..<end, dayCount: length, proration: proration)
    openMonth = month
    openWeight = openWeight.plus(coefficient.times(shares.value(of: share)))
  }

  private mutating func append(month: Int, count: Int, weight: PreciseReal) {
    let dueDay =
      isInAdvance
      ? (month == inForceStart.month ? inForceStart.day : 1)
      : (month == inForceEnd.month ? inForceEnd.day - 1 : 31)
    runs.append(
      CashFlowRun(
        charge: charge, hall: hall, part: part,
        firstMonth: YearMonth(index: Int32(truncatingIfNeeded: month)), monthCount: count,
        exactMinorUnits: weight, minorUnits: 0, dueDay: dueDay, paymentDays: paymentDays))
  }
}
