import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Leases from seeds, with every mechanism that moves a cost.
@Suite("Generated costs")
struct GeneratedCostTests {
  private static let charges: Set<Charge> = [
    .recovery, .powerRecovery, .otherIncome, .operatingCost, .powerCost,
  ]
  private static let mechanisms: Set<TestSupport.LeaseGenerator.Mechanism> = [
    .abatement, .ramp, .renewals, .margin, .costLines, .growthOfCosts, .power, .recoveryLimits,
    .otherIncome, .restoration, .termination, .holdover,
  ]
  /// Of a cell; both sides carry 38 digits through fewer than a thousand sums.
  private static let relativeTolerance = 1e-30

  private static func projection(_ seed: UInt64) throws -> Projection? {
    var generator = TestSupport.LeaseGenerator(seed: seed, mechanisms: mechanisms)
    let lease = generator.lease()
    let projectionCase = ProjectionCase.allCases[Int(seed % 3)]
    do {
      return try project(lease, case: projectionCase)
    } catch .rateNegative {
      // A contract value below the halls' own rents is no lease to look at.
      return nil
    }
  }

  @Test("are those of their days", arguments: 0..<80 as Range<UInt64>)
  func days(_ seed: UInt64) throws {
    guard let projection = try Self.projection(seed) else { return }
    var left = NaiveCosts(projection).cells
    for run in projection.runs where Self.charges.contains(run.charge) {
      for offset in 0..<run.monthCount {
        let key = NaiveCosts.Key(
          charge: run.charge, hall: run.hall, month: run.firstMonth.adding(months: offset))
        let found = left.removeValue(forKey: key)
        let expected = try #require(found, "\(key)")
        let gap = abs(expected.minus(run.exact).doubleValue)
        #expect(
          gap <= Self.relativeTolerance * (1 + abs(expected.doubleValue)),
          "\(key) is \(run.exact), not \(expected)")
      }
    }
    #expect(left.isEmpty)
  }

  /// Costs of lines and their recoveries are those of the runs; reasons leave nothing unexplained.
  @Test("are the sums of their lines", arguments: 0..<60 as Range<UInt64>)
  func lines(_ seed: UInt64) throws {
    guard let projection = try Self.projection(seed) else { return }
    let lines = projection.costLines
    func expectNear(_ left: PreciseReal, _ right: PreciseReal) {
      let gap = abs(left.minus(right).doubleValue)
      #expect(gap <= Self.relativeTolerance * (1 + abs(right.doubleValue)))
    }
    for (charge, recovery) in [
      (Charge.operatingCost, Charge.recovery), (.powerCost, .powerRecovery),
    ] {
      let sum = lines.filter { $0.charge == charge }.reduce(CostAmounts.zero) { $0.plus($1.total) }
      expectNear(sum.cost, projection.exactTotal(of: charge).negated)
      expectNear(sum.recovered.plus(sum.adminFee), projection.exactTotal(of: recovery))
      expectNear(sum.cost, sum.recovered.plus(sum.leakage.total))
    }
  }
}
