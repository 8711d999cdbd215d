extension CalendarDate: CustomStringConvertible, LosslessStringConvertible {
  /// The day as ISO 8601 writes it, such as `2027-06-30`.
  public var description: String {
    let parts = components
    guard (0...9_999).contains(parts.year) else {
      return "\(parts.year)-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
    }
    return String(unsafeUninitializedCapacity: Self.length) { text in
      Self.write(parts.year, digits: 4, to: text, at: 0)
      text[4] = Self.hyphen
      Self.write(parts.month, digits: 2, to: text, at: 5)
      text[7] = Self.hyphen
      Self.write(parts.day, digits: 2, to: text, at: 8)
      return Self.length
    }
  }

  /// Reads `YYYY-MM-DD`, all digits present, and nothing else; `nil` for a day that does not exist.
  public init?(_ text: String) {
    var text = text
    let parts = text.withUTF8 { text -> (year: Int, month: Int, day: Int)? in
      guard text.count == Self.length, text[4] == Self.hyphen, text[7] == Self.hyphen,
        let year = Self.number(text[0..<4]), let month = Self.number(text[5..<7]),
        let day = Self.number(text[8..<10])
      else { return nil }
      return (year, month, day)
    }
    guard let parts else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  private static let length = 10
  private static let hyphen = UInt8(ascii: "-")

  /// Writes a number with leading zeros.
  private static func write(
    _ number: Int, digits: Int, to text: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) {
    var rest = number
    for digit in (0..<digits).reversed() {
      text[place + digit] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}

/// The value of exactly `count` ASCII digits, or `nil`.
package func digits(_ text: some StringProtocol, count: Int) -> Int? {
  guard text.utf8.count == count, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
    return nil
  }
  return Int(text)
}

/// A non-negative number with leading zeros up to a width.
package func padded(_ number: Int, to width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
