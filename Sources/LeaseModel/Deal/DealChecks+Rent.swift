import FinanceBasics

extension DealValidation {
  /// Each rent is stated in one way, and on critical IT.
  mutating func checkRent(_ deal: DealTerms) {
    var rents = [("rent", deal.rent)]
    for (path, period) in zip(terms.elementPaths(of: "periods"), deal.periods) {
      rents.append(("\(path).rent", period.rent))
    }
    for (path, rent) in rents {
      checkOneWay(rent.waysOfStating)
      checkOneWay(waysOfEscalating(at: "\(path).escalator"))
      checkIndexes(at: "\(path).escalator")
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

  private func waysOfEscalating(at path: String) -> [FieldPath] {
    guard terms.entries.keys.contains(where: { $0.hasPrefix(path) && $0 != path }) else {
      return []
    }
    return EscalatorTerms.ways.map { FieldPath(known: "\(path).\($0)") }
      .filter { terms.holds(below: $0.description) }
  }

  /// An index needs its name and its lag.
  private mutating func checkIndexes(at path: String) {
    let bounded = ["greaterOf", "lesserOf"].map { "\(path).\($0)" }
    guard terms.entries.keys.contains(where: { $0.hasPrefix(path) && $0.hasSuffix(".lag") })
      || terms.entries.keys.contains(where: { $0.hasPrefix("\(path).") && $0.contains("cpi.") })
      || bounded.contains(where: { terms.has("\($0).fixed") })
    else { return }
    for group in bounded where terms.holds(below: group) {
      checkPresence(of: "fixed", in: group, pattern: "rent.escalator.greaterOf")
      checkPresence(of: "cpi.series", in: group, pattern: "rent.escalator.greaterOf")
      checkPresence(of: "cpi.lag", in: group, pattern: "rent.escalator.greaterOf")
    }
    guard terms.holds(below: "\(path).cpi") else { return }
    checkPresence(of: "series", in: "\(path).cpi", pattern: "rent.escalator.cpi")
    checkPresence(of: "lag", in: "\(path).cpi", pattern: "rent.escalator.cpi")
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
