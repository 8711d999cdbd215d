import FinanceBasics

extension DealValidation {
  /// From 1900-01-01 to 2300-12-31, both included: any date of a deal is one of them.
  static let days = CalendarDate(dayNumber: -25_567)...CalendarDate(dayNumber: 120_894)

  /// A kilowatt: what is less is a slip of the scale.
  private static let leastMegawatts = ExactDecimal(digits: 1, fractionDigits: 3)

  /// One minor unit: what is less would be stored as none.
  private static let leastMoney = ExactDecimal(digits: 1, fractionDigits: 2)

  /// Every figure and every day lies where a ledger keeps it and an engine can work with it.
  mutating func checkBounds() {
    for (index, field) in fields.enumerated() {
      let path = field.path.description
      let entry =
        switch field.block {
        case .head: head[path]
        case .announcedFigures: announced[path]
        case .terms, .assumptions, .solved, .scenario: terms[path]
        }
      guard let entry, entry.index == index else { continue }
      switch entry.value {
      case .date(let date) where !Self.days.contains(date.first) || !Self.days.contains(date.last):
        report(DealFault.dateOutOfBounds(date.description), at: field)
      case .figure(let figure) where field.block != .announcedFigures:
        checkBounds(of: figure, at: path, field)
      default: continue
      }
    }
  }

  private mutating func checkBounds(of figure: Figure, at path: String, _ field: DealField) {
    guard let bounds = bounds(brokenBy: figure, at: path) else { return }
    report(DealFault.valueOutOfBounds(figure.text, bounds: bounds), at: field)
  }

  /// What a figure should be and is not.
  private func bounds(brokenBy figure: Figure, at path: String) -> String? {
    let point = figure.point
    let pattern = FieldPath(known: path).pattern
    switch figure.unit.dimension {
    case .shares: return nil
    case .number:
      guard pattern.hasSuffix("OfRent"), point <= .zero || ExactDecimal(1000) < point else {
        return nil
      }
      return "above 0 and at most 1,000"
    case .power:
      let isToldOf = point <= .zero && Self.isLoad(pattern) || Self.isRamp(pattern)
      return point < Self.leastMegawatts && !isToldOf ? "at least 0.001 MW" : nil
    case .percentage: return bounds(brokenByPercentage: point, at: pattern)
    case .money, .moneyPerTime, .moneyPerPowerTime, .moneyPerPower, .moneyPerEnergy:
      if pattern.hasSuffix("rent.contractValue"), point < Self.leastMoney {
        return "at least \(Self.leastMoney) \(figure.unit.currency?.code ?? "")"
      }
      if Self.isRent(pattern), point <= .zero { return "above 0" }
      return point < .zero ? "at least 0" : nil
    }
  }

  private func bounds(brokenByPercentage point: ExactDecimal, at pattern: String) -> String? {
    let isTooMuch = ExactDecimal(1000) < point
    if Self.isGrowth(pattern) {
      return point <= ExactDecimal(-100) || isTooMuch ? "above -100 % and at most 1,000 %" : nil
    }
    if Self.sharesAboveZero.contains(where: pattern.hasSuffix) {
      return point <= .zero || isTooMuch ? "above 0 % and at most 1,000 %" : nil
    }
    if pattern == "power.loadFactor" { return point <= .zero ? "above 0 %" : nil }
    let isCost = pattern.hasPrefix("operatingCosts") || pattern.hasPrefix("power.tariff")
    guard isCost || pattern == "capitalContingency" else { return nil }
    return point < .zero || isTooMuch ? "at least 0 % and at most 1,000 %" : nil
  }

  private static let sharesAboveZero = ["holdover.rent", "rent.market.share"]

  /// Whether the check of loads already tells of a load of nothing.
  private static func isLoad(_ pattern: String) -> Bool {
    pattern == "criticalIT" || pattern == "halls[].criticalIT"
  }

  /// Whether it is a step of a ramp, which may be of nothing.
  static func isRamp(_ pattern: String) -> Bool {
    pattern.hasPrefix("halls[].ramp") || pattern.hasPrefix("halls[].takeOrPay")
  }

  /// A step may be free of rent, a rate may not.
  static func isRent(_ pattern: String) -> Bool {
    pattern.hasSuffix("rent.rate") || pattern.hasSuffix("rent.fixed")
  }

  private static let growthKeys = [
    ".growth", "Growth", ".afterLast", "rent.market.floor", "rent.market.cap",
  ]

  private static func isGrowth(_ pattern: String) -> Bool {
    pattern.contains("rent.escalator.") || growthKeys.contains(where: pattern.hasSuffix)
  }

  /// Rent is not free for the whole term.
  mutating func checkSpans(_ deal: DealTerms) {
    check(deal.rent.abatement, within: deal.term)
    for hall in deal.halls {
      let own = hall.abatement
      guard own.length != nil || own.share != nil || !own.covers.isEmpty || hall.term != nil else {
        continue
      }
      check(own.refining(deal.rent.abatement), within: hall.term ?? deal.term)
    }
  }

  private mutating func check(_ abatement: AbatementTerms, within term: Stated<Tenor>?) {
    guard let length = abatement.length, let term, abatement.extendsTerm?.value != true else {
      return
    }
    let start = CalendarDate(dayNumber: 0)
    let (free, end) = (length.value.added(to: start), term.value.added(to: start))
    let isOfRent =
      abatement.covers.isEmpty || abatement.covers.contains { $0.value == .baseRent }
    let isAllFree =
      isOfRent && (abatement.share.map { ExactDecimal(100) <= $0.value.point } ?? true)
    guard free > end || free == end && isAllFree else { return }
    let fault = DealFault.abatementBeyondTerm(
      length.value.description, term: term.value.description)
    report(fault, at: length.path)
  }
}
