import FinanceBasics
import Testing
import Valuation

@Suite("Rate of return")
struct RateOfReturnTests {
  @Test("is Microsoft's XIRR of 0.3733625335")
  func microsoftExample() throws {
    // Source: Excel's help on XIRR; CONVENTIONS §9 carries it to ten digits.
    let found = try internalRateOfReturn(of: PresentValueTests.microsoft)
    #expect(found.status == .unique)
    #expect(found.signChanges == 1)
    #expect(abs(try #require(found.rate) - 0.3733625335) < 5e-11)
  }

  @Test("is a set where the flows change sign twice, and then none of it is the rate")
  func several() throws {
    // Source: CONVENTIONS §9.
    let found = try internalRateOfReturn(ofPeriodic: [-50, -100, 600, 300, -100])
    #expect(found.status == .several)
    #expect(found.signChanges == 2)
    #expect(found.rate == nil)
    #expect(abs(found.roots[0] + 0.7688954707) < 5e-11)
    #expect(abs(found.roots[1] - 1.8544178285) < 5e-11)
  }

  @Test("is none where the value stays on one side of zero")
  func noRoot() throws {
    // 100 x² − 200 x + 101 = 100 (x − 1)² + 1 is at least 1.
    let found = try internalRateOfReturn(ofPeriodic: [101, -200, 100])
    #expect(found.status == .none)
    #expect(found.roots.isEmpty)
    #expect(found.signChanges == 2)
  }

  @Test("does not depend on the scale of the flows", arguments: [1e-9, 1e-3, 1, 1e12, 1e250, -1])
  func scale(_ factor: Double) throws {
    let flows = PresentValueTests.microsoft.map {
      DatedFlow(date: $0.date, amount: $0.amount * factor)
    }
    let rate = try #require(try internalRateOfReturn(of: flows).rate)
    #expect(abs(rate - 0.3733625335) < 5e-11)
  }

  @Test("does not depend on the order of the flows, nor on how a day's amount is split")
  func orderAndSplit() throws {
    let flows = PresentValueTests.microsoft
    let split = flows.flatMap { flow in
      [0.25, 0.75].map { DatedFlow(date: flow.date, amount: flow.amount * $0) }
    }
    let whole = try #require(try internalRateOfReturn(of: flows).rate)
    let shuffled = try #require(try internalRateOfReturn(of: split.reversed()).rate)
    #expect(abs(shuffled - whole) < 1e-15)
  }

  /// Flows whose factors are (1 + r − (1 + rᵢ)): their rates are known before they are valued.
  struct Product: Sendable, CustomTestStringConvertible {
    let rates: [Double]
    let distinct: [Double]
    let tolerance: Double
    var testDescription: String { "\(rates)" }

    init(_ rates: [Double], tolerance: Double) {
      self.rates = rates
      self.tolerance = tolerance
      distinct = Set(rates).sorted()
    }

    /// The product of (x − 1 − rᵢ), highest power of x first, which is the first flow.
    var amounts: [Double] {
      rates.reduce([1.0]) { product, rate in
        zip(product + [0], [0] + product).map { $0 - (1 + rate) * $1 }
      }
    }
  }

  @Test(
    "is each root of a product of factors, once",
    arguments: [
      Product([0.5, 1], tolerance: 1e-12),
      Product([-0.5, 0, 1], tolerance: 1e-12),
      Product([-0.75, -0.5, 0.5, 3, 7], tolerance: 1e-12),
      // Close together, so that values of 16 digits would leave too few of the roots.
      Product([0, 0.125, 0.25, 0.375, 0.5, 0.625], tolerance: 1e-12),
      Product([-0.25, -0.1875, -0.125, -0.0625, 0, 0.0625], tolerance: 1e-12),
      // Factors that are sums of powers of two, so that the coefficients are exact.
      Product([0.25, 0.25], tolerance: 1e-7),
      Product([0, 0], tolerance: 1e-7),
      Product([-0.5, 0.25, 0.25], tolerance: 1e-7),
      Product([0.5, 0.5, 2, 2], tolerance: 1e-7),
      Product([0.25, 0.25, 0.25], tolerance: 1e-7),
      Product([0.5, 0.5, 0.5, 0.5], tolerance: 1e-7),
      Product([0, 0, 0, 0, 0], tolerance: 1e-7),
    ])
  func products(_ example: Product) throws {
    let found = try internalRateOfReturn(ofPeriodic: example.amounts)
    try #require(found.roots.count == example.distinct.count, "\(found.roots)")
    for (root, truth) in zip(found.roots, example.distinct) {
      #expect(abs(root - truth) <= example.tolerance * max(1, abs(truth)))
    }
  }

  @Test("finds two rates a hair apart, and none where they have just vanished")
  func nearlyDouble() throws {
    // (x − 1.5)² − ε² has the roots 1.5 ± ε, and (x − 1.5)² + ε² has none; ε² is a power of two.
    let gap = 0x1p-20
    let apart = try internalRateOfReturn(ofPeriodic: [1, -3, 2.25 - gap * gap])
    #expect(apart.roots.count == 2)
    #expect(abs(apart.roots[1] - apart.roots[0] - 2 * gap) < 1e-9)
    #expect(try internalRateOfReturn(ofPeriodic: [1, -3, 2.25 + gap * gap]).status == .none)
  }

  @Test("brings the value of any flows to zero", arguments: 0..<200 as Range<UInt64>)
  func valueAtRoot(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let first = day("2026-01-01")
    let flows = (0..<Int.random(in: 2...60, using: &random)).map { _ in
      DatedFlow(
        date: first.adding(days: Int.random(in: 0...9_000, using: &random)),
        amount: Double.random(in: -1_000...1_000, using: &random))
    }
    guard let found = try? internalRateOfReturn(of: flows) else { return }
    #expect(found.roots.count <= found.signChanges)
    let start = try #require(flows.map(\.date).min())
    for root in found.roots {
      // Relative to the sum of the flows' absolute present values, the sum that cancels.
      let absolute = flows.map { DatedFlow(date: $0.date, amount: abs($0.amount)) }
      let whole = try presentValue(of: absolute, on: start, rate: root, convention: .actual365)
      let value = try presentValue(of: flows, on: start, rate: root, convention: .actual365)
      // The rate itself is known to one unit in its last place, as is 1 + rate near zero.
      let roundingOfRate = 9_000.0 / 365 * 2.3e-16 * max(1, 1 / (1 + root))
      #expect(abs(value.amount) <= whole.amount * (1e-13 + roundingOfRate))
    }
  }

  @Test("reaches to 64 bits where it is the only one, and says where it cannot")
  func range() throws {
    // −1 and 1.2 a day later: 1.2^365 − 1.
    let flows = [
      DatedFlow(date: day("2027-03-01"), amount: -1),
      DatedFlow(date: day("2027-03-02"), amount: 1.2),
    ]
    let rate = try #require(try internalRateOfReturn(of: flows).rate)
    #expect(abs(rate / (power(1.2, 365) - 1) - 1) < 1e-12)
    #expect(throws: ValuationProblem.rateBeyondRange) {
      try internalRateOfReturn(ofPeriodic: [-1e20, 1])
    }
  }
}
