extension PreciseReal {
  /// The significant decimal digits that 128 bits carry.
  public static let significantDigits = 38

  /// The number in plain decimals with all digits that it carries, zeros at the end left out.
  ///
  /// Digits before the point are never left out. The last one or two may be off by the roundings of
  /// the operations that made the number.
  ///
  ///     PreciseReal(1, over: 3).allDigits  // 0.33333333333333333333333333333333333333
  public var allDigits: String { digits(significant: Self.significantDigits) }

  /// The number in plain decimals with so many significant digits, zeros at the end left out.
  ///
  /// - Precondition: From 1 to 38 digits.
  public func digits(significant count: Int) -> String {
    precondition((1...Self.significantDigits).contains(count), "1 to 38 significant digits")
    guard !isZero else { return "0" }
    var (whole, fraction) = decimalDigits(significant: count + 1)
    let zeros = whole.isEmpty ? fraction.prefix { $0 == 0 }.count : 0
    let excess = max(0, whole.count + fraction.count - zeros - count)
    let isUp = excess > 0 && excess <= fraction.count && fraction[fraction.count - excess] >= 5
    if excess > 0 { fraction.removeLast(min(excess, fraction.count)) }
    if isUp { Self.addOne(to: &whole, &fraction) }
    while fraction.last == 0 { fraction.removeLast() }
    let point = fraction.isEmpty ? "" : "."
    let text = (whole.isEmpty ? "0" : Self.text(whole)) + point + Self.text(fraction)
    return isNegative && text != "0" ? "-" + text : text
  }

  private static func text(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// Adds one at the last digit, and carries.
  private static func addOne(to whole: inout [UInt8], _ fraction: inout [UInt8]) {
    for place in fraction.indices.reversed() {
      fraction[place] += 1
      if fraction[place] < 10 { return }
      fraction[place] = 0
    }
    for place in whole.indices.reversed() {
      whole[place] += 1
      if whole[place] < 10 { return }
      whole[place] = 0
    }
    whole.insert(1, at: 0)
  }

  /// The exact digits before the point, none of a number below 1, and some behind it.
  private func decimalDigits(significant count: Int) -> (whole: [UInt8], fraction: [UInt8]) {
    // The bits as limbs of 32, the lowest first, with the point above `places` of them.
    let places = exponent < 0 ? (Int(-exponent) + 31) / 32 : 0
    let shift = exponent < 0 ? places * 32 + Int(exponent) : Int(exponent)
    var limbs = [UInt32](repeating: 0, count: max(places, 0) + 5 + shift / 32)
    let bits = shift % 32
    for place in 0..<5 {
      let low = place * 32 - bits
      let part = low >= 0 ? significand >> UInt128(low) : significand << UInt128(-low)
      limbs[place + shift / 32] = UInt32(truncatingIfNeeded: part)
    }
    var integer = Array(limbs[places...])
    var whole: [UInt8] = []
    while integer.contains(where: { $0 != 0 }) { whole.append(Self.dividedByTen(&integer)) }
    var rest = Array(limbs[..<places])
    var fraction: [UInt8] = []
    var significant = whole.count
    while significant < count, rest.contains(where: { $0 != 0 }) {
      let digit = Self.timesTen(&rest)
      if digit != 0 || significant > 0 { significant += 1 }
      fraction.append(digit)
    }
    return (whole.reversed(), fraction)
  }

  private static func dividedByTen(_ limbs: inout [UInt32]) -> UInt8 {
    var rest: UInt64 = 0
    for place in limbs.indices.reversed() {
      let part = rest << 32 | UInt64(limbs[place])
      limbs[place] = UInt32(part / 10)
      rest = part % 10
    }
    return UInt8(rest)
  }

  private static func timesTen(_ limbs: inout [UInt32]) -> UInt8 {
    var carry: UInt64 = 0
    for place in limbs.indices {
      let part = UInt64(limbs[place]) * 10 + carry
      limbs[place] = UInt32(truncatingIfNeeded: part)
      carry = part >> 32
    }
    return UInt8(carry)
  }
}

extension PreciseReal {
  /// The number that a `Double` is, exactly.
  ///
  /// - Precondition: It is finite.
  public init(exactly number: Double) {
    precondition(number.isFinite, "a finite number")
    guard number != 0 else {
      self = .zero
      return
    }
    // 53 bits of a significand between 1 and 2, with the power of two that they are counted in.
    let bits = UInt128(number.significand * 0x1p52)
    self.init(
      isNegative: number < 0, significand: bits, exponent: Int32(number.exponent) - 52)
  }
}
