import FinanceBasics

extension JSONValue {
  /// Reads what `text` writes; `nil` for what is no JSON, for a number with an exponent, and for
  /// what is nested deeper than 64 levels.
  ///
  /// Source: RFC 8259.
  public init?(reading bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
    self = value
  }
}

/// Reads JSON from bytes, one value after the other.
private struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0

  private static let maximumDepth = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether nothing but white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return offset == bytes.count
    }
  }

  mutating func value(depth: Int) -> JSONValue? {
    guard depth < Self.maximumDepth else { return nil }
    skipSpace()
    guard let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "n"): return takes("null") ? .null : nil
    case UInt8(ascii: "t"): return takes("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return takes("false") ? .bool(false) : nil
    default: return number()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    var members: [JSONValue.Member] = []
    guard takes("{") else { return nil }
    skipSpace()
    if takes("}") { return .object([]) }
    while true {
      skipSpace()
      guard let key = string() else { return nil }
      skipSpace()
      guard takes(":"), let value = value(depth: depth + 1) else { return nil }
      members.append(JSONValue.Member(key, value))
      skipSpace()
      if takes("}") { return .object(members) }
      guard takes(",") else { return nil }
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var elements: [JSONValue] = []
    guard takes("[") else { return nil }
    skipSpace()
    if takes("]") { return .array([]) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
      skipSpace()
      if takes("]") { return .array(elements) }
      guard takes(",") else { return nil }
    }
  }

  private mutating func number() -> JSONValue? {
    let start = offset
    while let byte = next, "+-.0123456789".utf8.contains(byte) { offset += 1 }
    guard start < offset else { return nil }
    return ExactDecimal(String(decoding: bytes[start..<offset], as: UTF8.self))
      .map { .number($0) }
  }

  private mutating func string() -> String? {
    guard takes("\"") else { return nil }
    var text: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escaped() else { return nil }
        text += Array(String(scalar).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What stands behind a backslash; characters beyond 16 bits are never escaped by `text`.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"):
      guard offset + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
      offset += 4
      return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
    default: return nil
    }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while let byte = next, " \n\r\t".utf8.contains(byte) { offset += 1 }
  }

  private mutating func takes(_ word: String) -> Bool {
    guard bytes[offset...].starts(with: word.utf8) else { return false }
    offset += word.utf8.count
    return true
  }
}
