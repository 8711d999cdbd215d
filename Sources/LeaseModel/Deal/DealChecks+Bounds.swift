import FinanceBasics

extension DealValidation {
  /// The first and the last day that any date of a deal may be.
  static let days = CalendarDate(dayNumber: -25_567)...CalendarDate(dayNumber: 120_894)

  /// A watt per kilowatt: what is less is a slip of the scale.
  private static let leastMegawatts = ExactDecimal(digits: 1, fractionDigits: 3)

  /// Half a cent would be stored as none.
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
    let point = figure.point
    switch figure.unit.dimension {
    case .power where point < Self.leastMegawatts && !(isLoad(path) && point <= .zero):
      report(DealFault.valueOutOfBounds(figure.text, bounds: "at least 0.001 MW"), at: field)
    case .money where path.hasSuffix("rent.contractValue") && point < Self.leastMoney:
      report(DealFault.valueOutOfBounds(figure.text, bounds: "at least 0.01"), at: field)
    case .moneyPerTime, .moneyPerPowerTime:
      if point <= .zero, isRent(path) {
        report(DealFault.valueOutOfBounds(figure.text, bounds: "above 0"), at: field)
      } else {
        fallthrough
      }
    case .money, .moneyPerPower, .moneyPerEnergy:
      guard point < .zero else { return }
      report(DealFault.valueOutOfBounds(figure.text, bounds: "at least 0"), at: field)
    case .percentage where isGrowth(path):
      guard point <= ExactDecimal(-100) || ExactDecimal(1000) < point else { return }
      let bounds = "above -100 % and at most 1,000 %"
      report(DealFault.valueOutOfBounds(figure.text, bounds: bounds), at: field)
    default: return
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
      check(hall.abatementLength, share: hall.abatementShare ?? share, within: hall.term ?? deal.term)
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
      report(DealFault.renewalsTooLong(count: count.value, each: each.value.description), at: each.path)
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
