/// All numbers between two ends, both included; an end may be infinite.
///
/// Each operation rounds its lower end down and its upper end up, so that the result holds every
/// result of the operation on numbers of its operands. What lies outside is thus impossible.
///
///     Interval(1, 2) * Interval(3, 4)  // from a shade below 3 to a shade above 8
@frozen
public struct Interval: Hashable, Sendable {
  /// The lower end, included.
  public let lower: Double
  /// The upper end, included; not below the lower one.
  public let upper: Double

  /// All numbers.
  public static let everything = Interval(-.infinity, .infinity)
  /// All numbers that are not negative.
  public static let notNegative = Interval(0, .infinity)
  /// Zero alone.
  public static let zero = Interval(0, 0)
  /// One alone.
  public static let one = Interval(1, 1)

  /// - Precondition: The ends are numbers, the lower one first.
  @inlinable
  public init(_ lower: Double, _ upper: Double) {
    precondition(lower <= upper, "an interval has its lower end first")
    self.lower = lower
    self.upper = upper
  }

  /// One number, which is exactly what it is.
  @inlinable
  public init(_ number: Double) {
    self.init(number, number)
  }

  /// The narrowest interval between doubles that surely holds a number.
  public init(enclosing number: PreciseReal) {
    let nearest = number.doubleValue
    // A double carries 53 bits of the 128, so that a whole one is exact only by its digits.
    if PreciseReal(exactly: nearest) == number {
      self.init(nearest, nearest)
    } else {
      self.init(nearest.nextDown, nearest.nextUp)
    }
  }

  /// The interval between two decimals, its ends rounded outward.
  ///
  /// - Precondition: The lower one first.
  public init(from lower: ExactDecimal, through upper: ExactDecimal) {
    self.init(
      Interval(enclosing: lower.real).lower, Interval(enclosing: upper.real).upper)
  }

  /// A computed number and all that are off from it by no more than a share of it.
  @inlinable
  public init(around number: Double, relativeError: Double) {
    let error = number.magnitude * relativeError
    self.init((number - error).nextDown, (number + error).nextUp)
  }
}

extension Interval {
  /// The upper end less the lower one, rounded up.
  @inlinable public var width: Double { (upper - lower).nextUp }

  /// A number in the middle; of an interval with an infinite end, the finite one.
  @inlinable
  public var middle: Double {
    guard lower.isFinite else { return upper.isFinite ? upper : 0 }
    guard upper.isFinite else { return lower }
    return min(upper, max(lower, lower / 2 + upper / 2))
  }

  /// Whether a number lies in it.
  @inlinable
  public func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

  /// Whether it holds all of another.
  @inlinable
  public func contains(_ other: Interval) -> Bool { lower <= other.lower && other.upper <= upper }

  /// What lies in both; `nil` where nothing does.
  @inlinable
  public func intersection(_ other: Interval) -> Interval? {
    let (low, high) = (max(lower, other.lower), min(upper, other.upper))
    return low <= high ? Interval(low, high) : nil
  }

  /// The narrowest interval that holds both.
  @inlinable
  public func hull(_ other: Interval) -> Interval {
    Interval(min(lower, other.lower), max(upper, other.upper))
  }

  /// The interval made wider by a number on both sides.
  ///
  /// - Precondition: The number is not negative.
  @inlinable
  public func widened(by margin: Double) -> Interval {
    precondition(margin >= 0, "an interval is widened, not narrowed")
    return margin == 0 ? self : Interval((lower - margin).nextDown, (upper + margin).nextUp)
  }
}
