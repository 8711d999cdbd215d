public import FinanceBasics

/// One posted amount that repeats every month of a stretch: a run without its exact amount.
@frozen @usableFromInline
struct PostedRun: Hashable, Sendable {
  /// The amount a month in minor units; received is positive, paid is negative.
  @usableFromInline var minorUnits: Int64
  /// The first month that has the amount.
  @usableFromInline let firstMonth: YearMonth
  @usableFromInline let storedMonthCount: Int32
  @usableFromInline let storedHall: Int32
  @usableFromInline let storedPaymentDays: Int32
  @usableFromInline let storedDueDay: Int8
  @usableFromInline let storedPart: UInt8
  /// What the amount is for.
  @usableFromInline let charge: Charge

  @inline(__always)
  init(
    charge: Charge, hall: Int, part: Int, firstMonth: YearMonth, monthCount: Int,
    minorUnits: Int64, dueDay: Int, paymentDays: Int
  ) {
    self.charge = charge
    self.minorUnits = minorUnits
    self.firstMonth = firstMonth
    storedMonthCount = Int32(truncatingIfNeeded: monthCount)
    storedHall = Int32(truncatingIfNeeded: hall)
    storedPaymentDays = Int32(truncatingIfNeeded: paymentDays)
    storedDueDay = Int8(truncatingIfNeeded: dueDay)
    storedPart = UInt8(truncatingIfNeeded: part)
  }

  /// The posted sum of all months.
  @inlinable var totalMinorUnits: Int64 { minorUnits * Int64(storedMonthCount) }
}
