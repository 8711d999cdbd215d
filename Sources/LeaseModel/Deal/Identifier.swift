/// The name under which a thing is recorded: lower-case letters, digits and hyphens.
public struct Identifier<Thing>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  /// The longest name, in characters.
  public static var maximumLength: Int { 80 }

  /// Takes a name that is known to be well formed.
  public init(_ text: String) {
    self.text = text
  }

  /// Reads a name: `nil` unless it is lower-case letters and digits, with single hyphens between.
  public init?(reading text: String) {
    guard text.utf8.count <= Self.maximumLength else { return nil }
    var last = UInt8(ascii: "-")
    for byte in text.utf8 {
      let isHyphen = byte == UInt8(ascii: "-")
      guard (48...57).contains(byte) || (97...122).contains(byte) || isHyphen,
        !isHyphen || last != byte
      else { return nil }
      last = byte
    }
    guard last != UInt8(ascii: "-") else { return nil }
    self.text = text
  }

  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

public typealias DealID = Identifier<Deal>
public typealias PartyID = Identifier<Party>
public typealias SiteID = Identifier<Site>
public typealias SourceID = Identifier<Source>
