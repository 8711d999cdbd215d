public import FinanceBasics

/// One amount that repeats every month of a stretch: terms compile once into runs.
@frozen
public struct CashFlowRun: Hashable, Sendable {
  /// The amount a month in minor units, before it is rounded.
  public let exactMinorUnits: PreciseReal
  /// The amount a month as posted; received is positive, paid is negative.
  public let minorUnits: Int64
  /// The first month that has the amount.
  public let firstMonth: YearMonth
  @usableFromInline let storedMonthCount: Int32
  @usableFromInline let storedHall: Int32
  @usableFromInline let storedPaymentDays: Int32
  @usableFromInline let storedDueDay: Int8
  @usableFromInline let storedPart: UInt8
  /// What the amount is for.
  public let charge: Charge

  init(
    charge: Charge, hall: Int, part: Int = 0, firstMonth: YearMonth, monthCount: Int,
    exactMinorUnits: PreciseReal, minorUnits: Int64, dueDay: Int, paymentDays: Int = 0
  ) {
    self.charge = charge
    self.exactMinorUnits = exactMinorUnits
    self.minorUnits = minorUnits
    self.firstMonth = firstMonth
    storedMonthCount = Int32(truncatingIfNeeded: monthCount)
    storedHall = Int32(truncatingIfNeeded: hall)
    storedPaymentDays = Int32(truncatingIfNeeded: paymentDays)
    storedDueDay = Int8(truncatingIfNeeded: dueDay)
    storedPart = UInt8(truncatingIfNeeded: part)
  }

  /// The months of the run, at least one.
  @inlinable public var monthCount: Int { Int(storedMonthCount) }

  /// The place of the hall in the lease's list, from 0.
  @inlinable public var hall: Int { Int(storedHall) }

  /// Of base rent the place of its rent period, of renewal rent that of its renewal; else 0.
  ///
  /// A month that two of them share counts with the earlier.
  @inlinable public var part: Int { Int(storedPart) }

  /// The day of each month on which the amount falls due; 31 stands for the month's last day.
  @inlinable public var dueDay: Int { Int(storedDueDay) }

  /// Calendar days from the due day to the day of payment.
  @inlinable public var paymentDays: Int { Int(storedPaymentDays) }

  /// The months of the run, from its first to the one after its last.
  @inlinable public var months: Range<YearMonth> {
    firstMonth..<firstMonth.adding(months: monthCount)
  }

  /// The amount a month in currency units, before it is rounded.
  public var exact: PreciseReal { exactMinorUnits.divided(by: PreciseReal(integer: 100)) }

  /// The posted sum of all months.
  @inlinable public var totalMinorUnits: Int64 { minorUnits * Int64(storedMonthCount) }

  /// The day on which the amount of a month of the run is paid.
  public func due(in month: YearMonth) -> CalendarDate {
    month.firstDay.adding(days: min(dueDay, month.dayCount) - 1 + paymentDays)
  }
}
