public import FinanceBasics

/// A JSON value whose objects keep their order and whose numbers keep their digits.
///
///     let deal: JSONValue = ["deal": "hut8-river-bend", "amount": .amount(700_00), "past": []]
///     deal.text  // three members, in this order, 700.00 with both digits
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// Written with exactly the digits that it has: 7.00 has two.
  case number(ExactDecimal)
  case string(String)
  case array([JSONValue])
  /// Members in the order of writing; a key stands once.
  case object([Member])

  /// A named value of an object.
  public struct Member: Hashable, Sendable {
    /// The name, once in its object.
    public let key: String
    /// What the name stands for.
    public let value: JSONValue

    /// A member as `"key": value`.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Minor units as currency units with two digits.
  public static func amount(_ minorUnits: Int64) -> JSONValue {
    .number(ExactDecimal(digits: Int128(minorUnits), fractionDigits: 2))
  }

  /// A whole number.
  public static func integer(_ integer: Int) -> JSONValue { .number(ExactDecimal(integer)) }

  /// A computed number to 12 digits after the point; finite, and below 10³⁰.
  public static func number(rounding number: Double) -> JSONValue {
    .number(ExactDecimal(rounding: number))
  }

  /// A string, or `null` where there is none.
  public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  /// The member of an object with that key, or `nil`.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A string.
  public init(stringLiteral text: String) { self = .string(text) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral integer: Int) { self = .integer(integer) }
  /// `null`.
  public init(nilLiteral: ()) { self = .null }
  /// An array in the order written.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object with its members in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
