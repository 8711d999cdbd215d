extension ExactDecimal: CustomStringConvertible, LosslessStringConvertible {
  /// The number as written: plain digits, a point where there is a fraction, no grouping.
  public var description: String {
    let magnitude = String(digits.magnitude)
    let sign = digits < 0 ? "-" : ""
    guard fractionDigits > 0 else { return sign + magnitude }
    let padding = String(repeating: "0", count: max(0, fractionDigits + 1 - magnitude.utf8.count))
    let text = padding + magnitude
    let point = text.index(text.endIndex, offsetBy: -fractionDigits)
    return sign + text[..<point] + "." + text[point...]
  }

  /// Reads `1234.50`, `1,234.50` or `-3`: groups of three, at most 30 digits, nothing else.
  ///
  /// There is no exponent, no leading plus, no bare point, and no name such as `nan` or `inf`.
  public init?(_ text: String) {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = ungrouped(parts[0]) else { return nil }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !fraction.isEmpty else { return nil }
    let all = whole + fraction
    guard all.utf8.count <= Self.maximumDigits, all.utf8.allSatisfy({ (48...57).contains($0) }),
      let magnitude = Int128(all)
    else { return nil }
    self.init(
      digits: isNegative ? -magnitude : magnitude, fractionDigits: fraction.utf8.count)
  }
}

/// The digits before the point, with commas between groups of three taken out; `nil` if misplaced.
private func ungrouped(_ text: Substring) -> String? {
  let groups = text.split(separator: ",", omittingEmptySubsequences: false)
  guard let first = groups.first, !first.isEmpty else { return nil }
  guard groups.count == 1 || first.utf8.count <= 3,
    groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
  else { return nil }
  return groups.joined()
}
