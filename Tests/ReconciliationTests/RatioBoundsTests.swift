import FinanceBasics
import TestSupport
import Testing

@testable import Reconciliation

@Suite("Bounds on ratios")
struct RatioBoundsTests {
  @Test("two figures of one amount meet, or reject each other")
  func oneAmount() {
    var bounds = RatioBounds()
    _ = bounds.bound(.rent, over: .one, Interval(2, 4))
    _ = bounds.bound(.rent, over: .one, Interval(3, 5))
    expectHolds(&bounds)
    #expect(bounds.ratio(.rent, over: .one).lower.isNear(3))
    #expect(bounds.ratio(.rent, over: .one).upper.isNear(4))
    _ = bounds.bound(.rent, over: .one, Interval(4.5, 5))
    expectFails(&bounds)
  }

  @Test("a margin ties income to rent, whichever is known")
  func chain() {
    var bounds = RatioBounds()
    _ = bounds.bound(.income, over: .rent, Interval(0.8, 0.9))
    _ = bounds.bound(.rent, over: .one, Interval(100, 110))
    expectHolds(&bounds)
    // 100 × 0.8 to 110 × 0.9.
    let income = bounds.ratio(.income, over: .one)
    #expect(income.lower.isNear(80) && income.upper.isNear(99))
    // Income of 99 leaves rent of 110 alone; one of 100 leaves none.
    _ = bounds.bound(.income, over: .one, Interval(98, 120))
    expectHolds(&bounds)
    #expect(bounds.ratio(.rent, over: .one).lower.isNear(98 / 0.9))
    _ = bounds.bound(.income, over: .one, Interval(100, 120))
    expectFails(&bounds)
  }

  @Test("amounts that exist are never rejected", arguments: 0..<200 as Range<UInt64>)
  func soundness(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let amounts = RatioBounds.Amount.allCases
    let truth = amounts.map { amount in
      amount == .one ? 1 : Double.random(in: 1e-3...1e9, using: &random)
    }
    var bounds = RatioBounds()
    for _ in 0..<20 {
      let first = Int.random(in: 0..<amounts.count, using: &random)
      let second = Int.random(in: 0..<amounts.count, using: &random)
      let ratio = truth[first] / truth[second]
      let low = ratio * Double.random(in: 0.9...1, using: &random)
      let high = ratio * Double.random(in: 1...1.1, using: &random)
      _ = bounds.bound(amounts[first], over: amounts[second], Interval(low.nextDown, high.nextUp))
    }
    expectHolds(&bounds)
    for first in amounts.indices {
      for second in amounts.indices {
        let ratio = bounds.ratio(amounts[first], over: amounts[second])
        let own = Interval(around: truth[first] / truth[second], relativeError: 1e-12)
        #expect(ratio.intersection(own) != nil)
      }
    }
  }
}

private func expectHolds(_ bounds: inout RatioBounds) {
  let holds = bounds.close()
  #expect(holds)
}

private func expectFails(_ bounds: inout RatioBounds) {
  let holds = bounds.close()
  #expect(!holds)
}

extension Double {
  fileprivate func isNear(_ other: Double) -> Bool { (self - other).magnitude < other * 1e-12 }
}
