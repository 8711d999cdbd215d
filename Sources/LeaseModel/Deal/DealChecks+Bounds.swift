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
        case .terms, .assumptions, .solved: terms[path]
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
    switch figure.unit.dimension {
    case .number, .shares: return nil
    case .power:
      let isToldOf = point <= .zero && isLoad(path)
      return point < Self.leastMegawatts && !isToldOf ? "at least 0.001 MW" : nil
    case .percentage:
      guard isGrowth(path), point <= ExactDecimal(-100) || ExactDecimal(1000) < point else {
        return nil
      }
      return "above -100 % and at most 1,000 %"
    case .money, .moneyPerTime, .moneyPerPowerTime, .moneyPerPower, .moneyPerEnergy:
      if path.hasSuffix("rent.contractValue"), point < Self.leastMoney {
        return "at least \(Self.leastMoney) \(figure.unit.currency?.code ?? "")"
      }
      if isRent(path), point <= .zero { return "above 0" }
      return point < .zero ? "at least 0" : nil
    }
  }

  /// Whether the check of loads already tells of a load of nothing.
  private func isLoad(_ path: String) -> Bool {
    path == "criticalIT" || path.hasPrefix("halls[") && path.hasSuffix("].criticalIT")
  }

  /// A step may be free of rent, a rate may not.
  private func isRent(_ path: String) -> Bool {
    path.hasSuffix("rent.rate") || path == "renewals.rent.fixed"
  }

  private func isGrowth(_ path: String) -> Bool {
    path.contains("rent.escalator.") || path.hasPrefix("operatingCosts[")
  }

  /// Rent is not free for the whole term, and renewals end within a century.
  mutating func checkSpans(_ deal: DealTerms) {
    let share = deal.rent.abatementShare
    check(deal.rent.abatementLength, share: share, within: deal.term)
    for hall in deal.halls {
      check(
        hall.abatementLength, share: hall.abatementShare ?? share, within: hall.term ?? deal.term)
      if hall.abatementLength == nil, hall.term != nil {
        check(deal.rent.abatementLength, share: share, within: hall.term)
      }
    }
    guard let count = deal.renewals?.count, let each = deal.renewals?.each else { return }
    let (whole, limit) =
      switch each.value {
      case .months(let months): (count.value * months, Tenor.maximumMonths)
      case .days(let days): (count.value * days, 36_525)
      }
    if whole > limit {
      report(
        DealFault.renewalsTooLong(count: count.value, each: each.value.description), at: each.path)
    }
  }

  private mutating func check(
    _ abatement: Stated<Tenor>?, share: Stated<Figure>?, within term: Stated<Tenor>?
  ) {
    guard let abatement, let term else { return }
    let start = CalendarDate(dayNumber: 0)
    let (free, end) = (abatement.value.added(to: start), term.value.added(to: start))
    let isAllFree = share.map { ExactDecimal(100) <= $0.value.point } ?? true
    guard free > end || free == end && isAllFree else { return }
    let fault = DealFault.abatementBeyondTerm(
      abatement.value.description, term: term.value.description)
    report(fault, at: abatement.path)
  }
}
