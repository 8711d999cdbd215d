/// A figure as it was published: a point, the interval that its wording leaves open, and its unit.
///
/// Source of the intervals: CONVENTIONS §4. "7.0 bn" is 6.95 to 7.05, "about x" is one unit of its
/// last written digit to each side, "over x" reaches to the next written unit, "up to x" starts at
/// 0, a range is a range, and a difference has the difference of the intervals. Ends are included.
public struct Figure: Hashable, Sendable {
  /// The figure as written, with its words and its unit.
  public let text: String
  /// What a calculation uses: the written number; of a range, the middle.
  public let point: ExactDecimal
  /// The lower end of the interval, included.
  public let low: ExactDecimal
  /// The upper end of the interval, included.
  public let high: ExactDecimal
  /// What the numbers count.
  public let unit: MeasureUnit
  /// Whether the source gives a range, so that the point is its middle and was never written.
  public let isRange: Bool

  init(
    text: String, point: ExactDecimal, low: ExactDecimal, high: ExactDecimal, unit: MeasureUnit,
    isRange: Bool
  ) {
    assert(!(high < low), "an interval has its lower end first")
    self.text = text
    self.point = point
    self.low = low
    self.high = high
    self.unit = unit
    self.isRange = isRange
  }

  /// An exact figure that nobody rounded, such as one that a tool solved.
  public init(exactly value: ExactDecimal, _ unit: MeasureUnit) {
    let name = unit.description
    self.init(
      text: name.isEmpty ? value.description : "\(value) \(name)", point: value, low: value,
      high: value, unit: unit, isRange: false)
  }

  /// The point as a fraction of one, of a figure in percent.
  public var fraction: PreciseReal {
    point.real.divided(by: PreciseReal(integer: 100))
  }

  /// The point of an amount of money in minor units, rounded half to even.
  ///
  /// `nil` beyond 10¹⁷ minor units.
  public var minorUnits: Int64? {
    let cents = point.real.times(100).roundedHalfEven()
    return cents.flatMap { $0.magnitude <= Money.maximumMinorUnits.magnitude ? $0 : nil }
  }
}

extension Figure: CustomStringConvertible {
  /// The same in words that a user reads.
  public var description: String { text }
}
