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
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isWellFormed = parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) }
    }
    guard isWellFormed, text.utf8.count <= Self.maximumLength else { return nil }
    self.text = text
  }

  public var description: String { text }

  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

public typealias DealID = Identifier<Deal>
public typealias PartyID = Identifier<Party>
public typealias SiteID = Identifier<Site>
public typealias SourceID = Identifier<Source>
