extension Figure {
  /// Reads a figure such as `7.0 bn USD`, `about 9.5 bn USD`, `80 % to 85 %` or `6.7 bn - 3.7 bn USD`.
  ///
  /// The scale words are k, M and bn (thousand, million, billion are taken too). In a range or a
  /// difference the unit stands at the end; it may stand after the first number too.
  ///
  /// - Parameter expected: What the field measures; another unit is a fault.
  /// - Throws: Every code of `QuantityFault`.
  public init(reading text: String, as expected: Dimension) throws(QuantityFault) {
    try self.init(reading: text, asAnyOf: [expected])
  }

  /// Reads a figure of a field that takes more than one measure, such as a rate of rent.
  ///
  /// - Parameter expected: At least one; the unit that was written decides.
  /// - Throws: Every code of `QuantityFault`.
  public init(reading text: String, asAnyOf expected: [Dimension]) throws(QuantityFault) {
    if let plain = Self.plain(text), expected.contains(plain.unit.dimension) {
      self = plain
      try checkBounds()
      return
    }
    let written = text.split(separator: " ").joined(separator: " ")
    let (word, rest) = Self.qualifier(of: written)
    let parts = try Self.parts(of: rest, in: text)
    let unit = try Self.unit(of: parts, in: text, asAnyOf: expected)
    if parts.contains(where: { $0.joint == .range }) {
      guard word == nil, parts.count == 2 else { throw .rangeInSum(text) }
      self = try Self.range(parts[0], parts[1], text: written, unit: unit)
    } else if parts.count > 1 {
      guard word == nil || word == .about else { throw .rangeInSum(text) }
      self = Self.sum(parts, text: written, unit: unit, isApproximate: word == .about)
    } else {
      self = Self.single(parts[0], word, text: written, unit: unit)
    }
    try checkBounds()
  }

  private enum Qualifier: String, CaseIterable {
    case about = "about "
    case over = "over "
    case moreThan = "more than "
    case atLeast = "at least "
    case upTo = "up to "
  }

  private static func qualifier(of text: String) -> (Qualifier?, String) {
    for word in Qualifier.allCases where text.hasPrefix(word.rawValue) {
      return (word, String(text.dropFirst(word.rawValue.count)))
    }
    return (nil, text)
  }

  /// The unit that the parts agree on.
  private static func unit(
    of parts: [FigurePart], in text: String, asAnyOf expected: [Dimension]
  ) throws(QuantityFault) -> MeasureUnit {
    let named = parts.map(\.unit).filter { !$0.isEmpty }
    guard let last = named.last else {
      if expected.contains(.number) { return .number }
      throw .unitMissing(text, expected: expected)
    }
    let unit = try MeasureUnit(reading: last, asAnyOf: expected)
    guard expected.contains(unit.dimension), named.allSatisfy({ $0 == last }) else {
      throw .unitWrong(text, expected: expected)
    }
    return unit
  }

  private static func single(
    _ part: FigurePart, _ word: Qualifier?, text: String, unit: MeasureUnit
  ) -> Figure {
    let value = part.value
    let (low, high): (ExactDecimal, ExactDecimal) =
      switch word {
      case nil: (value - part.halfUnit, value + part.halfUnit)
      case .about: (value - part.lastUnit, value + part.lastUnit)
      case .over, .moreThan, .atLeast: (value, value + part.lastUnit)
      case .upTo: (min(.zero, value), max(.zero, value))
      }
    return Figure(text: text, point: value, low: low, high: high, unit: unit, isRange: false)
  }

  private static func range(
    _ first: FigurePart, _ second: FigurePart, text: String, unit: MeasureUnit
  ) throws(QuantityFault) -> Figure {
    let (low, high) = (first.value, second.value)
    guard !(high < low) else { throw .rangeReversed(text) }
    let half = ExactDecimal(digits: 5, fractionDigits: 1)
    return Figure(
      text: text, point: ((low + high) * half).normalized, low: low, high: high, unit: unit,
      isRange: true)
  }

  private static func sum(
    _ parts: [FigurePart], text: String, unit: MeasureUnit, isApproximate: Bool
  ) -> Figure {
    var point = ExactDecimal.zero
    var width = ExactDecimal.zero
    for part in parts {
      point = part.joint == .minus ? point - part.value : point + part.value
      width = width + (isApproximate ? part.lastUnit : part.halfUnit)
    }
    return Figure(
      text: text, point: point, low: point - width, high: point + width, unit: unit, isRange: false)
  }

  private func checkBounds() throws(QuantityFault) {
    let megawatts = ExactDecimal(100_000)
    let money = ExactDecimal(1_000_000_000_000_000)
    if unit == .megawatts, megawatts < point || point < .zero {
      throw .outOfBounds(text, bound: "0 to 100,000 MW")
    }
    if unit.currency != nil, money < max(point, .zero - point) {
      throw .outOfBounds(text, bound: "1,000,000,000,000,000 in currency units")
    }
    if unit == .percent, ExactDecimal(100_000) < max(point, .zero - point) {
      throw .outOfBounds(text, bound: "100,000 %")
    }
    let count = ExactDecimal(1_000_000_000_000)
    if unit == .number || unit == .shares, count < max(point, .zero - point) {
      throw .outOfBounds(text, bound: "1,000,000,000,000")
    }
    // A sum of numbers of very different sizes can have more digits than each of them.
    guard point.normalized.digits.magnitude < powerOfTen(19) else {
      throw .outOfBounds(text, bound: "18 digits together")
    }
  }
}
