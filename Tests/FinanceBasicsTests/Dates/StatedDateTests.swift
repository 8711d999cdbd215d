import FinanceBasics
import Testing

@Suite("Stated dates")
struct StatedDateTests {
  @Test(
    "cover the days of their period",
    arguments: [
      ("2027-06-30", "2027-06-30", "2027-06-30"), ("2028-02", "2028-02-01", "2028-02-29"),
      ("2027-Q2", "2027-04-01", "2027-06-30"), ("2027-H2", "2027-07-01", "2027-12-31"),
      ("2027", "2027-01-01", "2027-12-31"), ("about 2024-03-06", "2024-03-06", "2024-03-06"),
    ])
  func period(_ text: String, _ first: String, _ last: String) throws {
    let date = try StatedDate(reading: text)
    #expect(date.first.description == first)
    #expect(date.last.description == last)
    #expect(date.description == text)
  }

  @Test(
    "that the calendar does not have are told from those that are no dates",
    arguments: [
      ("2027-02-30", "date.nonexistent"), ("2027-02-29", "date.nonexistent"),
      ("2027-13", "date.nonexistent"), ("2027-Q5", "date.nonexistent"),
      ("2027-H3", "date.nonexistent"), ("0000", "date.nonexistent"),
      ("about 2027-04-31", "date.nonexistent"), ("30.6.2027", "date.malformed"),
      ("2027-6-30", "date.malformed"), ("soon", "date.malformed"), ("", "date.malformed"),
      ("٢٠٢٧", "date.malformed"),
    ])
  func refusal(_ text: String, _ code: String) {
    do throws(DateFault) {
      let date = try StatedDate(reading: text)
      Issue.record("\(text) was read as \(date)")
    } catch {
      #expect(error.code == code)
    }
  }

  /// 2027-Q2 has 91 days from 1 April; the middle is 45 days after the first, 16 May.
  @Test("are taken at the end, the middle or the start")
  func convention() throws {
    let quarter = try StatedDate(reading: "2027-Q2")
    #expect(quarter.day(takenAt: .end).description == "2027-06-30")
    #expect(quarter.day(takenAt: .middle).description == "2027-05-16")
    #expect(quarter.day(takenAt: .start).description == "2027-04-01")
  }
}
