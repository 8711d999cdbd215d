import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// A line that goes on alone after its hall has months of its own days: once its arrears fell due by
/// the length of the first of them, so that months of 31 days were due on the 30th.
@Suite("Due days of costs that outlast their hall")
struct CostDueDayTests {
  struct Example: CustomTestStringConvertible, Sendable {
    /// The last day of the hall, and of the line.
    let last, through: String
    /// The last months in force and the months after them, each with the day on which it falls due.
    let due: [String]
    var testDescription: String { "the hall to \(last), the line to \(through)" }
  }

  static let arrears = [
    // The first month after the hall is June, of 30 days: July and August have 31.
    Example(
      last: "2028-04-30", through: "2028-09-30",
      due: [
        "2028-04-30", "2028-05-31", "2028-06-30", "2028-07-31", "2028-08-31", "2028-09-30",
      ]),
    Example(
      last: "2028-05-15", through: "2028-09-15",
      due: [
        "2028-04-30", "2028-05-15", "2028-06-30", "2028-07-31", "2028-08-31", "2028-09-15",
      ]),
    // It is February, of 29 days and then of 28.
    Example(
      last: "2028-01-10", through: "2028-05-31",
      due: ["2027-12-31", "2028-01-10", "2028-02-29", "2028-03-31", "2028-04-30", "2028-05-31"]),
    Example(
      last: "2029-01-10", through: "2029-05-30",
      due: ["2028-12-31", "2029-01-10", "2029-02-28", "2029-03-31", "2029-04-30", "2029-05-30"]),
    // It is July, of 31 days: months of 30 end a day earlier.
    Example(
      last: "2028-06-20", through: "2028-11-30",
      due: [
        "2028-06-20", "2028-07-31", "2028-08-31", "2028-09-30", "2028-10-31", "2028-11-30",
      ]),
  ]

  private static func lease(_ example: Example, _ timing: RentRules.Timing) -> Lease {
    let hall = Hall(
      name: "hall 1", criticalIT: .one,
      baseTerm: day("2027-07-01")..<day(example.last).adding(days: 1))
    return costedLease(
      [perKilowatt("1", kind: .groundRent, through: example.through)], halls: [hall],
      rules: RentRules(timing: timing))
  }

  @Test(
    "in arrears are the last day of each month, be it the 31st, and then of the line",
    arguments: arrears)
  func inArrears(_ example: Example) throws {
    let days = try Self.lease(example, .arrears).dueDays(.operatingCost)
    for text in example.due {
      #expect(days[day(text).yearMonth] == day(text))
    }
    #expect(days.keys.max() == day(example.through).yearMonth)
  }

  @Test("in advance are firsts, whatever ends in the month", arguments: arrears)
  func inAdvance(_ example: Example) throws {
    let days = try Self.lease(example, .advance).dueDays(.operatingCost)
    #expect(days.allSatisfy { $0.value == $0.key.firstDay })
  }

  /// 1,000 a month; of the line's last month 15 of 30 days.
  @Test("move no amount")
  func amounts() throws {
    let lease = Self.lease(Self.arrears[1], .arrears)
    #expect(
      try lease.posted(.operatingCost, in: ["2028-05", "2028-07", "2028-09", "2028-10"])
        == [-100_000, -100_000, -50_000, nil])
  }
}
