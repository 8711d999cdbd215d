/// How often a regular period begins: every so many whole months, at least one.
public struct Frequency: Hashable, Sendable {
  /// The months from one regular period to the next, at least one.
  public let months: Int

  /// - Precondition: At least one month.
  public init(months: Int) {
    precondition(months >= 1, "a period of at least one month")
    self.months = months
  }

  /// One month.
  public static let monthly = Frequency(months: 1)
  /// Three months.
  public static let quarterly = Frequency(months: 3)
  /// Six months.
  public static let semiannual = Frequency(months: 6)
  /// Twelve months.
  public static let annual = Frequency(months: 12)
}

extension Frequency: CustomStringConvertible, LosslessStringConvertible {
  /// The months as the market writes them, such as `3M`.
  public var description: String { "\(months)M" }

  /// Reads a number from 1 with `M` for months or `Y` for years, and nothing else.
  public init?(_ text: String) {
    guard let unit = text.last, let count = Int(text.dropLast()), (1...1_200).contains(count) else {
      return nil
    }
    switch unit {
    case "M": self.init(months: count)
    case "Y": self.init(months: 12 * count)
    default: return nil
    }
  }
}
