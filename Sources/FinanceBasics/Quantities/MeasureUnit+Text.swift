extension MeasureUnit {
  /// Reads a unit as a deal file writes it.
  ///
  /// - Throws: `unit.unknown`, `unit.megawatt-kind-missing`.
  public init(reading text: String) throws(QuantityFault) {
    switch text {
    case "": self = .number
    case "%": self = .percent
    case "MW": self = .megawatts
    case "shares", "share": self = .shares
    default: self = try Self.unitOfMoney(text)
    }
  }

  private static func unitOfMoney(_ text: String) throws(QuantityFault) -> MeasureUnit {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let currency = Currency(code: String(parts[0])) else {
      throw .unitUnknown(text, nearest: nearestName(to: text, among: allNames))
    }
    guard parts.count == 2 else { return .money(currency) }
    switch parts[1] {
    case "year": return .moneyPerYear(currency)
    case "month": return .moneyPerMonth(currency)
    case "kW-month", "kW-IT-month": return .moneyPerKilowattMonth(currency)
    case "MWh": return .moneyPerMegawattHour(currency)
    case "MW", "MW-year": throw .megawattKindMissing(text)
    default: break
    }
    for kind in MegawattKind.allCases {
      if parts[1] == "MW-\(kind.rawValue)" { return .moneyPerMegawatt(currency, kind) }
      if parts[1] == "MW-\(kind.rawValue)-year" { return .moneyPerMegawattYear(currency, kind) }
    }
    throw .unitUnknown(text, nearest: nearestName(to: text, among: allNames))
  }

  /// The names of the units in US dollars, for the nearest to a misspelt one.
  private static var allNames: [String] {
    let plain: [MeasureUnit] = [
      .money(.usd), .moneyPerYear(.usd), .moneyPerMonth(.usd), .moneyPerKilowattMonth(.usd),
      .moneyPerMegawattHour(.usd), .megawatts, .percent, .shares,
    ]
    let perMegawatt = MegawattKind.allCases.flatMap { kind -> [MeasureUnit] in
      [.moneyPerMegawatt(.usd, kind), .moneyPerMegawattYear(.usd, kind)]
    }
    return (plain + perMegawatt).map(\.description)
  }
}
