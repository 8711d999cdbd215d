import FinanceBasics

extension DealValidation {
  /// Each rent is stated in one way, and on critical IT.
  mutating func checkRent(_ deal: DealTerms) {
    var rents = [("rent", deal.rent)]
    for (path, period) in zip(terms.elementPaths(of: "periods"), deal.periods) {
      rents.append(("\(path).rent", period.rent))
    }
    let escalated = fields.map(\.path.description).filter {
      $0.hasPrefix("rent.escalator") || $0.hasPrefix("periods[") && $0.contains(".escalator")
    }
    for (path, rent) in rents {
      checkOneWay(rent.waysOfStating)
      if !escalated.isEmpty {
        checkOneWay(waysOfEscalating(at: "\(path).escalator", among: escalated))
        checkIndexes(at: "\(path).escalator", among: escalated)
      }
      for rate in [rent.rate].compactMap(\.self) { checkRate(rate) }
      for step in rent.steps { checkRate(step.map(\.rate)) }
    }
    let periodRents = deal.periods.flatMap(\.rent.waysOfStating)
    if let first = deal.rent.waysOfStating.first, let other = periodRents.first {
      report(DealFault.contradictory([first.description, other.description]), at: other)
    }
    for hall in deal.halls { if let rate = hall.rate { checkRate(rate) } }
    checkOneWay([deal.prepayment?.amount?.path, deal.prepayment?.share?.path].compactMap(\.self))
    if let margin = deal.operatingMargin, ExactDecimal(100) < margin.value.low {
      report(FieldFault.shareOutOfBounds(margin.value.text), at: margin.path)
    }
    if deal.operatingMargin != nil, let cost = deal.operatingCosts.first?.amount {
      report(
        DealFault.contradictory(["operatingMargin", "operatingCosts"]), at: cost.path)
    }
  }

  private mutating func checkOneWay(_ paths: [FieldPath]) {
    guard paths.count > 1, let last = paths.last else { return }
    report(DealFault.contradictory(paths.map(\.description)), at: last)
  }

  private func waysOfEscalating(at path: String, among keys: [String]) -> [FieldPath] {
    EscalatorTerms.ways.map { FieldPath(known: "\(path).\($0)") }
      .filter { way in keys.contains { FieldPath(known: $0).isAt(orBelow: way) } }
  }

  /// An index needs its name and its lag, and a bound on it the fixed rate.
  private mutating func checkIndexes(at path: String, among keys: [String]) {
    for way in EscalatorTerms.ways.dropFirst(2) {
      let group = FieldPath(known: "\(path).\(way)")
      guard keys.contains(where: { FieldPath(known: $0).isAt(orBelow: group) }) else { continue }
      let pattern = "rent.escalator.\(way)"
      let needed = way == "cpi" ? ["series", "lag"] : ["fixed", "cpi.series", "cpi.lag"]
      for key in needed { checkPresence(of: key, in: group.description, pattern: pattern) }
    }
  }

  private mutating func checkPresence(of key: String, in group: String, pattern: String) {
    let path = "\(group).\(key)"
    guard !fields.contains(where: { $0.path.description == path }) else { return }
    let example = FieldCatalog.definition("\(pattern).\(key)", in: .terms)?.example ?? ""
    report(DealFault.fieldMissing(path, example: example), at: FieldPath(known: group))
  }

  private mutating func checkRate(_ rate: Stated<Figure>) {
    guard case .moneyPerMegawattYear(_, let kind) = rate.value.unit, kind != .criticalIT else {
      return
    }
    report(DealFault.rateNotOnCriticalIT(rate.value.text), at: rate.path)
  }

  /// The periods begin with lease year 1, follow one another, and end with the term.
  mutating func checkPeriods(_ deal: DealTerms) {
    var expected = 0
    for (path, period) in zip(terms.elementPaths(of: "periods"), deal.periods) {
      if period.leaseYears.lowerBound != expected {
        let fault = DealFault.periodsNotTiling(
          expected: expected + 1, found: period.leaseYears.lowerBound + 1)
        report(fault, at: FieldPath(known: "\(path).years"))
      }
      expected = period.leaseYears.upperBound
    }
    guard let months = deal.term?.value.months, expected > (months + 11) / 12, months > 0,
      let path = terms.elementPaths(of: "periods").last
    else { return }
    let fault = DealFault.periodsBeyondTerm(last: expected, termYears: (months + 11) / 12)
    report(fault, at: FieldPath(known: "\(path).years"))
  }
}
