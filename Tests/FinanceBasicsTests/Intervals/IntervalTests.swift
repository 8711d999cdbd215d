import FinanceBasics
import Testing

@Suite("Intervals")
struct IntervalTests {
  /// A small generator of its own, as this target has no other.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }

    /// A fraction of numbers below 1,000, from −1,000 to 1,000.
    mutating func rational() -> ExactRational {
      let above = Int128(Int.random(in: -1000...1000, using: &self))
      return ExactRational(above, over: Int128(Int.random(in: 1...1000, using: &self)))
        ?? ExactRational(0)
    }

    /// Two numbers in an interval, and the interval.
    mutating func sample() -> (interval: Interval, members: [ExactRational]) {
      let (first, second) = (rational(), rational())
      let isOrdered = second.isLess(than: first) == false
      let (low, high) = isOrdered ? (first, second) : (second, first)
      let interval = low.enclosure.hull(high.enclosure)
      let middle = low.plus(high)?.divided(by: ExactRational(2)) ?? low
      return (interval, [low, middle, high])
    }
  }

  @Test(
    "hold the exact result of every operation on their members", arguments: 0..<40 as Range<UInt64>)
  func containment(_ seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    for _ in 0..<50 {
      let (left, right) = (numbers.sample(), numbers.sample())
      for first in left.members {
        for second in right.members {
          let sum = try #require(first.plus(second))
          #expect((left.interval + right.interval).holds(sum))
          let difference = try #require(first.minus(second))
          #expect((left.interval - right.interval).holds(difference))
          let product = try #require(first.times(second))
          #expect((left.interval * right.interval).holds(product))
          guard right.interval.lower > 0 || right.interval.upper < 0 else { continue }
          let quotient = try #require(first.divided(by: second))
          #expect((left.interval / right.interval).holds(quotient))
        }
      }
    }
  }

  @Test("hold the powers of their members", arguments: 0..<20 as Range<UInt64>)
  func powers(_ seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    // Growth of 0 to 10 % over 5 years: the exact power has few enough digits for 127 bits.
    let digits = Int.random(in: 1000...1100, using: &numbers)
    let growth = try #require(ExactRational(Int128(digits), over: 1000))
    var exact = ExactRational(1)
    for _ in 0..<5 { exact = try #require(exact.times(growth)) }
    #expect(growth.enclosure.raised(to: 5).holds(exact))
  }

  @Test("round a decimal that no double is outward, and keep one that a double is")
  func enclosures() {
    let tenth = Interval(enclosing: ExactDecimal(digits: 1, fractionDigits: 1).real)
    // 0.1 lies between two doubles that are neighbours but for one.
    #expect(tenth.lower < 0.1 && 0.1 < tenth.upper)
    let half = Interval(enclosing: ExactDecimal(digits: 5, fractionDigits: 1).real)
    #expect(half == Interval(0.5))
  }

  @Test("meet in what both hold, or not at all")
  func meeting() {
    #expect(Interval(1, 3).intersection(Interval(2, 5)) == Interval(2, 3))
    #expect(Interval(1, 2).intersection(Interval(2, 5)) == Interval(2, 2))
    #expect(Interval(1, 2).intersection(Interval(3, 5)) == nil)
    #expect(Interval(1, 2).hull(Interval(4, 5)) == Interval(1, 5))
  }

  @Test("may reach to infinity")
  func unbounded() {
    // Nothing times anything is nothing, and a finite number over what has no end is near nothing.
    #expect((Interval.notNegative * .zero).contains(0))
    #expect((Interval(1, 2) / Interval(1, .infinity)).contains(Interval(1e-300, 2)))
    #expect((Interval.notNegative + .one).upper == .infinity)
  }
}

extension ExactRational {
  /// Doubles below and above the fraction.
  fileprivate var enclosure: Interval {
    let quotient = Double(numerator) / Double(denominator)
    return Interval(quotient.nextDown, quotient.nextUp)
  }
}

extension Interval {
  /// Whether an exact fraction lies in it, decided in whole numbers.
  fileprivate func holds(_ number: ExactRational) -> Bool {
    !number.isLess(thanDouble: lower) && !number.isGreater(thanDouble: upper)
  }
}

extension ExactRational {
  private func real() -> PreciseReal {
    PreciseReal(wide: numerator).divided(by: PreciseReal(wide: denominator))
  }

  fileprivate func isLess(thanDouble bound: Double) -> Bool {
    real() < PreciseReal(exactly: bound)
  }

  fileprivate func isGreater(thanDouble bound: Double) -> Bool {
    PreciseReal(exactly: bound) < real()
  }
}
