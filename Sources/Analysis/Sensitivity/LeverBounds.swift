import FinanceBasics
import LeaseModel

/// The least and the greatest number that a lever takes, where its field has such bounds.
struct LeverBounds: Hashable {
  /// `nil` where there is none to speak of.
  let least: ExactDecimal?
  /// `nil` where there is none to speak of.
  let greatest: ExactDecimal?

  private static let hundred = ExactDecimal(100)

  /// Of a field; percentages in points.
  ///
  /// - Parameter pattern: The path without the names of elements.
  init(of pattern: String, _ kind: LeverKind) {
    switch kind {
    case .share: (least, greatest) = (.zero, Self.hundred)
    case .count(let bounds):
      (least, greatest) = (ExactDecimal(bounds.lowerBound), ExactDecimal(bounds.upperBound))
    case .figure([.percentage]):
      least = Self.isCost(pattern) ? .zero : Self.leastPercentage
      greatest = pattern == "operatingMargin" ? Self.hundred : Self.greatestPercentage
    case .figure, .factor: (least, greatest) = (.zero, nil)
    case .time(let isDelay): (least, greatest) = (isDelay ? nil : .zero, nil)
    case .date: (least, greatest) = (nil, nil)
    }
  }

  /// Of a lever.
  init(of lever: Lever) {
    guard case .assumption(let path) = lever.target else {
      self.init(of: lever.name, lever.kind)
      return
    }
    self.init(of: path.catalogPattern, lever.kind)
  }

  /// The least rate that is tried: growth and rates lie above −100 %.
  private static let leastPercentage = ExactDecimal(-99)
  private static let greatestPercentage = ExactDecimal(1000)

  /// Whether the percentage is a cost's or a share of one, which is never negative.
  private static func isCost(_ pattern: String) -> Bool {
    pattern == "capitalContingency" || pattern == "holdover.rent"
      || pattern.hasSuffix("rent.market.share")
  }

  /// The number, or the bound that it is beyond.
  func clamped(_ number: ExactDecimal) -> ExactDecimal {
    if let least, number < least { return least }
    if let greatest, greatest < number { return greatest }
    return number
  }
}
