import FinanceBasics
import LeaseModel

/// Posted amounts of many leases in columns: stretches of rows, each row an amount a month.
///
/// The rows of a stretch follow each other without a gap.
struct PostedColumns: Sendable {
  /// Rows of one hall and charge whose months fall due by one rule.
  struct Stretch: Sendable {
    let charge: Charge
    let part: UInt8
    let dueDay: UInt8
    /// The place of the rule by which due days are moved.
    let dueRule: UInt16
    let hall: Int32
    /// Months since January of the year 0.
    let firstMonth: Int32
    /// The rows go from this one to that of the next stretch.
    let firstRow: Int32
  }

  /// By lease, then in the order of a projection's runs.
  private(set) var stretches: [Stretch] = []
  /// Received is positive, paid is negative; one a row.
  private(set) var minorUnits: [Int64] = []
  /// At least one; one a row.
  private(set) var monthCounts: [UInt16] = []
  /// How many stretches there are up to the end of each lease.
  private(set) var leaseEnds: [Int32] = []
  /// How the due days of stretches are moved.
  private(set) var dueRules: [DueRule] = []
  /// The months that have rows, from the first to the last.
  private(set) var firstMonth = Int32.max
  private(set) var lastMonth = Int32.min
  /// Rows whose cent was not certain, with their months; empty once a lease is done.
  var uncertainRows: [UncertainRow] = []

  /// An amount that lies too near to half a cent.
  struct UncertainRow {
    let row: Int
    let month: Int
  }

  /// Where columns stood, to go back to.
  struct Mark {
    let stretches: Int
    let rows: Int
  }

  var leaseCount: Int { leaseEnds.count }

  /// Forgets all leases, and keeps the room for others.
  mutating func removeAll() {
    stretches.removeAll(keepingCapacity: true)
    minorUnits.removeAll(keepingCapacity: true)
    monthCounts.removeAll(keepingCapacity: true)
    leaseEnds.removeAll(keepingCapacity: true)
    dueRules.removeAll(keepingCapacity: true)
    firstMonth = .max
    lastMonth = .min
  }

  /// The same without room for more.
  func trimmed() -> PostedColumns {
    var columns = self
    columns.stretches = stretches.withUnsafeBufferPointer { Array($0) }
    columns.minorUnits = minorUnits.withUnsafeBufferPointer { Array($0) }
    columns.monthCounts = monthCounts.withUnsafeBufferPointer { Array($0) }
    columns.leaseEnds = leaseEnds.withUnsafeBufferPointer { Array($0) }
    return columns
  }

  var mark: Mark { Mark(stretches: stretches.count, rows: minorUnits.count) }

  /// Takes back what came after a mark.
  mutating func goBack(to mark: Mark) {
    stretches.removeLast(stretches.count - mark.stretches)
    minorUnits.removeLast(minorUnits.count - mark.rows)
    monthCounts.removeLast(monthCounts.count - mark.rows)
    uncertainRows.removeAll(keepingCapacity: true)
  }

  /// Ends a lease whose rows are in some months, ends included; `nil` of one without rows.
  mutating func endLease(months: ClosedRange<Int>?) {
    leaseEnds.append(Int32(truncatingIfNeeded: stretches.count))
    guard let months else { return }
    firstMonth = min(firstMonth, Int32(truncatingIfNeeded: months.lowerBound))
    lastMonth = max(lastMonth, Int32(truncatingIfNeeded: months.upperBound))
  }

  /// The place of a rule, which is added where it is new: of each lease there are two at most, and
  /// the columns hold far fewer leases than would need 16 bits.
  mutating func place(of rule: DueRule) -> UInt16 {
    for place in dueRules.indices where dueRules[place] == rule {
      return UInt16(truncatingIfNeeded: place)
    }
    dueRules.append(rule)
    return UInt16(truncatingIfNeeded: dueRules.count - 1)
  }

  @inline(__always)
  mutating func beginStretch(
    _ charge: Charge, hall: Int, part: Int, month: Int, dueDay: Int, dueRule: UInt16
  ) {
    stretches.append(
      Stretch(
        charge: charge, part: UInt8(truncatingIfNeeded: part),
        dueDay: UInt8(truncatingIfNeeded: dueDay), dueRule: dueRule,
        hall: Int32(truncatingIfNeeded: hall), firstMonth: Int32(truncatingIfNeeded: month),
        firstRow: Int32(truncatingIfNeeded: minorUnits.count)))
  }

  @inline(__always)
  mutating func append(_ amount: Int64, months: Int) {
    minorUnits.append(amount)
    monthCounts.append(UInt16(truncatingIfNeeded: months))
  }

  /// Adds the rows of whole lease years; a row that is not certain is noted.
  ///
  /// - Parameters:
  ///   - levels: In units of 2⁻⁶⁰ of the rate.
  ///   - places: One a year.
  ///   - month: The first one, from which each other row's month is counted.
  mutating func append(
    _ years: CertifiedYears, _ levels: borrowing Scratch<UInt64>, _ places: Range<Int>,
    startingIn month: Int
  ) {
    let first = minorUnits.count
    let count = years.rowCount(years: places.count)
    let rounding = years.rounding
    let sign = years.sign
    var isCertain = true
    minorUnits.append(addingCapacity: count) { rows in
      var uncertain = 0
      years.forEach(levels, places) { _, amount in
        rows.append(sign &* rounding.minorUnits(amount))
        uncertain |= rounding.isCertain(amount) ? 0 : 1
      }
      isCertain = uncertain == 0
    }
    let months = UInt16(truncatingIfNeeded: years.monthCount)
    let isSplit = years.split != nil
    monthCounts.append(addingCapacity: count) { rows in
      rows.append(months)
      for _ in 1..<places.count {
        if isSplit { rows.append(1) }
        rows.append(months)
      }
    }
    guard !isCertain else { return }
    years.forEach(levels, places) { row, amount in
      guard !rounding.isCertain(amount) else { return }
      let offset = isSplit ? row / 2 * 12 + (row % 2 == 0 ? 0 : 11) : 12 * row
      uncertainRows.append(UncertainRow(row: first + row, month: month + offset))
    }
  }

  /// Adds the rows of a charge again, with the other sign, as another charge of the same hall.
  ///
  /// - Parameter mark: Before the rows.
  mutating func repeatNegated(_ charge: Charge, as other: Charge, from mark: Mark) {
    for place in mark.stretches..<stretches.count where stretches[place].charge == charge {
      let stretch = stretches[place]
      let rows = rows(ofStretch: place)
      beginStretch(
        other, hall: Int(stretch.hall), part: Int(stretch.part), month: Int(stretch.firstMonth),
        dueDay: Int(stretch.dueDay), dueRule: stretch.dueRule)
      for row in rows { append(-minorUnits[row], months: Int(monthCounts[row])) }
    }
  }

  /// Puts the cent of a row that was not certain.
  mutating func set(_ amount: Int64, row: Int) { minorUnits[row] = amount }

  /// The stretches of a lease by its place.
  func stretches(ofLease place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(leaseEnds[place - 1]))..<Int(leaseEnds[place])
  }

  /// The rows of a stretch.
  func rows(ofStretch place: Int) -> Range<Int> {
    let end = place + 1 < stretches.count ? Int(stretches[place + 1].firstRow) : minorUnits.count
    return Int(stretches[place].firstRow)..<end
  }
}

/// How the due day of a month becomes the day of payment.
struct DueRule: Hashable, Sendable {
  /// Calendar days after the due day.
  let paymentDays: Int32
  let calendar: BusinessCalendar
  let businessDays: BusinessDayConvention

  /// Of charges that fall due by the lease's rules.
  init(_ rules: RentRules) {
    paymentDays = Int32(truncatingIfNeeded: rules.paymentDays)
    calendar = rules.movesDueDays ? rules.calendar : .none
    businessDays = rules.movesDueDays ? rules.businessDays : .unadjusted
  }

  /// Of a posted run of such a lease: dated charges stay where they are.
  init(_ run: PostedRun, rules: RentRules) {
    let isMoved = rules.movesDueDays && !run.charge.isDated
    paymentDays = run.storedPaymentDays
    calendar = isMoved ? rules.calendar : .none
    businessDays = isMoved ? rules.businessDays : .unadjusted
  }

  /// The day on which an amount of a month is paid.
  ///
  /// - Parameter dueDay: From 1; 31 stands for the month's last day.
  func paid(in month: YearMonth, dueDay: Int) -> CalendarDate {
    let due = month.firstDay.adding(
      days: min(dueDay, month.dayCount) - 1 + Int(paymentDays))
    return businessDays == .unadjusted ? due : calendar.adjust(due, businessDays)
  }
}
