import FinanceBasics
import Testing

@Suite("Business calendars")
struct BusinessCalendarTests {
  struct Year: CustomTestStringConvertible, Sendable {
    let calendar: BusinessCalendar
    let year: Int
    let holidays: [CalendarDate]
    var testDescription: String { "\(calendar.rawValue) \(year)" }
  }

  /// QuantLib 1.44: five calendars, 2020 to 2060.
  static let quantLib: [Year] = {
    let rows = VectorTable("holidays", in: "CalendarVectors").rows
    let byCalendar = Dictionary(grouping: rows) { $0["calendar"] ?? "" }
    return byCalendar.sorted { $0.key < $1.key }.flatMap { name, rows in
      let days = Dictionary(grouping: rows.map { vectorDay($0["date"]) }, by: \.year)
      return BusinessCalendar(rawValue: name).map { calendar in
        (2020...2060).map { Year(calendar: calendar, year: $0, holidays: days[$0] ?? []) }
      } ?? []
    }
  }()

  @Test("have all their vectors")
  func count() {
    #expect(Self.quantLib.count == 5 * 41)
    #expect(Self.quantLib.reduce(0) { $0 + $1.holidays.count } == 2_218)
  }

  @Test("close on the days on which QuantLib's close", arguments: quantLib)
  func holidays(_ example: Year) {
    #expect(example.calendar.weekdayHolidays(of: example.year) == example.holidays)
  }

  @Test("name Saturdays and Sundays, or no day, where there is no market")
  func simple() {
    #expect(BusinessCalendar.none.weekdayHolidays(of: 2027).isEmpty)
    #expect(BusinessCalendar.weekends.weekdayHolidays(of: 2027).isEmpty)
    // 2027-01-02 was a Saturday.
    #expect(BusinessCalendar.none.isBusinessDay(vectorDay("2027-01-02")))
    #expect(!BusinessCalendar.weekends.isBusinessDay(vectorDay("2027-01-02")))
  }

  @Test(
    "know the weekday of a day",
    arguments: [
      // The unit's epoch, the first day of the Gregorian calendar, and two dates of real deals.
      ("1970-01-01", Weekday.thursday), ("1582-10-15", .friday), ("2025-12-17", .wednesday),
      ("2027-06-30", .wednesday), ("0001-01-01", .monday),
    ])
  func weekday(_ text: String, _ weekday: Weekday) {
    #expect(vectorDay(text).weekday == weekday)
  }
}

@Suite("Published US holidays")
struct PublishedHolidayTests {
  struct Year: CustomTestStringConvertible, Sendable {
    let calendar: BusinessCalendar
    let name: String
    let holidays: [CalendarDate]
    var testDescription: String { "\(name) \(holidays.first?.year ?? 0)" }
  }

  static let strata = VectorTable("strata_holidays", in: "CalendarVectors").rows.compactMap { row in
    let days = (row["holidays_incl_weekend_ones"] ?? "").split(separator: " ").map(String.init)
    return calendars[row["calendar"] ?? ""].map {
      Year(calendar: $0, name: row["calendar"] ?? "", holidays: days.map { vectorDay($0) })
    }
  }

  private static let calendars: [String: BusinessCalendar] = [
    "New York": .usSettlement, "New York Fed": .usFed, "NYSE": .nyse,
    "US government securities (SIFMA)": .usGovernmentBond,
  ]

  /// Days on which we close and the published list does not.
  ///
  /// Settlement closes the Friday before a Saturday holiday, which Strata's New York does not; the
  /// first day of Hurricane Sandy closed the exchange, and President Reagan's funeral the bond
  /// market (both as QuantLib has it), but neither is in Strata's lists.
  private static let ours: Set<String> = [
    "New York 2009-07-03", "New York 2010-12-24", "New York 2010-12-31", "New York 2011-12-30",
    "New York 2015-07-03", "New York 2021-12-24", "New York 2021-12-31", "NYSE 2012-10-29",
    "US government securities (SIFMA) 2004-06-11",
  ]

  /// Good Fridays with an employment report: the lists of SIFMA have them, our rule does not.
  private static let theirs: Set<String> = [
    "1996-04-05", "1999-04-02", "2007-04-06", "2010-04-02", "2012-04-06", "2015-04-03",
  ]

  @Test("are those of OpenGamma Strata, but for the days named here", arguments: strata)
  func holidays(_ example: Year) throws {
    let year = try #require(example.holidays.first?.year)
    let published = example.holidays.filter { !$0.weekday.isWeekend }
    let found = example.calendar.weekdayHolidays(of: year)
    for day in Set(found).symmetricDifference(published) {
      let isOurs = Self.ours.contains("\(example.name) \(day)") && found.contains(day)
      let isTheirs = example.calendar == .usGovernmentBond && Self.theirs.contains("\(day)")
      #expect(isOurs || isTheirs, "\(day)")
    }
  }

  @Test("have all their vectors")
  func count() {
    #expect(Self.strata.count == 54)
  }
}
