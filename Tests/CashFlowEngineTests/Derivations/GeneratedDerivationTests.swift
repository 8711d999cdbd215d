import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// The second path to every cent: closed formulas evaluated by arithmetic alone.
@Suite("Derivations of generated leases")
struct GeneratedDerivationTests {
  /// 21 leases a seed, the cases in turn: 2,100 leases, and a few hundred thousand cells.
  @Test("evaluate to every posted cent, due on the same days", arguments: 0..<100 as Range<UInt64>)
  func cents(seed: UInt64) throws {
    var generator = TestSupport.LeaseGenerator(seed: seed)
    var (projected, cells) = (0, 0)
    for place in 0..<21 {
      let lease = generator.lease()
      let projectionCase = ProjectionCase.allCases[place % 3]
      guard let derived = try? DerivedCells(lease, case: projectionCase) else { continue }
      projected += 1
      cells += derived.count
      let first = derived.differences.prefix(3)
      #expect(derived.differences.isEmpty, "lease \(place), \(projectionCase): \(first)")
    }
    #expect(projected >= 15 && cells > 1000, "\(projected) projections, \(cells) cells")
  }
}
