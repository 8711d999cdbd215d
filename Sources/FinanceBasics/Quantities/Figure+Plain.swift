extension Figure {
  /// A figure in its plainest form, such as `7.0 bn USD` or `3 %`, read without taking it apart.
  ///
  /// `nil` for every other form, which the whole grammar then reads, and for every fault.
  static func plain(_ text: String) -> Figure? {
    var digits: Int128 = 0
    var count = 0
    var fractionDigits: Int?
    var index = text.utf8.startIndex
    let end = text.utf8.endIndex
    while index < end {
      let byte = text.utf8[index]
      if (48...57).contains(byte) {
        guard count < 15 else { return nil }
        digits = digits * 10 + Int128(byte - 48)
        count += 1
        if let places = fractionDigits { fractionDigits = places + 1 }
      } else if byte == UInt8(ascii: "."), fractionDigits == nil, count > 0 {
        fractionDigits = 0
      } else {
        break
      }
      text.utf8.formIndex(after: &index)
    }
    guard count > 0, fractionDigits != 0 else { return nil }
    guard index < end else {
      return plain(text, digits: digits, places: fractionDigits ?? 0, power: 0, unit: .number)
    }
    guard text.utf8[index] == UInt8(ascii: " ") else { return nil }
    let rest = text.utf8[text.utf8.index(after: index)...]
    let (power, length) = scale(of: rest)
    guard let unit = MeasureUnit.plain[String(Substring(rest.dropFirst(length)))] else {
      return nil
    }
    return plain(text, digits: digits, places: fractionDigits ?? 0, power: power, unit: unit)
  }

  /// The power of ten of a scale word and a space, and how many bytes they take.
  private static func scale(of rest: Substring.UTF8View) -> (power: Int, length: Int) {
    var bytes = rest.makeIterator()
    switch (bytes.next(), bytes.next(), bytes.next()) {
    case (UInt8(ascii: "b"), UInt8(ascii: "n"), UInt8(ascii: " ")): return (9, 3)
    case (UInt8(ascii: "M"), UInt8(ascii: " "), _): return (6, 2)
    case (UInt8(ascii: "k"), UInt8(ascii: " "), _): return (3, 2)
    default: return (0, 0)
    }
  }

  private static func plain(
    _ text: String, digits: Int128, places: Int, power: Int, unit: MeasureUnit
  ) -> Figure? {
    guard places <= 12,
      let value = ExactDecimal(digits: digits, fractionDigits: places)
        .scaled(byPowerOfTen: power),
      let half = ExactDecimal(digits: 5, fractionDigits: places + 1).scaled(byPowerOfTen: power)
    else { return nil }
    return Figure(
      text: text, point: value, low: value - half, high: value + half, unit: unit, isRange: false)
  }
}

extension MeasureUnit {
  /// The units of every currency by their names; a plain number has none.
  static let plain: [String: MeasureUnit] = {
    var units: [MeasureUnit] = [.megawatts, .percent, .shares]
    for currency in Currency.known.compactMap(Currency.init(code:)) {
      units += [
        .money(currency), .moneyPerYear(currency), .moneyPerMonth(currency),
        .moneyPerKilowattMonth(currency), .moneyPerMegawattHour(currency),
      ]
      units += MegawattKind.allCases.flatMap { kind -> [MeasureUnit] in
        [.moneyPerMegawatt(currency, kind), .moneyPerMegawattYear(currency, kind)]
      }
    }
    return Dictionary(uniqueKeysWithValues: units.map { ($0.description, $0) })
  }()
}
