import FinanceBasics
import LeaseModel
import Reconciliation
import TestSupport
import Testing

@Suite("Halls that reproduce a table of payments")
struct PaymentMatchTests {
  private func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

  /// 100 MW at 100 USD a kW-month for ten years from 2027-01-01: 120 M a year and 3 % more each
  /// year, 1.03^k: 123.6, 127.308, 131.12724, 135.0610572; thereafter 120 × (1.03^5 + … + 1.03^9)
  /// = 120 × 6.15474… = 738,569.22 k.
  @Test("a hall from the first of a year is found to the day, with its rent")
  func oneHall() throws {
    let deal = TableDeal(
      halls: [.init(megawatts: 100, start: day("2027-01-01"), window: "2027-Q1")])
    let rows = try deal.rows()
    #expect(rows.years == [120_000, 123_600, 127_308, 131_127, 135_061])
    #expect(rows.thereafter == 738_569)
    let outcome = try #require(matchPayments(of: try deal.deal()))
    #expect(outcome.verdict == .consistentAsWritten)
    let fit = try #require(outcome.fits.first)
    #expect(fit.departures.isEmpty)
    #expect(fit.halls.map(\.commencement) == [day("2027-01-01")])
    #expect(fit.halls.map(\.commencements) == [day("2027-01-01")...day("2027-01-01")])
    #expect(fit.halls.map(\.lastDay) == [day("2036-12-31")])
    #expect(fit.rentPerKilowattMonth?.value == PreciseReal(integer: 100))
    #expect(fit.rows.allSatisfy(\.isWithinPrecision))
  }

  @Test("an escalator that is not disclosed is found beside the day")
  func openEscalator() throws {
    var deal = TableDeal(
      halls: [.init(megawatts: 100, start: day("2027-02-01"), window: "2027-Q1")])
    deal.escalator = nil
    let fit = try #require(matchPayments(of: try deal.deal())?.fits.first)
    #expect(fit.isConsistent)
    #expect(fit.halls.first?.commencement == day("2027-02-01"))
    #expect(fit.escalator.value == PreciseReal(integer: 3))
    // 127,308 ± 0.5 over 123,600 ± 0.5 leaves less than ±0.001 % open.
    #expect(fit.escalator.high.minus(fit.escalator.low) < PreciseReal(2, over: 1000))
  }

  @Test("a hall outside its announced quarter is found, and said to be")
  func late() throws {
    let deal = TableDeal(
      halls: [
        .init(megawatts: 40, start: day("2027-03-01"), window: "2027-Q1"),
        .init(megawatts: 60, start: day("2027-08-01"), window: "2027-Q2"),
      ])
    let outcome = try #require(
      matchPayments(
        of: try deal.deal(), limits: SearchLimits(boxesPerCombination: 10_000, boxes: 100_000)))
    #expect(outcome.verdict == .consistentOnlyIf)
    let fit = try #require(
      outcome.fits.first { $0.halls.map(\.commencement) == deal.halls.map(\.start) })
    #expect(fit.isConsistent)
    #expect(
      fit.departures.map(\.description) == ["hall 2 begins outside the announced 2027-Q2"])
  }

  /// The true days, rent and growth, which every range has to hold.
  @Test("the truth of a generated table lies in the ranges", arguments: 0..<24 as Range<UInt64>)
  func truth(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let quarters = ["2027-Q1", "2027-Q3", "2028-Q1", "2028-Q2"]
    var deal = TableDeal(halls: [])
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let window = quarters[Int.random(in: 0..<4, using: &random)]
      let stated = try #require(StatedDate(window))
      deal.halls.append(
        .init(
          megawatts: Int.random(in: 2...30, using: &random) * 10,
          start: stated.first.adding(days: Int.random(in: 0..<90, using: &random)), window: window))
    }
    deal.years = Int.random(in: 8...15, using: &random)
    deal.rent = ExactDecimal(
      digits: Int128.random(in: 8000...16_000, using: &random), fractionDigits: 2)
    deal.growth = ExactDecimal(
      digits: Int128.random(in: 1...8, using: &random) * 5, fractionDigits: 3)
    let percent = try #require(deal.growth.scaled(byPowerOfTen: 2)).normalized
    deal.escalator = "\(percent) %"
    let outcome = try #require(matchPayments(of: try deal.deal()))
    #expect(outcome.verdict == .consistentAsWritten)
    let fit = try #require(outcome.fits.first)
    for (hall, truth) in zip(fit.halls, deal.halls) {
      #expect(hall.commencements.contains(truth.start))
    }
    let rent = try #require(fit.rentPerKilowattMonth)
    #expect(rent.low <= deal.rent.real && deal.rent.real <= rent.high)
    #expect(fit.escalator.low <= percent.real && percent.real <= fit.escalator.high)
    for row in fit.rows {
      #expect(abs(row.residual.doubleValue) <= 500, "half of a thousand: \(row.row.name)")
    }
  }

  @Test(
    "the row that was moved is named",
    arguments: [(2029, 900), (2030, -40_000), (2031, 7000), (nil, 60_000)] as [(Int?, Int64)])
  func culprit(year: Int?, thousands: Int64) throws {
    let deal = TableDeal(
      halls: [
        .init(megawatts: 40, start: day("2027-02-01"), window: "2027-Q1"),
        .init(megawatts: 60, start: day("2027-08-15"), window: "2027-Q3"),
      ])
    let outcome = try #require(
      matchPayments(
        of: try deal.deal(moving: (year, thousands)),
        limits: SearchLimits(boxesPerCombination: 1000, boxes: 20_000)))
    #expect(outcome.verdict != .consistentAsWritten)
    #expect(
      outcome.suspects.map { $0.rows.map(\.name) } == [[year.map { "\($0)" } ?? "thereafter"]])
  }
}

extension PreciseReal {
  fileprivate static func <= (left: PreciseReal, right: PreciseReal) -> Bool { !(right < left) }
}
