extension MeasureUnit {
  /// Reads a unit as a deal file writes it.
  ///
  /// - Throws: `unit.unknown`, `unit.megawatt-kind-missing`.
  public init(reading text: String) throws(QuantityFault) {
    try self.init(reading: text, asAnyOf: Dimension.allCases)
  }

  /// Reads a unit where only some are meant, so that a misspelt one is told the nearest of those.
  init(reading text: String, asAnyOf expected: [Dimension]) throws(QuantityFault) {
    switch text {
    case "": self = .number
    case "%": self = .percent
    case "MW": self = .megawatts
    case "shares", "share": self = .shares
    default: self = try Self.unitOfMoney(text, asAnyOf: expected)
    }
  }

  private static func unitOfMoney(
    _ text: String, asAnyOf expected: [Dimension]
  ) throws(QuantityFault) -> MeasureUnit {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let currency = Currency(code: String(parts[0])) else {
      throw .unitUnknown(text, nearest: nearest(to: text, in: .usd, asAnyOf: expected))
    }
    guard parts.count == 2 else { return .money(currency) }
    switch parts[1] {
    case "year": return .moneyPerYear(currency)
    case "month": return .moneyPerMonth(currency)
    case "kW-month", "kW-IT-month": return .moneyPerKilowattMonth(currency)
    case "MWh": return .moneyPerMegawattHour(currency)
    case "MW", "MW-year":
      let isYearly = parts[1] == "MW-year" || !expected.contains(.moneyPerPower)
      throw .megawattKindMissing(text, nearest: "\(currency)/MW-IT\(isYearly ? "-year" : "")")
    default: break
    }
    for kind in MegawattKind.allCases {
      if parts[1] == "MW-\(kind.rawValue)" { return .moneyPerMegawatt(currency, kind) }
      if parts[1] == "MW-\(kind.rawValue)-year" { return .moneyPerMegawattYear(currency, kind) }
    }
    throw .unitUnknown(text, nearest: nearest(to: text, in: currency, asAnyOf: expected))
  }

  /// The unit that a misspelt one was most likely meant to be; the only one that there is, if so.
  private static func nearest(
    to text: String, in currency: Currency, asAnyOf expected: [Dimension]
  ) -> String? {
    let names = all(in: currency).filter { expected.contains($0.dimension) }.map(\.description)
    if names.count == 1 { return names[0] }
    return names.first { $0.hasPrefix("\(text)-") } ?? nearestName(to: text, among: names)
  }

  /// Every unit that has a name, those of money in one currency.
  private static func all(in currency: Currency) -> [MeasureUnit] {
    let plain: [MeasureUnit] = [
      .money(currency), .moneyPerYear(currency), .moneyPerMonth(currency),
      .moneyPerKilowattMonth(currency), .moneyPerMegawattHour(currency), .megawatts, .percent,
      .shares,
    ]
    return plain
      + MegawattKind.allCases.flatMap { kind -> [MeasureUnit] in
        [.moneyPerMegawatt(currency, kind), .moneyPerMegawattYear(currency, kind)]
      }
  }
}
