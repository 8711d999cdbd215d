import FinanceBasics
import Testing

@Suite("Schedules")
struct ScheduleTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let terms: ScheduleTerms
    let unadjusted: [CalendarDate]?
    let adjusted: [CalendarDate]
    let source: String
    var testDescription: String {
      "\(terms.term) \(terms.frequency) \(terms.stub) \(terms.roll) \(terms.calendar), \(source)"
    }
  }

  static let quantLib = VectorTable("schedules", in: "ScheduleVectors").rows.compactMap { row in
    Frequency(row["tenor"] ?? "").map { frequency in
      Example(
        terms: ScheduleTerms(
          vectorDay(row["start"])..<vectorDay(row["end"]), frequency: frequency,
          stub: row["rule"] == "Forward" ? .shortFinal : .shortInitial,
          roll: row["end_of_month"] == "1" ? .endOfMonth : .anchorDay,
          calendar: BusinessCalendar(rawValue: row["calendar"] ?? "") ?? .none,
          convention: conventions[row["convention"] ?? ""] ?? .unadjusted,
          firstRegularStart: row["first"].flatMap(CalendarDate.init),
          lastRegularEnd: row["next_to_last"].flatMap(CalendarDate.init)),
        unadjusted: nil, adjusted: days(row["dates"]), source: "QuantLib 1.44")
    }
  }

  private static let conventions: [String: BusinessDayConvention] = [
    "Following": .following, "ModifiedFollowing": .modifiedFollowing, "Preceding": .preceding,
    "ModifiedPreceding": .modifiedPreceding,
  ]

  static func days(_ text: String?) -> [CalendarDate] {
    (text ?? "").split(separator: " ").map { vectorDay(String($0)) }
  }

  @Test("have all their vectors")
  func count() {
    #expect(Self.quantLib.count == 1_384)
    #expect(StrataSchedules.examples.count == 77)
    #expect(StrataSchedules.leftOut.count == 10)
  }

  @Test("reproduce the published dates", arguments: quantLib + StrataSchedules.examples)
  func published(_ example: Example) throws {
    let schedule = try Schedule(example.terms)
    #expect(schedule.adjustedDates == example.adjusted)
    if let unadjusted = example.unadjusted {
      let starts = schedule.periods.map(\.unadjusted.lowerBound)
      #expect(starts + [example.terms.term.upperBound] == unadjusted)
    }
  }

  @Test("tile the term", arguments: quantLib + StrataSchedules.examples)
  func tiling(_ example: Example) throws {
    let periods = try Schedule(example.terms).periods
    #expect(periods.first?.unadjusted.lowerBound == example.terms.term.lowerBound)
    #expect(periods.last?.unadjusted.upperBound == example.terms.term.upperBound)
    for (period, next) in zip(periods, periods.dropFirst()) {
      #expect(period.unadjusted.upperBound == next.unadjusted.lowerBound)
      #expect(period.adjusted.upperBound == next.adjusted.lowerBound)
    }
  }

  @Test("count every date from the anchor, so that 31 January comes back on 31 March")
  func anchor() throws {
    let term = vectorDay("2027-01-31")..<vectorDay("2027-04-30")
    let dates = try Schedule(ScheduleTerms(term, frequency: .monthly)).adjustedDates
    #expect(dates.map(\.description) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"])
  }

  @Test("know the regular period that a stub belongs to")
  func stubReference() throws {
    // ISDA, "EMU and market conventions" (1999): short first coupon, annual, 1 February 1999.
    let term = vectorDay("1999-02-01")..<vectorDay("2000-07-01")
    let periods = try Schedule(ScheduleTerms(term, frequency: .annual, stub: .shortInitial)).periods
    #expect(periods.map(\.isStub) == [true, false])
    let accrual = periods[0].accrualPeriod(frequency: .annual)
    #expect(accrual.reference == vectorDay("1998-07-01")..<vectorDay("1999-07-01"))
    // 150 days of 365, as the memorandum prints it: 0.41095890410958904.
    #expect(abs(DayCount.actualActualICMA.yearFraction(of: accrual) - 150.0 / 365) < 1e-15)
  }
}

@Suite("Impossible schedules")
struct ScheduleProblemTests {
  private let start = vectorDay("2027-01-15")
  private let end = vectorDay("2028-02-01")

  @Test("are refused with the reason")
  func refused() {
    #expect(throws: ScheduleProblem.emptyTerm(start)) {
      try Schedule(ScheduleTerms(start..<start, frequency: .monthly))
    }
    #expect(throws: ScheduleProblem.stubMissing(start, end, frequency: .monthly)) {
      try Schedule(ScheduleTerms(start..<end, frequency: .monthly))
    }
    let before = start.adding(days: -1)
    #expect(throws: ScheduleProblem.regularPeriodsOutsideTerm(before, end)) {
      try Schedule(ScheduleTerms(start..<end, frequency: .monthly, firstRegularStart: before))
    }
  }

  @Test("say what to do")
  func texts() {
    let problem = ScheduleProblem.stubMissing(start, end, frequency: .quarterly)
    #expect(problem.code == "schedule.stub-missing")
    #expect(problem.problem.contains("2027-01-15 to 2028-02-01"))
    #expect(problem.remedy.contains("short initial"))
  }

  @Test("have frequencies that are read as the market writes them")
  func frequencies() {
    #expect(Frequency("3M") == .quarterly)
    #expect(Frequency("1Y") == .annual)
    for text in ["", "M", "0M", "-1M", "3W", "3"] { #expect(Frequency(text) == nil) }
    #expect(Frequency(months: 18).description == "18M")
  }
}
