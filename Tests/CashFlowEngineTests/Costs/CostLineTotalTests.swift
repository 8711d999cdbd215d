import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("The way from rent to NOI")
struct CostLineTotalTests {
  private static func text(_ amounts: [PreciseReal]) -> [String] {
    amounts.map { $0.formatted(fractionDigits: 2) }
  }

  /// One month, July 2027, of energy at PUE 1.3 against 1.2: 48,360, of which 44,640 may be passed;
  /// 40,000 stay with the landlord, 80 % of the other 4,640 are 3,712, capped at 3,000; half of it
  /// is let off; the fee is 4 % of 1,500.
  @Test("names each reason why a cost stays with the landlord")
  func reasons() throws {
    let recovery = Recovery(
      share: number("0.8"), base: .amount(yearly("480000")), cap: yearly("36000"),
      adminFee: number("0.04"))
    let lease = costedLease(
      [powerLine(.perMegawattHour(number("50")), recovery: recovery)],
      halls: [
        megawatt(
          from: "2027-07-01", months: 1,
          abatement: Abatement(
            length: .months(1), share: number("0.5"), charges: [.powerRecovery]))
      ], power: PowerUse(powerUsageEffectiveness: number("1.3"), guaranteedPUE: number("1.2")))
    let projection = try project(lease)
    let line = try #require(projection.costLines.first)
    #expect(line.charge == .powerCost)
    #expect(line.years.map(\.year) == [2027])
    let sum = line.total
    #expect(
      Self.text([sum.cost, sum.passedThrough, sum.recovered, sum.adminFee])
        == ["48360.00", "44640.00", "1500.00", "60.00"])
    let leakage = sum.leakage
    #expect(
      Self.text([
        leakage.aboveGuaranteedPUE, leakage.base, leakage.shareNotPassed, leakage.bounds,
        leakage.abated,
      ]) == ["3720.00", "40000.00", "928.00", "712.00", "1500.00"])
    // 48,360 − 1,500 − 60.
    #expect(Self.text([leakage.total, sum.netCost]) == ["46860.00", "46800.00"])
    #expect(projection.postedLeakage == 4_680_000)
  }

  /// A floor of 150 against a tenth of 1,000 adds 50: it takes from the leakage.
  @Test("counts what a floor adds as less leakage")
  func floor() throws {
    let lease = costedLease([
      perKilowatt("1", recovery: Recovery(share: number("0.1"), floor: yearly("1800")))
    ])
    let leakage = try #require(try project(lease).costLines.first).total.leakage
    // 24 months of 900 and of −50.
    #expect(Self.text([leakage.shareNotPassed, leakage.bounds]) == ["21600.00", "-1200.00"])
  }

  /// 6 × 1,000 in 2027, 12 × 1,100 in 2028, 6 × 1,210 in 2029, for 1 MW and for 2.
  @Test("has a row for each calendar year, halls together")
  func years() throws {
    let lease = costedLease(
      [perKilowatt("1", growth: "0.1"), perKilowatt("1", from: "2028-01-01")],
      halls: [
        hall("one", megawatts: "1", from: "2027-07-01", months: 24),
        hall("two", megawatts: "2", from: "2027-07-01", months: 24),
      ])
    let lines = try project(lease).costLines
    #expect(lines.map { $0.years.map(\.year) } == [[2027, 2028, 2029], [2028, 2029]])
    #expect(
      Self.text(lines[0].years.map(\.amounts.cost)) == ["18000.00", "39600.00", "21780.00"])
  }

  /// 1.4 % of 10,000 for 24 months; 600 at the end.
  @Test("shows a margin's cost and the restoration as lines of their own")
  func marginAndRestoration() throws {
    let lease = costedLease(
      [], restorationCost: number("600"), costs: .margin(number("0.986")))
    let lines = try project(lease).costLines
    #expect(lines.map(\.name) == ["margin", "restoration"])
    #expect(lines.allSatisfy { $0.kind == nil && $0.charge == .operatingCost })
    #expect(Self.text(lines.map(\.total.cost)) == ["3360.00", "600.00"])
    #expect(try project(costedLease([], costs: .unknown)).costLines.isEmpty)
  }
}
