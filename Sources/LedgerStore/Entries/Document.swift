import Crypto

/// A file as it was read, byte for byte.
public struct Document: Hashable, Sendable {
  /// The name as it was given, for the reader; not a part of what is hashed.
  public let name: String
  /// The whole file.
  public let bytes: [UInt8]
  /// SHA-256 of the bytes in hexadecimal.
  public let hash: String

  /// Hashes the bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    hash = hexadecimal(SHA256.hash(data: bytes))
  }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in bytes {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }
  return String(decoding: text, as: UTF8.self)
}
