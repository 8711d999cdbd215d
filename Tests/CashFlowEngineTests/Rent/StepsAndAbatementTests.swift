import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Step tables and free rent")
struct StepsAndAbatementTests {
  @Test("a table of dated rates splits the month of a step by days")
  func datedSteps() throws {
    let steps = [
      RentStep(from: .date(day("2027-01-01")), rate: .perMonth(number("300"))),
      RentStep(from: .date(day("2027-04-16")), rate: .perMonth(number("600"))),
    ]
    let lease = lease(
      halls: [hall(megawatts: "3", from: "2027-01-01", months: 12)], rent: .steps(steps))
    let months = try project(lease).posted(.baseRent)
    #expect(months[month("2027-03")] == 30_000)
    #expect(months[month("2027-04")] == 45_000)  // 15 days of each, of 30
    #expect(months[month("2027-12")] == 60_000)
  }

  @Test("a table by lease year follows the escalation clock, and the last rate holds")
  func yearSteps() throws {
    let steps = [
      RentStep(from: .leaseYear(1), rate: .perMonth(number("100"))),
      RentStep(from: .leaseYear(3), rate: .perMonth(number("200"))),
    ]
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 60)], rent: .steps(steps))
    #expect(
      try project(lease).runs.map { [Int($0.minorUnits), $0.monthCount] } == [
        [10_000, 24], [20_000, 36],
      ])
  }

  /// Of 31 days in May, the last 17 are in force; free rent of a month ends on 2027-06-14.
  @Test("free rent runs to the day, and the escalation clock from commencement")
  func abatement() throws {
    let half = Abatement(length: .months(1), share: number("0.5"))
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-05-15", months: 24, abatement: half)],
      rent: .rate(.perMonth(number("3100"))), escalator: .fixed(number("0.1")))
    let months = try project(lease).posted(.baseRent)
    #expect(months[month("2027-05")] == 85_000)  // 17 days at 50
    #expect(months[month("2027-06")] == 237_667)  // 3,100 × (14 × 0.5 + 16) ÷ 30
    #expect(months[month("2028-05")] == 327_000)  // 14 days at 100, 17 at 110
  }

  @Test("a rent-free month is projected as zero, not left out")
  func freeMonth() throws {
    let free = Abatement(length: .days(31))
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 2, abatement: free)],
      rent: .rate(.perMonth(number("100"))))
    #expect(try project(lease).cells.map(\.minorUnits) == [0, 10_000])
  }

  @Test("an abatement of recoveries alone leaves rent as it is")
  func otherCharges() throws {
    let free = Abatement(length: .months(2), charges: [.recovery, .powerRecovery])
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 2, abatement: free)],
      rent: .contractValue(number("200")))
    #expect(try project(lease).cells.map(\.minorUnits) == [10_000, 10_000])
  }

  /// The second hall begins in lease year 2 of the lease's clock, and so at the second level.
  @Test("the lease's clock counts from its first commencement in every hall")
  func leaseClock() throws {
    let halls = [
      hall(megawatts: "1", from: "2027-01-01", months: 24),
      hall("hall 2", megawatts: "1", from: "2028-07-01", months: 12),
    ]
    let lease = lease(
      halls: halls, rent: .rate(.perMegawattYear(number("1200"))),
      escalator: .fixed(number("0.1")), rules: RentRules(escalationClock: .lease))
    #expect(try project(lease).runs.map(\.minorUnits) == [10_000, 11_000, 11_000, 12_100])
  }
}
