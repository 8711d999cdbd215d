/// What a schedule of periods follows from.
public struct ScheduleTerms: Hashable, Sendable {
  /// The days of the term: the first included, the last excluded.
  public var term: Range<CalendarDate>
  /// The length of a regular period.
  public var frequency: Frequency
  /// Where an irregular period goes.
  public var stub: StubConvention
  /// On which day of the month periods begin.
  public var roll: RollConvention
  /// The days on which a period may begin or end, once adjusted.
  public var calendar: BusinessCalendar
  /// Where a day goes that is no business day.
  public var convention: BusinessDayConvention
  /// The start of the first regular period, where it is agreed; before it lies a stub.
  public var firstRegularStart: CalendarDate?
  /// The end of the last regular period, where it is agreed; after it lies a stub.
  public var lastRegularEnd: CalendarDate?

  /// Terms with no stub, no calendar and no agreed dates but those given.
  public init(
    _ term: Range<CalendarDate>, frequency: Frequency, stub: StubConvention = .none,
    roll: RollConvention = .anchorDay, calendar: BusinessCalendar = .none,
    convention: BusinessDayConvention = .unadjusted, firstRegularStart: CalendarDate? = nil,
    lastRegularEnd: CalendarDate? = nil
  ) {
    self.term = term
    self.frequency = frequency
    self.stub = stub
    self.roll = roll
    self.calendar = calendar
    self.convention = convention
    self.firstRegularStart = firstRegularStart
    self.lastRegularEnd = lastRegularEnd
  }
}

/// Why terms give no schedule.
public enum ScheduleProblem: Error, Hashable, Sendable {
  /// A term of no days.
  case emptyTerm(CalendarDate)
  /// Regular periods, from and to, that do not lie in the term or have no days.
  case regularPeriodsOutsideTerm(CalendarDate, CalendarDate)
  /// Regular periods, from and to, that are not a whole number of periods, without a stub.
  case stubMissing(CalendarDate, CalendarDate, frequency: Frequency)
}

extension ScheduleProblem: Diagnostic {
  /// `schedule.empty-term`, `schedule.regular-outside-term` or `schedule.stub-missing`.
  public var code: String {
    switch self {
    case .emptyTerm: "schedule.empty-term"
    case .regularPeriodsOutsideTerm: "schedule.regular-outside-term"
    case .stubMissing: "schedule.stub-missing"
    }
  }

  /// One sentence that says what is wrong, with the dates in it.
  public var problem: String {
    switch self {
    case .emptyTerm(let day): "the term from \(day) to \(day) has no days"
    case .regularPeriodsOutsideTerm(let start, let end):
      "regular periods from \(start) to \(end) do not lie in the term"
    case .stubMissing(let start, let end, let frequency):
      "\(start) to \(end) is not a whole number of periods of \(frequency)"
    }
  }

  /// The field; the caller knows the file.
  public var location: DiagnosticLocation { DiagnosticLocation(field: "schedule") }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .emptyTerm: "end the term after its first day"
    case .regularPeriodsOutsideTerm: "move the first or last regular date into the term"
    case .stubMissing: "say where the irregular period goes, such as short initial"
    }
  }
}
