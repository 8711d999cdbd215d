/// Where a chain ends: how many entries it has, and the hash of the last one.
///
/// A head written down elsewhere shows later whether the tail of the ledger was cut off.
public struct ChainHead: Hashable, Sendable, CustomStringConvertible {
  /// The number of entries, which is the sequence number of the last.
  public let count: Int
  /// In hexadecimal; of an empty ledger the hash of its making.
  public let hash: String

  /// Takes a head that was read or written down.
  public init(count: Int, hash: String) {
    self.count = count
    self.hash = hash
  }

  /// Such as `12 entries, head 5f0c…`.
  public var description: String { "\(count) \(count == 1 ? "entry" : "entries"), head \(hash)" }
}
