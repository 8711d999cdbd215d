import FinanceBasics

/// The schedules that the tests of OpenGamma Strata @39c46e3 publish, in our own terms.
///
/// Strata takes ends that are already business days and moves them back to the roll day; we take
/// days as agreed, which are the first and last of its unadjusted ones. It finds out where an
/// irregular period goes from the day on which periods roll; we are told.
enum StrataSchedules {
  static let examples = rows.filter { !isThirdWednesday($0) }.map(example)

  /// Rolls on third Wednesdays (IMM), which no lease has.
  static let leftOut = rows.filter(isThirdWednesday)

  private static let rows = VectorTable("strata", in: "ScheduleVectors").rows

  private static func isThirdWednesday(_ row: [String: String]) -> Bool { row["roll"] == "IMM" }

  private static func example(_ row: [String: String]) -> ScheduleTests.Example {
    let unadjusted = ScheduleTests.days(row["unadjusted"])
    let adjusted = ScheduleTests.days(row["adjusted"])
    /// An agreed day, which Strata may give as the business day that it was moved to.
    func agreed(_ column: String) -> CalendarDate? {
      guard let stated = row[column].flatMap(CalendarDate.init) else { return nil }
      guard !unadjusted.contains(stated), let place = adjusted.firstIndex(of: stated) else {
        return stated
      }
      return unadjusted[place]
    }
    let first = agreed("first_regular_start")
    let last = agreed("last_regular_end")
    let term = unadjusted[0]..<unadjusted[unadjusted.count - 1]
    return ScheduleTests.Example(
      terms: ScheduleTerms(
        term, frequency: frequency(row["frequency"]),
        stub: stubs[row["stub"] ?? ""]
          ?? stub(of: row, term: term, isAgreed: (first ?? last) != nil),
        roll: row["roll"] == "EOM" || row["resolved_roll"] == "EOM" ? .endOfMonth : .anchorDay,
        calendar: .weekends, convention: .modifiedFollowing, firstRegularStart: first,
        // Two irregular periods with nothing between them: the second is a stub by itself.
        lastRegularEnd: last == first ? nil : last),
      unadjusted: unadjusted, adjusted: adjusted, source: "OpenGamma Strata @39c46e3")
  }

  /// One period of the whole term is a stub of a hundred years.
  private static func frequency(_ text: String?) -> Frequency {
    text == "TERM" ? Frequency(months: 1_200) : Frequency(text ?? "") ?? .monthly
  }

  /// Where periods roll on a day of the month, they are counted from the end of the term that
  /// falls on that day.
  private static func stub(
    of row: [String: String], term: Range<CalendarDate>, isAgreed: Bool
  ) -> StubConvention {
    if row["frequency"] == "TERM" { return .shortFinal }
    guard let roll = row["roll"], roll.hasPrefix("DAY_"), let day = Int(roll.dropFirst(4)) else {
      return .none
    }
    if isAgreed { return row["last_regular_end"]?.isEmpty == true ? .none : .shortFinal }
    return term.upperBound.day == day ? .shortInitial : .shortFinal
  }

  private static let stubs: [String: StubConvention] = [
    "SHORT_INITIAL": .shortInitial, "LONG_INITIAL": .longInitial,
    "SMART_INITIAL": .smartInitial, "SHORT_FINAL": .shortFinal, "LONG_FINAL": .longFinal,
    "SMART_FINAL": .smartFinal,
  ]
}
