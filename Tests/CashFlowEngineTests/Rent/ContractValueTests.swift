import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Contract value")
struct ContractValueTests {
  /// River Bend: 245 MW, 15 years, 7,000,000,000, 3 % a year. Source: CONVENTIONS §4 and §11.
  static let riverBend = lease(
    halls: [hall(megawatts: "245", from: "2027-07-01", months: 180)],
    rent: .contractValue(number("7000000000")), escalator: .fixed(number("0.03")),
    nominalTerm: .months(180))

  @Test("is solved for the first-year rent")
  func solved() throws {
    let projection = try project(Self.riverBend)
    #expect(projection.firstYearRent.formatted(fractionDigits: 2) == "376366063.24")
    #expect(
      projection.firstYearRatePerKilowattMonth?.formatted(fractionDigits: 4) == "128.0157")
    let lastYear = projection.exact(.baseRent, in: month("2042-06")).times(12)
    #expect(lastYear.formatted(fractionDigits: 2) == "569287440.03")
    #expect(projection.exactContractValue.formatted(fractionDigits: 10) == "7000000000.0000000000")
  }

  @Test("is posted a few cents away, as its months are rounded")
  func posted() throws {
    let projection = try project(Self.riverBend)
    #expect(projection.contractValue == 699_999_999_984)
    let firstYear = projection.posted(.baseRent).filter { $0.key < month("2028-07") }.values
    #expect(firstYear.reduce(0, +) == 37_636_606_320)
  }

  @Test("becomes even income, and a receivable that ends at zero")
  func straightLine() throws {
    let income = StraightLineIncome(try project(Self.riverBend))
    #expect(income.months.first?.income == 3_888_888_889)
    let peak = try #require(income.peakReceivable)
    #expect(peak.exactReceivable.roundedHalfEven() == 38_655_982_263)
    #expect(peak.month == month("2035-06"))
    #expect(income.months.last?.receivable == 0)
    #expect(income.months.reduce(0) { $0 + $1.income } == 699_999_999_984)
  }

  /// Two periods of one year, 120 and 240 in all: 10 and 20 a month.
  @Test("is solved for each period by itself")
  func periods() throws {
    let lease = Lease(
      id: DealID("test"), halls: [hall(megawatts: "1", from: "2027-05-15", months: 24)],
      periods: [
        RentPeriod(leaseYears: 0..<1, rent: .contractValue(number("120"))),
        RentPeriod(leaseYears: 1..<2, rent: .contractValue(number("240"))),
      ])
    let projection = try project(lease)
    #expect(
      projection.solvedRates.map { $0.formatted(fractionDigits: 9) }
        == ["10.000000000", "20.000000000"])
    let months = projection.posted(.baseRent)
    // 14 days at 10 and 17 at 20, of 31, in one cell.
    #expect(months[month("2028-05")] == 1_548)
    #expect(projection.cells.filter { $0.month == month("2028-05") }.count == 1)
    #expect(projection.exactContractValue.formatted(fractionDigits: 9) == "360.000000000")
  }

  /// 10 % a year within each period: the second begins again at its own rate.
  @Test("grows from the beginning of each period")
  func growthByPeriod() throws {
    let growth = Escalator.fixed(number("0.1"))
    let lease = Lease(
      id: DealID("test"), halls: [hall(megawatts: "1", from: "2027-01-01", months: 48)],
      periods: [
        RentPeriod(leaseYears: 0..<2, rent: .rate(.perMonth(number("100"))), escalator: growth),
        RentPeriod(leaseYears: 2..<4, rent: .rate(.perMonth(number("300"))), escalator: growth),
      ])
    #expect(try project(lease).runs.map(\.minorUnits) == [10_000, 11_000, 30_000, 33_000])
  }

  /// 12 months of 2 MW at 1 a kilowatt are 24,000; the other 10 MW bring the rest of 144,000.
  @Test("leaves halls with a rate of their own out of the solution")
  func ownRate() throws {
    let halls = [
      hall(megawatts: "10", from: "2027-01-01", months: 12),
      hall("hall 2", megawatts: "2", from: "2027-01-01", months: 12, rate: .perKilowattMonth(.one)),
    ]
    let projection = try project(lease(halls: halls, rent: .contractValue(number("144000"))))
    #expect(projection.solvedRates[0].formatted(fractionDigits: 9) == "1000.000000000")
    #expect(projection.contractValue == 14_400_000)
    #expect(projection.firstYearRatePerKilowattMonth == nil)
    #expect(projection.firstYearRent.formatted(fractionDigits: 2) == "144000.00")
    #expect(throws: ProjectionProblem.rateNegative(deal: DealID("test"), period: 1)) {
      try project(lease(halls: halls, rent: .contractValue(number("23999"))))
    }
  }

  @Test("cannot be solved where no hall pays rent")
  func nothingToSolve() {
    let free = Abatement(length: .months(12))
    let halls = [hall(megawatts: "10", from: "2027-01-01", months: 12, abatement: free)]
    #expect(throws: ProjectionProblem.nothingToSolve(deal: DealID("test"), period: 1)) {
      try project(lease(halls: halls, rent: .contractValue(number("144000"))))
    }
  }
}
