/// The name under which a thing is recorded: lower-case letters, digits and hyphens.
public struct Identifier<Thing>: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as written.
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

  /// The same in words that a user reads.
  public var description: String { text }

  /// By the text of the name.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The id of a deal.
public typealias DealID = Identifier<Deal>
/// The id of a party.
public typealias PartyID = Identifier<Party>
/// The id of a site.
public typealias SiteID = Identifier<Site>
/// The id of a source, within one deal.
public typealias SourceID = Identifier<Source>
