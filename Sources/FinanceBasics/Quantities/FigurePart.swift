/// One number of a figure's text, with its scale, its unit and how it joins the number before it.
struct FigurePart {
  enum Joint {
    case first, plus, minus, range
  }

  let joint: Joint
  /// The number in units, its scale word applied.
  let value: ExactDecimal
  /// One unit of the last digit that was written.
  let lastUnit: ExactDecimal
  let unit: String

  /// Half a unit of the last digit that was written.
  var halfUnit: ExactDecimal { (lastUnit * ExactDecimal(digits: 5, fractionDigits: 1)).normalized }
}

extension Figure {
  /// The numbers of a text that was stripped of its words of precision; at least one.
  static func parts(of text: String, in whole: String) throws(QuantityFault) -> [FigurePart] {
    var parts: [FigurePart] = []
    var words = text.split(separator: " ")[...]
    var joint = FigurePart.Joint.first
    repeat {
      let end = words.dropFirst().firstIndex { ["+", "-", "−", "to"].contains($0) }
      let group = words[..<(end ?? words.endIndex)]
      parts.append(try part(of: group.joined(separator: " "), joint, in: whole))
      guard let end else { return parts }
      joint = words[end] == "to" ? .range : words[end] == "+" ? .plus : .minus
      words = words[(end + 1)...]
    } while !words.isEmpty && parts.count < 8
    throw .notANumber(whole)
  }

  /// A number, its scale word and its unit, with or without spaces between.
  private static func part(
    of text: String, _ joint: FigurePart.Joint, in whole: String
  ) throws(QuantityFault) -> FigurePart {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "," || $0 == "." || $0 == "-") }
    let behind = text.dropFirst(digits.count)
    guard !isNumberInAnotherNotation(digits, behind) else { throw .notInPlainDigits(whole) }
    guard let number = ExactDecimal(String(digits)) else {
      let count = digits.count { $0.isNumber }
      if count > ExactDecimal.maximumDigits { throw .outOfBounds(whole, bound: bound) }
      throw .notANumber(whole)
    }
    var rest = behind.drop { $0 == " " }
    var power = 0
    let scales = [
      ("thousand", 3), ("million", 6), ("billion", 9), ("bn", 9), ("k", 3), ("M", 6),
    ]
    for (name, zeros) in scales where rest.hasPrefix(name) {
      let after = rest.dropFirst(name.count)
      guard after.isEmpty || after.first == " " else { continue }
      power = zeros
      rest = after.drop { $0 == " " }
      break
    }
    let unit = ExactDecimal(digits: 1, fractionDigits: number.fractionDigits)
    guard let value = number.scaled(byPowerOfTen: power),
      let lastUnit = unit.scaled(byPowerOfTen: power), isWithinBounds(value, of: number)
    else { throw .outOfBounds(whole, bound: bound) }
    return FigurePart(joint: joint, value: value, lastUnit: lastUnit, unit: String(rest))
  }

  /// What every number of a figure keeps within.
  private static let bound = "18 digits, at most 12 of them after the point"

  /// Whether the product of two such numbers stays within 128 bits, and a sum of a few of them too.
  private static func isWithinBounds(_ value: ExactDecimal, of number: ExactDecimal) -> Bool {
    let largest = powerOfTen(18)
    return number.fractionDigits <= 12 && number.digits.magnitude < largest
      && value.digits.magnitude < largest
  }

  /// Whether digits go on behind the number, as in 1e5, 0x10, 1_000 and 1 000.
  private static func isNumberInAnotherNotation(_ digits: Substring, _ behind: Substring) -> Bool {
    guard !digits.isEmpty else { return false }
    let isDigit: (Character) -> Bool = { $0.isASCII && $0.isNumber }
    let isHexadecimal = digits == "0" && behind.first?.lowercased() == "x"
    return isHexadecimal || behind.prefix { $0 != " " }.contains(where: isDigit)
      || behind.first { $0 != " " }.map(isDigit) == true
  }
}
