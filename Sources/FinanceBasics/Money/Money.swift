/// An exact count of minor units in one currency. Received is positive, paid is negative.
@frozen
public struct Money: Hashable, Sendable {
  /// Cents, or the hundredth of another currency.
  public let minorUnits: Int64
  /// The currency of the minor units.
  public let currency: Currency

  /// The greatest magnitude of any total, in minor units.
  public static let maximumMinorUnits: Int64 = 100_000_000_000_000_000

  /// An amount of minor units.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The sum of two amounts of one currency.
  ///
  /// - Precondition: The currencies are equal, and the sum is within 63 bits.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "two currencies are never added")
    return Money(minorUnits: left.minorUnits + right.minorUnits, currency: left.currency)
  }

  /// The amount with the other sign.
  public static prefix func - (amount: Money) -> Money {
    Money(minorUnits: -amount.minorUnits, currency: amount.currency)
  }
}

extension Money: CustomStringConvertible {
  /// The amount and the currency, such as `-1234.50 USD`.
  public var description: String { "\(plainAmount(minorUnits)) \(currency)" }
}

/// Minor units as a plain decimal in currency units with two digits, such as `-1234.50`.
public func plainAmount(_ minorUnits: Int64) -> String {
  let magnitude = minorUnits.magnitude
  return "\(minorUnits < 0 ? "-" : "")\(magnitude / 100).\(padded(Int(magnitude % 100), to: 2))"
}
