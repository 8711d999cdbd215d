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
    guard let number = ExactDecimal(String(digits)) else { throw .notANumber(whole) }
    var rest = text.dropFirst(digits.count).drop { $0 == " " }
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
    else { throw .outOfBounds(whole, bound: "17 digits before the point and 12 after it") }
    return FigurePart(joint: joint, value: value, lastUnit: lastUnit, unit: String(rest))
  }

  /// Whether sums of a few such numbers stay far from the end of 128 bits.
  private static func isWithinBounds(_ value: ExactDecimal, of number: ExactDecimal) -> Bool {
    guard number.fractionDigits <= 12, number.digits.magnitude < powerOfTen(29),
      value.digits.magnitude < powerOfTen(29)
    else { return false }
    return value.digits.magnitude <= powerOfTen(17 + value.fractionDigits)
  }
}
