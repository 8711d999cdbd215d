import FinanceBasics
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test("count days from 1970-01-01")
  func dayNumbers() {
    #expect(CalendarDate("1970-01-01")?.dayNumber == 0)
    // 30 years of 365 days, and 7 leap days from 1972 to 1996.
    let years: Int32 = 30 * 365 + 7
    #expect(CalendarDate("2000-01-01")?.dayNumber == years)
    #expect(CalendarDate("1969-12-31")?.dayNumber == -1)
    #expect(CalendarDate("0001-01-01") == .earliest)
    #expect(CalendarDate("9999-12-31") == .latest)
  }

  @Test("are read back as they are written, on every day of four centuries")
  func roundTrip() throws {
    let first = try #require(CalendarDate("1900-01-01"))
    // 400 Gregorian years have 146,097 days.
    #expect(first.adding(days: 146_097).description == "2300-01-01")
    var previous = first.adding(days: -1)
    for number in 0..<146_097 {
      let date = first.adding(days: number)
      let parts = date.components
      guard CalendarDate(year: parts.year, month: parts.month, day: parts.day) == date,
        CalendarDate(date.description) == date, date > previous
      else {
        Issue.record("\(date)")
        return
      }
      previous = date
    }
  }

  @Test(
    "are not read from anything else",
    arguments: [
      "", "2027", "2027-1-01", "2027-01-1", "27-01-01", "2027/01/01", "2027-02-29", "2100-02-29",
      "2027-13-01", "2027-00-10", "2027-04-31", "2027-01-00", "+027-01-01", "2027-01-01 ",
      "0000-01-01",
      "２０２７-01-01",
    ])
  func refused(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  struct Months: CustomTestStringConvertible, Sendable {
    let start: String
    let months: Int
    let end: String
    var testDescription: String { "\(start) + \(months)" }
  }

  @Test(
    "keep the day when months are added, clipped to the month's end",
    arguments: [
      // Source: CONVENTIONS §1, after the spreadsheet's EDATE.
      Months(start: "2027-01-31", months: 1, end: "2027-02-28"),
      Months(start: "2027-01-31", months: 2, end: "2027-03-31"),
      Months(start: "2028-02-29", months: 48, end: "2032-02-29"),
      Months(start: "2028-02-29", months: 12, end: "2029-02-28"),
      Months(start: "2027-03-31", months: -1, end: "2027-02-28"),
      Months(start: "2027-12-15", months: 1, end: "2028-01-15"),
      Months(start: "2027-06-30", months: -18, end: "2025-12-30"),
      Months(start: "2027-06-30", months: 180, end: "2042-06-30"),
    ])
  func addingMonths(_ example: Months) throws {
    let start = try #require(CalendarDate(example.start))
    #expect(start.adding(months: example.months).description == example.end)
  }

  @Test("count whole months as those that can be added without passing the other day")
  func wholeMonths() throws {
    let start = try #require(CalendarDate("2027-01-31"))
    for (text, months) in [
      ("2027-02-27", 0), ("2027-02-28", 1), ("2027-03-30", 1), ("2027-03-31", 2),
      ("2027-01-31", 0), ("2027-01-30", -1), ("2026-12-31", -1), ("2026-12-30", -2),
    ] {
      let other = try #require(CalendarDate(text))
      #expect(start.wholeMonths(until: other) == months, "\(text)")
    }
  }

  @Test("count the days between two of them, negative where the other is earlier")
  func days() throws {
    let signed = try #require(CalendarDate("2025-12-17"))
    let delivery = try #require(CalendarDate("2027-06-30"))
    // 14 days of December, 365 of 2026, and 181 to the end of June 2027, less one.
    #expect(signed.days(until: delivery) == 14 + 365 + 181)
    #expect(delivery.days(until: signed) == -(14 + 365 + 181))
  }
}

@Suite("Calendar months")
struct YearMonthTests {
  @Test("have the days of the Gregorian calendar")
  func dayCounts() {
    let common = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    #expect((1...12).map { YearMonth(year: 2027, month: $0).dayCount } == common)
    for (year, days) in [(2028, 29), (2100, 28), (2000, 29), (1900, 28)] {
      #expect(YearMonth(year: year, month: 2).dayCount == days, "\(year)")
    }
  }

  @Test("follow each other across years")
  func adding() {
    let december = YearMonth(year: 2027, month: 12)
    #expect(december.adding(months: 1) == YearMonth(year: 2028, month: 1))
    #expect(december.adding(months: -12) == YearMonth(year: 2026, month: 12))
    #expect(december.months(until: YearMonth(year: 2042, month: 6)) == 174)
  }

  @Test("begin on their first day and end on their last")
  func bounds() {
    let february = YearMonth(year: 2028, month: 2)
    #expect(february.firstDay.description == "2028-02-01")
    #expect(february.lastDay.description == "2028-02-29")
    #expect(february.days.upperBound.description == "2028-03-01")
    #expect(february.lastDay.firstOfMonth == february.firstDay)
    #expect(february.firstDay.lastOfMonth == february.lastDay)
  }

  @Test("are read as they are written, and from nothing else")
  func text() {
    #expect(YearMonth("2027-06")?.description == "2027-06")
    for text in ["", "2027", "2027-13", "2027-00", "2027-6", "0000-01", "2027-06-30"] {
      #expect(YearMonth(text) == nil, "\(text)")
    }
  }
}
