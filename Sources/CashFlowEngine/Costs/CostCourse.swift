import FinanceBasics
import LeaseModel

/// A stretch of days on which nothing about a cost line changes.
struct CostPiece {
  /// The day after its last; it begins where the piece before it ends.
  let end: MonthDay
  /// In minor units a whole month, or a day of a line that counts days; of a share the fraction.
  let cost: PreciseReal
  /// What the landlord bears first, as the cost is measured, or a stated amount a whole month.
  let base: PreciseReal
  /// In minor units a whole month.
  let floor: PreciseReal
  /// In minor units a whole month.
  let cap: PreciseReal
  /// Whether recoveries are let off.
  let isAbated: Bool
}

/// A cost line of one hall, compiled into pieces, from which months are read in their order.
struct CostCourse {
  /// What the cost of a piece is multiplied by.
  enum Measure {
    /// The part of a month.
    case month
    /// Days, whatever the proration.
    case day
    /// The month's rent.
    case rent
    /// The month's power.
    case power
  }

  let measure: Measure
  /// The first day of the line.
  let start: MonthDay
  /// The day after its last; on or before the first where the line never runs.
  let end: MonthDay
  /// They tile the days of the line.
  let pieces: [CostPiece]
  let recovery: RecoveryTerms
  private let proration: RentRules.Proration
  /// The piece that the course has come to.
  private var place = 0
  /// The first month after the one last read whose amounts may differ from it.
  private(set) var nextChange = 0

  init(
    _ measure: Measure, from start: MonthDay, to end: MonthDay, pieces: [CostPiece],
    recovery: RecoveryTerms, proration: RentRules.Proration
  ) {
    self.measure = measure
    self.start = start
    self.end = end
    self.pieces = pieces
    self.recovery = recovery
    self.proration = proration
  }

  /// Whether the line is a share, which is read whatever its own changes.
  var isShare: Bool {
    switch measure {
    case .month, .day: false
    case .rent, .power: true
    }
  }

  /// The days of a month on which the line runs, by number from 1, end excluded; none is empty.
  func days(in month: Int) -> Range<Int> {
    guard start < end, start.month <= month, MonthDay(month: month, day: 1) < end else {
      return 1..<1
    }
    let first = month == start.month ? start.day : 1
    return first..<(month == end.month ? end.day : dayCount(ofMonth: month) + 1)
  }

  /// Reads what the line comes to in a month that follows the last one read.
  ///
  /// - Parameters:
  ///   - month: Months since January of the year 0.
  ///   - shareBase: What a share is taken of.
  ///   - amounts: Of the last month read; they stay where nothing has changed.
  mutating func read(
    _ month: Int, shareBase: ShareBase, into amounts: inout CostMonth, _ shares: inout ShareMemory
  ) {
    guard month >= nextChange || isShare else { return }
    guard start < end, start.month <= month else {
      nextChange = start < end ? start.month : .max
      return
    }
    let length = dayCount(ofMonth: month)
    let first = month == start.month ? start.day : 1
    let last = month == end.month ? end.day : length + 1
    guard month <= end.month, first < last else {
      amounts = .none
      nextChange = .max
      return
    }
    let firstDay = MonthDay(month: month, day: first)
    while place + 1 < pieces.count, pieces[place].end <= firstDay { place += 1 }
    let firstPiece = place
    amounts = CostMonth(days: first..<last)
    if last - first == length, pieces[place].end.month > month {
      add(pieces[place], days: length, share: .one, to: &amounts)
      nextChange = countsDays ? month + 1 : pieces[place].end.month
    } else {
      addParts(of: month, length: length, to: &amounts, &shares)
      nextChange = month + 1
    }
    takeShares(of: shareBase, at: pieces[firstPiece], &amounts)
    if !recovery.isNone { amounts.recovered = recovery.steps(of: amounts).recovered }
  }

  /// Adds a month that begins, ends or changes within.
  private mutating func addParts(
    of month: Int, length: Int, to sum: inout CostMonth, _ shares: inout ShareMemory
  ) {
    var day = sum.days.lowerBound
    while day < sum.days.upperBound {
      let piece = pieces[place]
      let next = piece.end.month > month ? length + 1 : piece.end.day
      let part = MonthPart(
        days: next - day, inForce: sum.days, dayCount: length, proration: proration)
      add(piece, days: next - day, share: shares.value(of: part), to: &sum)
      day = next
      if day < sum.days.upperBound { place += 1 }
    }
  }

  private func add(
    _ piece: CostPiece, days: Int, share: PreciseReal, to sum: inout CostMonth
  ) {
    let part = countsDays ? PreciseReal(integer: days) : share
    switch measure {
    case .month, .day: sum.cost = sum.cost.plus(piece.cost.times(part))
    case .rent, .power: break
    }
    switch recovery.base {
    case .none: break
    case .level: sum.base = sum.base.plus(piece.base.times(part))
    case .amount: sum.base = sum.base.plus(piece.base.times(share))
    }
    if recovery.hasFloor { sum.floor = sum.floor.plus(piece.floor.times(share)) }
    if recovery.hasCap { sum.cap = sum.cap.plus(piece.cap.times(share)) }
    if piece.isAbated { sum.abatedDays += days }
  }

  /// Takes the share of what it is a share of, and of the cost what may be passed on.
  private func takeShares(of whole: ShareBase, at piece: CostPiece, _ sum: inout CostMonth) {
    switch measure {
    case .month, .day:
      sum.passed = sum.cost
      guard let part = recovery.passedPart else { return }
      sum.passed = sum.passed.times(part)
      if case .level = recovery.base { sum.base = sum.base.times(part) }
    case .rent, .power:
      sum.cost = whole.cost.times(piece.cost)
      sum.passed = whole.passed.times(piece.cost)
      if case .level = recovery.base { sum.base = whole.passed.times(piece.base) }
    }
  }

  private var countsDays: Bool {
    if case .day = measure { true } else { false }
  }
}
