extension Tenor {
  /// Reads a tenor as tables of rates write it: `1D`, `2W`, `3M` or `10Y`, at most 100 years.
  public init?(marketName text: String) {
    guard let unit = text.utf8.last, let count = digits(text.dropLast()), count > 0 else {
      return nil
    }
    switch unit {
    case UInt8(ascii: "D") where count <= 36_525: self = .days(count)
    case UInt8(ascii: "W") where count <= 5_217: self = .days(count * 7)
    case UInt8(ascii: "M") where count <= Self.maximumMonths: self = .months(count)
    case UInt8(ascii: "Y") where count <= Self.maximumMonths / 12: self = .months(count * 12)
    default: return nil
    }
  }

  /// The tenor as tables of rates write it, in the longest unit that it is whole in: `10Y`, `3M`.
  public var marketName: String {
    switch self {
    case .months(let count):
      count > 0 && count.isMultiple(of: 12) ? "\(count / 12)Y" : "\(count)M"
    case .days(let count):
      count > 0 && count.isMultiple(of: 7) ? "\(count / 7)W" : "\(count)D"
    }
  }

  /// Whether the tenor ends before another from the same day, a month being 365.25 ÷ 12 days.
  public func isShorter(than other: Tenor) -> Bool {
    sixteenthsOfDays < other.sixteenthsOfDays
  }

  /// 365.25 ÷ 12 is 487 ÷ 16.
  private var sixteenthsOfDays: Int {
    switch self {
    case .months(let count): count * 487
    case .days(let count): count * 16
    }
  }
}

/// A count of at most five digits, written with nothing but digits.
private func digits(_ text: Substring) -> Int? {
  guard (1...5).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else {
    return nil
  }
  return Int(text)
}
