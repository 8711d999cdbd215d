import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Early termination")
struct TerminationTests {
  /// One megawatt from 2027 to 2029 at 1,000, 1,100 and 1,210 a month; two more from 2029 on.
  private func lease(
    _ lastDay: String, fee: Termination.Fee? = nil, rent: BaseRent? = nil,
    rules: RentRules = RentRules(), abatement: Abatement? = nil, ramp: Ramp? = nil,
    operatingCosts: OperatingCosts = .unknown, capital: CapitalPlan? = nil,
    deposit: Deposit? = nil, isAlone: Bool = false
  ) -> Lease {
    let first = hall(
      megawatts: "1", from: "2027-01-01", months: 36, ramp: ramp, abatement: abatement)
    let second = hall("hall 2", megawatts: "2", from: "2029-01-01", months: 36)
    return CashFlowEngineTests.lease(
      halls: isAlone ? [first] : [first, second], rent: rent ?? .rate(.perKilowattMonth(.one)),
      escalator: .fixed(number("0.1")), renewals: [RenewalOption(months: 12, probability: .one)],
      rules: rules, operatingCosts: operatingCosts, capital: capital, deposit: deposit,
      termination: Termination(lastDay: day(lastDay), fee: fee),
      holdover: Holdover(share: number("1.5"), length: .months(2)))
  }

  /// 17 of the 31 days of May 2028: 1,100 × 17 ÷ 31 = 603.2258.
  @Test(
    "rent ends on the last day, without renewals and holdover", arguments: ProjectionCase.allCases)
  func rent(projectionCase: ProjectionCase) throws {
    let projection = try project(lease("2028-05-17", isAlone: true), case: projectionCase)
    let rents = projection.cells(of: .baseRent)
    #expect(rents.count == 17)
    #expect(rents[15].minorUnits == 110_000)
    #expect(rents.last?.month == month("2028-05"))
    #expect(rents.last?.minorUnits == 60_323)
    #expect(projection.amounts(of: .renewalRent).isEmpty)
    #expect(projection.warnings.isEmpty)
  }

  @Test("a month in arrears falls due on the last day")
  func arrears() throws {
    let projection = try project(
      lease("2028-05-17", rules: RentRules(timing: .arrears), isAlone: true))
    #expect(projection.dueDays(of: .baseRent).suffix(2) == ["2028-04-30", "2028-05-17"])
  }

  /// 12 × (1 + 1.1 + 1.21) × 1,000 = 39,720 over the term as agreed.
  @Test("a rate is solved over the base term as agreed")
  func solved() throws {
    let projection = try project(
      lease("2027-12-31", rent: .contractValue(number("39720")), isAlone: true))
    #expect(projection.solvedRates[0].formatted(fractionDigits: 10) == "1000.0000000000")
    #expect(projection.contractValue == 1_200_000)
  }

  @Test("a hall that would begin after the last day never pays")
  func unbegun() throws {
    let ended = lease("2028-05-17", deposit: Deposit(amount: .one, received: day("2027-01-01")))
    let projection = try project(ended)
    #expect(Set(projection.cells.map(\.hall)) == [0])
    #expect(
      ended.daysInForce(in: .full).map { $0.lowerBound.days(until: $0.upperBound) }
        == [365 + 138, 0])  // 2027, and 31 + 29 + 31 + 30 + 17 days of 2028
    #expect(projection.capacityMonths.map(\.month).last == month("2028-05"))
  }

  struct Fee: CustomTestStringConvertible, Sendable {
    let lastDay: String
    let fee: Termination.Fee?
    let cents: [Int64]
    let testDescription: String
  }

  private static let schedule = Termination.Fee.schedule([
    Termination.Row(leaseYear: 2, amount: number("600")),
    Termination.Row(leaseYear: 3, amount: number("300")),
  ])

  @Test(
    "the fee is paid on the last day, hall by hall",
    arguments: [
      Fee(lastDay: "2028-05-17", fee: nil, cents: [], testDescription: "none agreed"),
      Fee(
        lastDay: "2028-05-17", fee: .amount(number("300")), cents: [10_000, 20_000],
        testDescription: "an amount, by 1 and 2 MW"),
      Fee(
        lastDay: "2028-05-17", fee: .monthsOfRent(number("6.5")), cents: [715_000, 0],
        testDescription: "6.5 × 1,100, and a hall without rent yet"),
      Fee(
        lastDay: "2029-01-01", fee: .monthsOfRent(number("6")), cents: [726_000, 1_200_000],
        testDescription: "6 × 1,210 and 6 × 2,000: all three megawatts on that day"),
      Fee(
        lastDay: "2030-01-01", fee: .monthsOfRent(number("6")), cents: [0, 1_320_000],
        testDescription: "the first hall's term is over; 6 × 2,200"),
      Fee(
        lastDay: "2027-12-31", fee: schedule, cents: [],
        testDescription: "lease year 1, before the first row"),
      Fee(
        lastDay: "2028-01-01", fee: schedule, cents: [20_000, 40_000],
        testDescription: "the first day of lease year 2: 600"),
      Fee(
        lastDay: "2028-12-31", fee: schedule, cents: [20_000, 40_000],
        testDescription: "the last day of lease year 2"),
      Fee(
        lastDay: "2031-06-30", fee: schedule, cents: [10_000, 20_000],
        testDescription: "lease year 5: the last row holds, 300"),
    ])
  func fees(_ example: Fee) throws {
    let projection = try project(lease(example.lastDay, fee: example.fee))
    #expect(projection.amounts(of: .terminationFee) == example.cents)
    #expect(projection.dueDays(of: .terminationFee).allSatisfy { $0 == example.lastDay })
  }

  /// 0.5 of 1 MW in use: 3 × 1,100 ÷ 2, though all of it is abated.
  @Test("months of rent are those of the megawatts charged, before abatement")
  func monthsOfRent() throws {
    let ramp = Ramp(delivered: [Ramp.Step(from: .month(0), criticalIT: number("0.5"))])
    let projection = try project(
      lease(
        "2028-05-17", fee: .monthsOfRent(number("3")), abatement: Abatement(length: .months(24)),
        ramp: ramp, isAlone: true))
    #expect(projection.amounts(of: .terminationFee) == [165_000])
    #expect(projection.total(of: .baseRent) == 0)
  }

  /// Lease year 1 at 1.00, from lease year 2 on at 3.00; then a step to 5.00 inside it.
  @Test("months of rent are those of the rent period, and of the step, of the last day")
  func rentPeriods() throws {
    func fee(_ lastDay: String) throws -> [Int64] {
      let steps = [
        RentStep(from: .leaseYear(2), rate: .perKilowattMonth(number("3"))),
        RentStep(from: .date(day("2028-07-01")), rate: .perKilowattMonth(number("5"))),
      ]
      let lease = Lease(
        id: DealID("test"), halls: [hall(megawatts: "1", from: "2027-01-01", months: 36)],
        periods: [
          RentPeriod(leaseYears: 0..<1, rent: .rate(.perKilowattMonth(.one))),
          RentPeriod(leaseYears: 1..<3, rent: .steps(steps)),
        ],
        termination: Termination(lastDay: day(lastDay), fee: .monthsOfRent(number("2"))))
      return try project(lease).amounts(of: .terminationFee)
    }
    #expect(try fee("2027-12-31") == [200_000])
    #expect(try fee("2028-01-01") == [600_000])
    #expect(try fee("2028-06-30") == [600_000])
    #expect(try fee("2028-07-01") == [1_000_000])
  }

  /// 1,000 with 10 % of contingency, less 20 % of the tenant: 880 for the landlord, a third of it
  /// in the first hall. Of its 1,096 days (2028 has 366), 365 + 138 have passed: 593 are left.
  @Test("the landlord's cost is paid back by the days left of the base term")
  func unamortisedCost() throws {
    let plan = CapitalPlan(
      cost: .total(number("1000")), spending: .even(months: 7), contingency: number("0.1"),
      tenantShare: number("0.2"))
    let projection = try project(lease("2028-05-17", fee: .unamortisedCost, capital: plan))
    // 880 ÷ 3 × 593 ÷ 1,096 = 158.7105; of the second hall, 880 × 2 ÷ 3 = 586.6667, all is left.
    #expect(projection.amounts(of: .terminationFee) == [15_871, 58_667])
    // Capital is spent as planned.
    #expect(projection.exactTotal(of: .capitalCost).formatted(fractionDigits: 6) == "-880.000000")
    let late = try project(lease("2031-12-31", fee: .unamortisedCost, capital: plan))
    #expect(late.amounts(of: .terminationFee) == [0, 0])
  }

  @Test("the deposit comes back on the last day, or before it where that is agreed")
  func deposit() throws {
    func days(returned: String?) throws -> [String] {
      let deposit = Deposit(
        amount: number("5"), received: day("2027-01-01"), returned: returned.map(day))
      return try project(lease("2028-05-17", deposit: deposit)).dueDays(of: .deposit)
    }
    #expect(try days(returned: nil) == ["2027-01-01", "2028-05-17"])
    #expect(try days(returned: "2032-03-01") == ["2027-01-01", "2028-05-17"])
    #expect(try days(returned: "2028-02-01") == ["2027-01-01", "2028-02-01"])
  }

  @Test("the fee is no part of NOI, and no average is taken of a term that ends early")
  func measures() throws {
    let projection = try project(
      lease("2027-12-31", fee: .amount(number("300")), operatingCosts: .margin(.one), isAlone: true)
    )
    #expect(projection.netOperatingIncome == 1_200_000)
    #expect(projection.averageNOI == nil)
    let income = StraightLineIncome(projection)
    #expect(income.months.count == 12)
    #expect(income.months.last?.receivable == 0)
  }

  @Test(
    "on the last day of the base term it changes no rent", arguments: 0..<40 as Range<UInt64>)
  func atExpiry(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    let plain = generator.lease()
    let lastDay = try #require(plain.daysInForce(in: .base).map(\.upperBound).max())
      .adding(days: -1)
    let ended = plain.replacing(termination: Termination(lastDay: lastDay))
    #expect(try project(plain).cells == (try project(ended, case: .full).cells))
  }

  @Test("changes no month before that of the last day", arguments: 0..<40 as Range<UInt64>)
  func monthsBefore(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    let plain = generator.lease()
    let days = plain.daysInForce(in: .base)[0]
    let middle = days.lowerBound.adding(days: days.lowerBound.days(until: days.upperBound) / 2)
    let ended = plain.replacing(termination: Termination(lastDay: middle))
    let whole = try project(plain).cells.filter { $0.month < middle.yearMonth }
    let cut = try project(ended).cells
    #expect(cut.filter { $0.month < middle.yearMonth } == whole)
    #expect(cut.allSatisfy { $0.month <= middle.yearMonth })
  }
}
