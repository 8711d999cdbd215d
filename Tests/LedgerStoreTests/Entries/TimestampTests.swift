import FinanceBasics
import Testing

@testable import LedgerStore

@Suite("Timestamps")
struct TimestampTests {
  @Test(
    "are written as they were read", arguments: ["2026-11-21T05:46:09Z", "0001-01-01T00:00:00Z"])
  func roundTrip(_ text: String) {
    #expect(Timestamp(text)?.description == text)
  }

  @Test(
    "are UTC to the second and nothing else",
    arguments: [
      "2026-11-21", "2026-11-21T05:46Z", "2026-11-21T05:46:00", "2026-11-21T05:46:00+00:00",
      "2026-02-29T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T05:60:00Z",
      "2026-11-21T05:46:60Z", "2026-11-21T5:46:00Z", "2026-11-21T05:46:00.5Z",
      "2026-11-21T+5:46:00Z", "",
    ])
  func refused(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("count seconds from 1970, also before")
  func seconds() {
    // 86,400 seconds a day; 2001-09-09T01:46:40Z is the billionth second (POSIX).
    #expect(Timestamp(secondsSince1970: 1_000_000_000)?.description == "2001-09-09T01:46:40Z")
    #expect(Timestamp(secondsSince1970: -1)?.description == "1969-12-31T23:59:59Z")
    #expect(Timestamp(secondsSince1970: Int.max) == nil)
  }
}
