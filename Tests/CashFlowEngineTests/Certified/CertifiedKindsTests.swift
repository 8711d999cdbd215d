@testable import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// Leases of every certified kind, posted in 64 bits and from exact flows.
@Suite("Certified kinds of lease")
struct CertifiedKindsTests {
  /// 24 seeds × 3 cases × 20 leases are 1,440 postings of some 1,000 cells each.
  @Test("are cent by cent those of the exact flows", arguments: 0..<24 as Range<UInt64>)
  func generated(seed: UInt64) throws {
    var generator = CertifiedLeaseGenerator(seed: seed)
    var poster = CertifiedPoster()
    var certified = 0
    var projected = 0
    for _ in 0..<20 {
      let lease = generator.lease()
      for projectionCase in ProjectionCase.allCases {
        poster.columns.removeAll()
        let isCertified = poster.post(lease, case: projectionCase)
        guard let exact = try? ExactFlows(lease, case: projectionCase) else {
          #expect(!isCertified, "a lease that has no exact flows is not certified")
          continue
        }
        projected += 1
        guard isCertified else { continue }
        certified += 1
        let projection = Projection(lease: lease, projectionCase: projectionCase, flows: exact)
        expectEqual(poster.columns.cells(ofLease: 0), projection.cells, of: lease)
      }
    }
    // What is left: contract values beside halls with rates of their own, costs under abatement.
    #expect(certified * 10 >= projected * 6, "of \(projected) leases \(certified) were certified")
  }

  private func expectEqual(_ found: [Cell], _ expected: [Cell], of lease: Lease) {
    #expect(found.count == expected.count)
    guard let difference = zip(found, expected).first(where: { $0 != $1 }) else { return }
    Issue.record("\(difference.0) instead of \(difference.1)\n\(lease)")
  }
}
