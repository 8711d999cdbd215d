import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// Source: CONVENTIONS §3, worked: index 300, 306, 324.36, 327.6036, 343.98378; floor 2 %, cap 4 %.
@Suite("Rent that follows an index")
struct IndexedRentTests {
  /// The index of each January from 2027, nothing in between.
  static let januaries: [String?] =
    ["300", "306", "324.36", "327.6036", "343.98378"].enumerated().flatMap { place, value in
      (place == 0 ? [] : [String?](repeating: nil, count: 11)) + [value]
    }

  private func escalator(
    _ catchUp: CPIEscalator.CatchUp = .annual, floor: String? = "0.02", cap: String? = "0.04",
    afterLast: String? = nil, lagMonths: Int = 0, values: [String?] = januaries
  ) -> CPIEscalator {
    CPIEscalator(
      series: series(from: "2027-01", values), lagMonths: lagMonths, floor: floor.map(number),
      cap: cap.map(number), catchUp: catchUp, afterLast: afterLast.map(number))
  }

  /// Rent of 100 a month in each January after the first, in currency units with 6 decimals.
  private func rents(_ escalator: Escalator, months: Int = 60) throws -> [String] {
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: months)],
      rent: .rate(.perMonth(number("100"))), escalator: escalator)
    let projection = try project(lease)
    return (1..<months / 12).map { year in
      projection.exact(.baseRent, in: month("2027-01").adding(months: 12 * year))
        .formatted(fractionDigits: 6)
    }
  }

  @Test(
    "is cut by floor and cap by the stated catch-up",
    arguments: [
      (CPIEscalator.CatchUp.annual, ["102.000000", "106.080000", "108.201600", "112.529664"]),
      (.cumulative, ["102.000000", "108.120000", "109.201200", "114.661260"]),
      (.banked, ["102.000000", "106.080000", "109.201200", "113.569248"]),
    ] as [(CPIEscalator.CatchUp, [String])])
  func catchUp(catchUp: CPIEscalator.CatchUp, expected: [String]) throws {
    #expect(try rents(.cpi(escalator(catchUp))) == expected)
  }

  /// The index grows by 2 %, 6 %, 1 % and 5 %: with a fixed 3 % beside it, the greater are 3, 6, 3
  /// and 5 %, the lesser 2, 3, 1 and 3 %.
  @Test("is the greater or the lesser of it and a fixed rate, year by year")
  func alternatives() throws {
    let cpi = escalator(floor: nil, cap: nil)
    #expect(
      try rents(.greaterOf(fixed: number("0.03"), cpi: cpi))
        == ["103.000000", "109.180000", "112.455400", "118.078170"])
    #expect(
      try rents(.lesserOf(fixed: number("0.03"), cpi: cpi))
        == ["102.000000", "105.060000", "106.110600", "109.293918"])
  }

  /// With a lag of 12 months the first anniversary looks at January 2027 over January 2026.
  @Test("looks back by its lag, and says when the index begins too late")
  func lag() throws {
    #expect(
      throws: ProjectionProblem.indexStartsLate(
        deal: DealID("test"), series: "cpi", first: month("2027-01"), needed: month("2026-01"))
    ) { try rents(.cpi(escalator(lagMonths: 12))) }
    let earlier = ["300"] + [String?](repeating: nil, count: 11) + Self.januaries
    // January 2026 to 2030 hold 300, 300, 306, 324.36, 327.6036: growth 0, 2, 6 and 1 %.
    let cpi = CPIEscalator(series: series(from: "2026-01", earlier), lagMonths: 12)
    #expect(
      try rents(.cpi(cpi)) == ["100.000000", "102.000000", "108.120000", "109.201200"])
  }

  @Test("needs an assumed growth beyond the last month, and then names it")
  func tail() throws {
    #expect(
      throws: ProjectionProblem.indexEnds(
        deal: DealID("test"), series: "cpi", last: month("2031-01"), needed: month("2032-01"))
    ) { try rents(.cpi(escalator()), months: 72) }
    let cpi = escalator(cap: nil, afterLast: "0.05")
    // 2, 6, 2 (the floor) and 5 %, then twice the assumed 5 %.
    #expect(
      try rents(.cpi(cpi), months: 84) == [
        "102.000000", "108.120000", "110.282400", "115.796520", "121.586346", "127.665663",
      ])
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 84)],
      rent: .rate(.perMonth(number("100"))), escalator: .cpi(cpi))
    let warnings = try project(lease).warnings
    #expect(
      warnings == [
        .indexAssumed(series: "cpi", from: month("2032-01"), growth: number("0.05"))
      ])
    #expect(warnings.map(\.description) == ["cpi from 2032-01 on is assumed to grow by 5 % a year"])
  }

  @Test("takes the last published index for a month that was skipped, and says so")
  func carried() throws {
    // January 2028 was never published: December 2027, 303, stands for it.
    let values = ["300"] + [String?](repeating: nil, count: 10) + ["303", nil, "306"]
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-01-01", months: 24)],
      rent: .rate(.perMonth(number("100"))),
      escalator: .cpi(escalator(floor: nil, cap: nil, values: values)))
    let projection = try project(lease)
    #expect(projection.posted(.baseRent)[month("2028-01")] == 10_100)
    #expect(projection.warnings == [.indexCarried(series: "cpi", month: month("2028-01"))])
  }

  /// The anniversary stays 15 January though the new level is charged from the first.
  @Test("looks its index up by the true anniversary where the level begins earlier or later")
  func movedAnniversary() throws {
    for anniversary in [RentRules.Anniversary.monthOf, .nextMonth] {
      let lease = lease(
        halls: [hall(megawatts: "1", from: "2027-01-15", months: 24)],
        rent: .rate(.perMonth(number("100"))),
        escalator: .cpi(escalator(floor: nil, cap: nil)),
        rules: RentRules(anniversary: anniversary))
      #expect(try project(lease).posted(.baseRent)[month("2028-02")] == 10_200)
    }
  }
}
