@testable import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

/// Posting in 64 bits with a bounded error against posting from exact amounts.
@Suite("Certified postings")
struct CertifiedPostingTests {
  /// 800 leases of one to three halls of 12 to 302 months are more than 100,000 cells.
  @Test("are cent by cent those of the exact flows", arguments: 0..<40 as Range<UInt64>)
  func generated(seed: UInt64) throws {
    var generator = PlainLeaseGenerator(seed: seed)
    var certified = 0
    for _ in 0..<20 {
      let lease = generator.lease()
      if try expectExact(lease) { certified += 1 }
    }
    // Stated rates give true half cents, and some rents are beyond what 64 bits hold.
    #expect(certified >= 12, "of 20 leases \(certified) were certified")
  }

  /// A rent of n + ½ cents a month goes to the even cent, 10⁻¹⁵ of a cent more goes up, less down.
  @Test(
    "round half a cent to the even cent, and what is 10⁻¹⁵ off it to its own side",
    arguments: 0..<200 as Range<UInt64>)
  func nearHalves(seed: UInt64) throws {
    var generator = PlainLeaseGenerator(seed: seed)
    for gap in [-1, 0, 1] as [Int128] {
      let (lease, wholeCents) = generator.leaseNearHalf(gap: gap)
      #expect(try expectExact(lease))
      let isUp = gap == 0 ? wholeCents % 2 == 1 : gap > 0
      #expect(try project(lease).runs.map(\.minorUnits) == [wholeCents + (isUp ? 1 : 0)])
    }
  }

  @Test("of a lease with more than plain rent there are none")
  func notPlain() {
    let hall = hall(megawatts: "1", from: "2027-05-17", months: 180)
    let value = BaseRent.contractValue(number("1000000"))
    let plain = lease(halls: [hall], rent: value, escalator: .fixed(number("0.03")))
    #expect(certifiedPostings(of: plain, case: .base) != nil)
    let index = CPIEscalator(series: series(from: "2020-01", ["100", "101"]), lagMonths: 0)
    let others = [
      lease(halls: [hall], rent: .steps([])),
      lease(halls: [hall], rent: value, escalator: .cpi(index)),
      lease(halls: [hall], rent: value, operatingCosts: .margin(number("0.9"))),
      lease(halls: [hall], rent: .contractValue(.zero)),
    ]
    for other in others { #expect(certifiedPostings(of: other, case: .base) == nil) }
    let renewed = lease(halls: [hall], rent: value, renewals: [RenewalOption(months: 12)])
    #expect(certifiedPostings(of: renewed, case: .base) != nil)
    #expect(certifiedPostings(of: renewed, case: .full) == nil)
  }

  /// 1.99⁴ is above 8, the highest level; 9 × 10¹⁶ cents are near the bound of all totals; a cent is
  /// less than one a month.
  @Test("of levels and amounts beyond 64 bits there are none")
  func beyondBounds() throws {
    let hall = hall(megawatts: "1", from: "2027-05-17", months: 180)
    let steep = lease(
      halls: [hall], rent: .contractValue(number("1000000")), escalator: .fixed(number("0.99")))
    #expect(try !expectExact(steep))
    let large = lease(halls: [hall], rent: .contractValue(number("900000000000000")))
    #expect(try !expectExact(large))
    let small = lease(halls: [hall], rent: .contractValue(number("0.01")))
    #expect(try !expectExact(small))
  }

  /// Compares the projection's cells with the exact flows, row by row.
  ///
  /// - Returns: Whether the lease was certified.
  private func expectExact(_ lease: Lease) throws -> Bool {
    let projection = try project(lease)
    let exact = try ExactFlows(lease, case: .base).runs
    #expect(projection.postings == exact.map(\.posted))
    #expect(exact.allSatisfy { $0.exactMinorUnits.roundedHalfEven() == $0.minorUnits })
    return certifiedPostings(of: lease, case: .base) != nil
  }
}
