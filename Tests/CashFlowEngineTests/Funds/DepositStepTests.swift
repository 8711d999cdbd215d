import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Deposits that step down")
struct DepositStepTests {
  /// 100, then 60 from 2028 and 25 from 15 June 2029 on; the term ends with 2030.
  private func cells(returned: String? = nil, lastDay: String? = nil) throws -> [Cell] {
    let deposit = Deposit(
      amount: number("100"), received: day("2026-12-01"),
      steps: [
        Deposit.Step(date: day("2028-01-01"), remaining: number("60")),
        Deposit.Step(date: day("2029-06-15"), remaining: number("25")),
      ], returned: returned.map(day))
    return try project(
      lease(
        halls: [hall(megawatts: "1", from: "2027-01-01", months: 48)],
        rent: .rate(.perKilowattMonth(.one)), deposit: deposit,
        termination: lastDay.map { Termination(lastDay: day($0)) })
    ).cells(of: .deposit)
  }

  @Test("give back the difference at each step, and the rest at the end")
  func steps() throws {
    #expect(try cells().map(\.minorUnits) == [10_000, -4_000, -3_500, -2_500])
    #expect(
      try cells().map(\.due.description)
        == ["2026-12-01", "2028-01-01", "2029-06-15", "2030-12-31"])
  }

  @Test("give back all that is still held on an earlier end")
  func earlyEnd() throws {
    #expect(try cells(lastDay: "2028-12-31").map(\.minorUnits) == [10_000, -4_000, -6_000])
    #expect(try cells(lastDay: "2028-12-31").last?.due == day("2028-12-31"))
    #expect(try cells(returned: "2028-01-01").map(\.minorUnits) == [10_000, -10_000])
    #expect(
      try cells(returned: "2031-02-28").map(\.due.description).last == "2031-02-28")
  }
}
