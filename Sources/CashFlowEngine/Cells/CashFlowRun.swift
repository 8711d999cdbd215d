public import FinanceBasics

/// One amount that repeats every month of a stretch: terms compile once into runs.
@frozen
public struct CashFlowRun: Hashable, Sendable {
  /// The amount a month in minor units, before it is rounded.
  public let exactMinorUnits: PreciseReal
  @usableFromInline let posted: PostedRun

  init(
    charge: Charge, hall: Int, part: Int = 0, firstMonth: YearMonth, monthCount: Int,
    exactMinorUnits: PreciseReal, minorUnits: Int64, dueDay: Int, paymentDays: Int = 0
  ) {
    self.exactMinorUnits = exactMinorUnits
    posted = PostedRun(
      charge: charge, hall: hall, part: part, firstMonth: firstMonth, monthCount: monthCount,
      minorUnits: minorUnits, dueDay: dueDay, paymentDays: paymentDays)
  }

  /// What the amount is for.
  @inlinable public var charge: Charge { posted.charge }

  /// The amount a month as posted; received is positive, paid is negative.
  @inlinable public var minorUnits: Int64 { posted.minorUnits }

  /// The first month that has the amount.
  @inlinable public var firstMonth: YearMonth { posted.firstMonth }

  /// The months of the run, at least one.
  @inlinable public var monthCount: Int { Int(posted.storedMonthCount) }

  /// The place of the hall in the lease's list, from 0.
  @inlinable public var hall: Int { Int(posted.storedHall) }

  /// Of base rent the place of its rent period, of renewal rent that of its renewal; else 0.
  ///
  /// A month that two of them share counts with the earlier.
  @inlinable public var part: Int { Int(posted.storedPart) }

  /// The day of each month on which the amount falls due; 31 stands for the month's last day.
  @inlinable public var dueDay: Int { Int(posted.storedDueDay) }

  /// Calendar days from the due day to the day of payment.
  @inlinable public var paymentDays: Int { Int(posted.storedPaymentDays) }

  /// The months of the run, from its first to the one after its last.
  @inlinable public var months: Range<YearMonth> {
    firstMonth..<firstMonth.adding(months: monthCount)
  }

  /// The amount a month in currency units, before it is rounded.
  public var exact: PreciseReal { exactMinorUnits.divided(by: PreciseReal(integer: 100)) }

  /// The posted sum of all months.
  @inlinable public var totalMinorUnits: Int64 { posted.totalMinorUnits }

  /// The day on which the amount of a month of the run is paid, before a lease's calendar moves it.
  ///
  /// `Projection.due(of:in:)` is the day after that.
  public func due(in month: YearMonth) -> CalendarDate {
    month.firstDay.adding(days: min(dueDay, month.dayCount) - 1 + paymentDays)
  }
}
