/// A whole number of any size, not negative: the arithmetic that the engine is checked against.
struct BigInteger: Comparable, Hashable, Sendable {
  /// Digits of 32 bits, the lowest first, without zeros at the top.
  private var digits: [UInt32]

  static let one = BigInteger(1)

  init(_ value: UInt64) {
    digits = [UInt32(truncatingIfNeeded: value), UInt32(value >> 32)]
    trim()
  }

  private init(digits: [UInt32]) {
    self.digits = digits
    trim()
  }

  static func + (left: BigInteger, right: BigInteger) -> BigInteger {
    var sum: [UInt32] = []
    var carry: UInt64 = 0
    for place in 0..<max(left.digits.count, right.digits.count) {
      carry += UInt64(left.digit(place)) + UInt64(right.digit(place))
      sum.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    sum.append(UInt32(carry))
    return BigInteger(digits: sum)
  }

  /// - Precondition: The left number is not below the right one.
  static func - (left: BigInteger, right: BigInteger) -> BigInteger {
    precondition(left >= right, "a difference is not negative")
    var difference: [UInt32] = []
    var borrow: Int64 = 0
    for place in 0..<left.digits.count {
      let value = Int64(left.digit(place)) - Int64(right.digit(place)) - borrow
      borrow = value < 0 ? 1 : 0
      difference.append(UInt32(truncatingIfNeeded: value))
    }
    return BigInteger(digits: difference)
  }

  static func * (left: BigInteger, right: BigInteger) -> BigInteger {
    var product = [UInt32](repeating: 0, count: left.digits.count + right.digits.count)
    for (place, digit) in left.digits.enumerated() {
      var carry: UInt64 = 0
      for (other, factor) in right.digits.enumerated() {
        carry += UInt64(digit) * UInt64(factor) + UInt64(product[place + other])
        product[place + other] = UInt32(truncatingIfNeeded: carry)
        carry >>= 32
      }
      product[place + right.digits.count] = UInt32(carry)
    }
    return BigInteger(digits: product)
  }

  func raised(to power: Int) -> BigInteger {
    (0..<power).reduce(.one) { product, _ in product * self }
  }

  static func < (left: BigInteger, right: BigInteger) -> Bool {
    guard left.digits.count == right.digits.count else {
      return left.digits.count < right.digits.count
    }
    for place in left.digits.indices.reversed() where left.digits[place] != right.digits[place] {
      return left.digits[place] < right.digits[place]
    }
    return false
  }

  private func digit(_ place: Int) -> UInt32 { place < digits.count ? digits[place] : 0 }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }
}
