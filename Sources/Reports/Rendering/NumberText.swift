import FinanceBasics

/// A number as people read it, in two parts so that it can be aligned on its point.
struct NumberText: Hashable {
  /// The sign, and the digits before the point in groups of three.
  let whole: String
  /// The point and the digits after it; empty for a whole number.
  let fraction: String

  /// Both parts.
  var text: String { whole + fraction }

  /// A decimal rounded half to even at a digit after the point; a rounded zero has no sign.
  init(_ number: ExactDecimal, fractionDigits: Int) {
    let dropped = max(0, number.fractionDigits - fractionDigits)
    let shown = ExactDecimal(
      digits: roundedHalfEven(number.digits, droppingDigits: dropped),
      fractionDigits: number.fractionDigits - dropped)
    let parts = shown.description.split(separator: ".")
    whole = grouped(String(parts[0]))
    let written = parts.count == 2 ? String(parts[1]) : ""
    let padding = String(repeating: "0", count: fractionDigits - written.utf8.count)
    fraction = fractionDigits == 0 ? "" : "." + written + padding
  }
}

/// An integer divided by a power of ten, a half going to the even neighbour.
func roundedHalfEven(_ digits: Int128, droppingDigits count: Int) -> Int128 {
  guard count > 0 else { return digits }
  guard count <= 38 else { return 0 }
  let divisor = powerOfTen(count)
  let (quotient, remainder) = digits.magnitude.quotientAndRemainder(dividingBy: divisor)
  let rest = divisor - remainder
  let isUp = remainder == rest ? quotient & 1 == 1 : remainder > rest
  let magnitude = Int128(quotient + (isUp ? 1 : 0))
  return digits < 0 ? -magnitude : magnitude
}

/// Digits, with a sign or without, in groups of three from the right.
func grouped(_ integer: String) -> String {
  var result: [UInt8] = []
  let isNegative = integer.hasPrefix("-")
  let digits = Array(isNegative ? integer.utf8.dropFirst() : integer.utf8[...])
  if isNegative { result.append(UInt8(ascii: "-")) }
  for (position, digit) in digits.enumerated() {
    if position > 0, (digits.count - position) % 3 == 0 { result.append(UInt8(ascii: ",")) }
    result.append(digit)
  }
  return String(decoding: result, as: UTF8.self)
}
