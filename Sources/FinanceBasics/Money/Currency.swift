/// A currency by its ISO 4217 code, with minor units of a hundredth.
@frozen
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// Three capital letters, such as `USD`.
  public let code: String

  /// The US dollar.
  public static let usd = Currency(known: "USD")

  /// The currencies that a deal file may name; each has a hundred minor units.
  public static let known: [String] = ["USD", "EUR", "GBP", "CAD", "AUD", "NOK", "SEK"]

  private init(known code: String) {
    self.code = code
  }

  /// `nil` for a code that is not among the known ones.
  public init?(code: String) {
    guard Self.known.contains(code) else { return nil }
    self.code = code
  }

  /// The code.
  public var description: String { code }
}
