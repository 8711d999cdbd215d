/// A period for which interest or rent accrues, with all that a day count may ask of it.
public struct AccrualPeriod: Hashable, Sendable {
  /// The days that count: the first included, the last excluded.
  public let accrual: Range<CalendarDate>
  /// The regular period that the accrual belongs to or ends in, which ACT/ACT ICMA divides by.
  public let reference: Range<CalendarDate>
  /// The length of the reference period in months, at least one.
  public let referenceMonths: Int
  /// Whether the accrual ends on the termination date, which 30E/360 ISDA asks.
  public let isLast: Bool

  /// A regular period: the reference is the accrual itself.
  public init(_ accrual: Range<CalendarDate>, isLast: Bool = false) {
    self.init(accrual, reference: accrual, isLast: isLast)
  }

  /// A stub, or a period of a schedule.
  ///
  /// - Parameter referenceMonths: Where absent, the days of the reference × 12 ÷ 365, rounded.
  public init(
    _ accrual: Range<CalendarDate>, reference: Range<CalendarDate>, referenceMonths: Int? = nil,
    isLast: Bool = false
  ) {
    self.accrual = accrual
    self.reference = reference
    let days = reference.lowerBound.days(until: reference.upperBound)
    self.referenceMonths = max(1, referenceMonths ?? (24 * days + 365) / (2 * 365))
    self.isLast = isLast
  }
}
