import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Posted cells against exact fractions")
struct ExactReferenceTests {
  @Test(
    "are the nearest cents, halves to even, of a day-by-day sum of exact fractions",
    arguments: 0..<40 as Range<UInt64>)
  func generated(seed: UInt64) throws {
    var generator = LeaseGenerator(seed: seed)
    try expectNearest(generator.lease(), case: .full)
  }

  @Test(
    "are the nearest cents where they were certified in 64 bits", arguments: 0..<24 as Range<UInt64>
  )
  func plain(seed: UInt64) throws {
    var generator = PlainLeaseGenerator(seed: seed)
    try expectNearest(generator.lease(), case: .base)
  }

  /// Rents of half a cent above a whole one: one megawatt at 10.000005 a kilowatt is 10,000.005,
  /// at 10.000015 it is 10,000.015; the even cents are 1,000,000 and 1,000,002.
  @Test(
    "take a half cent to the even cent",
    arguments: [("10.000005", 1_000_000), ("10.000015", 1_000_002), ("10.000025", 1_000_002)]
      as [(String, Int64)])
  func ties(rate: String, cents: Int64) throws {
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-05-01", months: 36)],
      rent: .rate(.perKilowattMonth(number(rate))))
    #expect(try project(lease).runs.map(\.minorUnits) == [cents])
    try expectNearest(lease, case: .base)
  }

  /// 36 months of 10,000.015 are 360,000.54: the solved rent is a half cent again.
  @Test("recognise a half cent that a contract value is solved for")
  func solvedTie() throws {
    let lease = lease(
      halls: [hall(megawatts: "7", from: "2027-05-01", months: 36)],
      rent: .contractValue(number("360000.54")))
    #expect(try project(lease).runs.map(\.minorUnits) == [1_000_002])
    try expectNearest(lease, case: .base)
  }

  /// May 2027 has 15 of 31 days in force: of 31 and 93 cents they are 15 and 45, of 15.5 and 46.5 the
  /// true halves 7.5 and 22.5; a later May is 46 ÷ 31 of its lower level.
  @Test(
    "are exact in a part of a month that no binary fraction holds",
    arguments: ["0.00031", "0.00093", "0.000155", "0.000465"])
  func partMonthTie(rate: String) throws {
    let lease = lease(
      halls: [hall(megawatts: "1", from: "2027-05-17", months: 48)],
      rent: .rate(.perKilowattMonth(number(rate))), escalator: .fixed(number("1")))
    try expectNearest(lease, case: .base)
  }

  private func expectNearest(_ lease: Lease, case projectionCase: ProjectionCase) throws {
    let naive = NaiveProjection(lease, case: projectionCase)
    var seen = 0
    try project(lease, case: projectionCase).forEachCell { cell in
      guard cell.charge == .baseRent || cell.charge == .renewalRent else { return }
      let key = NaiveProjection.Key(
        hall: cell.hall, isRenewal: cell.charge == .renewalRent, month: cell.month)
      seen += 1
      #expect(naive.cells[key]?.isNearest(cell.minorUnits) == true, "\(cell)")
    }
    #expect(seen == naive.cells.count)
  }
}
