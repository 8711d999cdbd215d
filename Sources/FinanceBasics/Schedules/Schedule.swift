/// The periods of a term, one after the other, without gaps.
///
///     let terms = ScheduleTerms(start..<start.adding(months: 12), frequency: .quarterly)
///     try Schedule(terms).periods.count  // 4
public struct Schedule: Hashable, Sendable {
  /// One period, with its days as counted and as moved to business days.
  public struct Period: Hashable, Sendable {
    /// The days before any adjustment: the first included, the last excluded. These accrue.
    public let unadjusted: Range<CalendarDate>
    /// The same with both ends moved by the business-day convention. On these it is paid.
    public let adjusted: Range<CalendarDate>
    /// The regular period that this one is, or is a part of, or ends or begins with.
    public let reference: Range<CalendarDate>
    /// Whether it is shorter or longer than a regular period.
    public let isStub: Bool

    /// The period as a day count takes it, with its unadjusted days.
    public func accrualPeriod(frequency: Frequency, isLast: Bool = false) -> AccrualPeriod {
      AccrualPeriod(
        unadjusted, reference: reference, referenceMonths: frequency.months, isLast: isLast)
    }
  }

  /// In order of time; at least one.
  public let periods: [Period]

  /// The periods of terms, counted from their anchor and never from the period before.
  ///
  /// Two boundaries that move to the same business day are one.
  ///
  /// - Throws: Every case of `ScheduleProblem`.
  public init(_ terms: ScheduleTerms) throws(ScheduleProblem) {
    let generator = ScheduleGenerator(terms)
    let boundaries = try generator.boundaries()
    periods = zip(boundaries, boundaries.dropFirst()).map { lower, upper in
      Period(
        unadjusted: lower.date..<upper.date,
        adjusted: terms.calendar.adjust(
          lower.date, terms.convention)..<terms.calendar.adjust(
            upper.date, terms.convention),
        reference: generator.reference(from: lower, to: upper),
        isStub: lower.index == nil || upper.index == nil)
    }
    checkInvariants()
  }

  /// The adjusted days on which periods begin and the last ends, ascending.
  public var adjustedDates: [CalendarDate] {
    periods.map(\.adjusted.lowerBound) + (periods.last.map { [$0.adjusted.upperBound] } ?? [])
  }

  private func checkInvariants() {
    assert(!periods.isEmpty, "a schedule has a period")
    assert(
      zip(periods, periods.dropFirst())
        .allSatisfy { $0.unadjusted.upperBound == $1.unadjusted.lowerBound },
      "each period begins where the one before ends")
  }
}
