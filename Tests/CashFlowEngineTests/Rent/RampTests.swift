import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Ramps and take-or-pay minimums")
struct RampTests {
  private func step(_ date: String, _ megawatts: String) -> Ramp.Step {
    Ramp.Step(from: .date(day(date)), criticalIT: number(megawatts))
  }

  private func step(month: Int, _ megawatts: String) -> Ramp.Step {
    Ramp.Step(from: .month(month), criticalIT: number(megawatts))
  }

  /// At 1 a kilowatt and month: 1,000 a megawatt.
  private func lease(
    megawatts: String = "4", months: Int = 12, ramp: Ramp, abatement: Abatement? = nil,
    rent: BaseRent = .rate(.perKilowattMonth(.one)), escalator: Escalator = .none,
    renewals: [RenewalOption] = [], holdover: Holdover? = nil
  ) -> Lease {
    let hall = hall(
      megawatts: megawatts, from: "2027-01-01", months: months, ramp: ramp, abatement: abatement)
    return CashFlowEngineTests.lease(
      halls: [hall], rent: rent, escalator: escalator, renewals: renewals, holdover: holdover)
  }

  /// In use: 1 MW, 3 from 11 March, 4 from July. Committed: 2 from 15 February.
  @Test("rent is charged on the greater of delivered and committed megawatts, day by day")
  func commitment() throws {
    let ramp = Ramp(
      delivered: [step(month: 0, "1"), step("2027-03-11", "3"), step(month: 6, "4")],
      committed: [step("2027-02-15", "2")])
    let months = try project(lease(ramp: ramp)).posted(.baseRent)
    #expect(months[month("2027-01")] == 100_000)
    #expect(months[month("2027-02")] == 150_000)  // 1,000 × (14 × 1 + 14 × 2) ÷ 28
    #expect(months[month("2027-03")] == 267_742)  // 1,000 × (10 × 2 + 21 × 3) ÷ 31
    #expect(months[month("2027-06")] == 300_000)
    #expect(months[month("2027-07")] == 400_000)
    #expect(months[month("2027-12")] == 400_000)
  }

  @Test("before the first step nothing is in use, and only what is committed is paid")
  func beforeFirstStep() throws {
    let ramp = Ramp(delivered: [step(month: 2, "3")], committed: [step(month: 1, "1")])
    #expect(
      try project(lease(months: 4, ramp: ramp)).amounts(of: .baseRent)
        == [0, 100_000, 300_000, 300_000])
  }

  /// 6 months of 1 MW and 6 of 2 are 18 megawatt-months: 1,800 ÷ 18 = 100.
  @Test("a contract value is solved over the megawatts that are charged")
  func solved() throws {
    let ramp = Ramp(delivered: [step(month: 0, "1"), step(month: 6, "2")])
    let projection = try project(
      lease(megawatts: "2", ramp: ramp, rent: .contractValue(number("1800"))))
    #expect(projection.solvedRates[0].formatted(fractionDigits: 9) == "100.000000000")
    #expect(
      projection.amounts(of: .baseRent)
        == [Int64](repeating: 10_000, count: 6) + [Int64](repeating: 20_000, count: 6))
    #expect(projection.contractValue == 180_000)
  }

  @Test("the escalation clock runs from commencement, whatever is in use")
  func escalation() throws {
    let ramp = Ramp(delivered: [step(month: 0, "1"), step(month: 12, "2")])
    let projection = try project(
      lease(megawatts: "2", months: 24, ramp: ramp, escalator: .fixed(number("0.1"))))
    // 1 MW at 1,000, then 2 MW at 1,100.
    #expect(projection.runs.map(\.minorUnits) == [100_000, 220_000])
  }

  /// 2 MW, of which half is in use and half of that is free in the first month: 2,000 ÷ 4.
  @Test("free rent is a share of what the megawatts in use would pay")
  func abatement() throws {
    let ramp = Ramp(delivered: [step(month: 0, "1")])
    let half = Abatement(length: .months(1), share: number("0.5"))
    #expect(
      try project(lease(megawatts: "2", months: 2, ramp: ramp, abatement: half))
        .amounts(of: .baseRent) == [50_000, 100_000])
  }

  @Test("a ramp that outlasts the base term holds down the renewal, and a holdover")
  func renewal() throws {
    let ramp = Ramp(delivered: [step(month: 0, "1"), step(month: 18, "2")])
    let renewed = lease(
      megawatts: "2", ramp: ramp, renewals: [RenewalOption(months: 12, rent: .flat)])
    #expect(
      try project(renewed, case: .full).amounts(of: .renewalRent)
        == [Int64](repeating: 100_000, count: 6) + [Int64](repeating: 200_000, count: 6))
    // On the last day of the base term 1 MW is charged: 1.5 × 1,000, and no more from month 18 on.
    let held = lease(
      megawatts: "2", ramp: ramp, holdover: Holdover(share: number("1.5"), length: .months(8)))
    #expect(
      try project(held, case: .expected).amounts(of: .renewalRent)
        == [Int64](repeating: 150_000, count: 8))
  }

  @Test("capacity and first-year rent stay those of all megawatts")
  func capacity() throws {
    let ramp = Ramp(delivered: [step(month: 0, "1")])
    let projection = try project(lease(months: 1, ramp: ramp))
    #expect(projection.firstYearRent == PreciseReal(integer: 48_000))
    #expect(projection.capacityMonths.map(\.kilowattMonths) == [PreciseReal(integer: 4_000)])
  }

  @Test(
    "a ramp that is whole from the first day changes nothing", arguments: 0..<40 as Range<UInt64>)
  func wholeRamp(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    let plain = generator.lease()
    let ramped = plain.replacing(
      halls: plain.halls.map { hall in
        hall.replacing(
          ramp: Ramp(delivered: [Ramp.Step(from: .month(0), criticalIT: hall.criticalIT)]))
      })
    #expect(try project(plain, case: .full).cells == (try project(ramped, case: .full).cells))
  }
}
