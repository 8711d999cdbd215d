import FinanceBasics
import Testing

@Suite("Business day arithmetic")
struct BusinessDayConventionTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let row: [String: String]
    var testDescription: String {
      ["op", "calendar", "date", "convention", "n", "end_date"].compactMap { row[$0] }
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  static let examples = VectorTable("adjust", in: "CalendarVectors").rows.map(Example.init)

  private static let conventions: [String: BusinessDayConvention] = [
    "Unadjusted": .unadjusted, "Following": .following, "ModifiedFollowing": .modifiedFollowing,
    "Preceding": .preceding, "ModifiedPreceding": .modifiedPreceding,
  ]

  @Test("reproduces QuantLib 1.44", arguments: examples)
  func published(_ example: Example) throws {
    let row = example.row
    let calendar = try #require(BusinessCalendar(rawValue: row["calendar"] ?? ""))
    let date = vectorDay(row["date"])
    let count = Int(row["n"] ?? "") ?? 0
    switch row["op"] {
    case "adjust":
      let convention = try #require(Self.conventions[row["convention"] ?? ""])
      #expect(calendar.adjust(date, convention) == vectorDay(row["result"]))
    case "add_business_days":
      // By none, QuantLib adjusts; we leave the day where it is.
      let start = count == 0 ? calendar.adjust(date, .following) : date
      #expect(calendar.adding(businessDays: count, to: start) == vectorDay(row["result"]))
    case "add_months":
      #expect(date.adding(months: count) == vectorDay(row["result"]))
    default:
      let days = calendar.businessDays(in: date..<vectorDay(row["end_date"]))
      #expect(days == Int(row["result"] ?? ""))
    }
  }

  @Test("has all its vectors")
  func count() {
    #expect(Self.examples.count == 3_300)
  }
}
