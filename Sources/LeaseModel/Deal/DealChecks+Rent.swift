import FinanceBasics

extension DealValidation {
  /// Each rent is stated in one way, and on critical IT.
  ///
  /// What stands beside what is decided by the paths that were written, whether or not they read.
  mutating func checkRent(_ deal: DealTerms) {
    let periods = terms.elementPaths(of: "periods").map { "\($0).rent" }
    let escalated = fields.map(\.path.description).filter {
      $0.hasPrefix("rent.escalator") || $0.hasPrefix("periods[") && $0.contains(".escalator")
    }
    for path in ["rent"] + periods {
      checkOneWay(waysOfStatingRent(at: path))
      if !escalated.isEmpty {
        checkOneWay(waysOfEscalating(at: "\(path).escalator", among: escalated))
        checkIndexes(at: "\(path).escalator", among: escalated)
      }
    }
    let inPeriods = periods.flatMap { waysOfStatingRent(at: $0) }
    if let first = waysOfStatingRent(at: "rent").first, let other = inPeriods.first {
      report(DealFault.contradictory([first, other]), at: FieldPath(known: other))
    }
    for rent in [deal.rent] + deal.periods.map(\.rent) {
      if let rate = rent.rate { checkRate(rate) }
      for step in rent.steps { checkRate(step.map(\.rate)) }
    }
    for hall in deal.halls { if let rate = hall.rate { checkRate(rate) } }
    checkOneWay(["prepayment.amount", "prepayment.share"].filter(terms.states))
    checkMargin(deal)
  }

  private mutating func checkMargin(_ deal: DealTerms) {
    if let margin = deal.operatingMargin, ExactDecimal(100) < margin.value.low {
      report(FieldFault.shareOutOfBounds(margin.value.text), at: margin.path)
    }
    guard terms.states("operatingMargin") else { return }
    let keys = ["amount"] + CostTerms.TariffBasis.allCases.map(\.rawValue)
    for list in ["operatingCosts", "power.tariff"] {
      let amounts = terms.elementPaths(of: list).flatMap { path in keys.map { "\(path).\($0)" } }
      guard let cost = amounts.first(where: terms.states) else { continue }
      report(DealFault.contradictory(["operatingMargin", list]), at: FieldPath(known: cost))
    }
  }

  /// The paths of the ways in which a group says how much rent is.
  private func waysOfStatingRent(at path: String) -> [String] {
    let plain = ["\(path).contractValue", "\(path).rate"].filter(terms.states)
    let steps = terms.elementPaths(of: "\(path).steps").isEmpty ? [] : ["\(path).steps"]
    return plain + steps
  }

  /// At most one of the paths says something.
  mutating func checkOneWay(_ paths: [String]) {
    guard paths.count > 1, let last = paths.last else { return }
    report(DealFault.contradictory(paths), at: FieldPath(known: last))
  }

  private func waysOfEscalating(at path: String, among keys: [String]) -> [String] {
    EscalatorTerms.ways.map { "\(path).\($0)" }.filter { way in
      keys.contains { FieldPath(known: $0).isAt(orBelow: FieldPath(known: way)) }
    }
  }

  /// An index needs its name and its lag, and a bound on it the fixed rate.
  private mutating func checkIndexes(at path: String, among keys: [String]) {
    for way in EscalatorTerms.ways.dropFirst(2) {
      let group = FieldPath(known: "\(path).\(way)")
      guard keys.contains(where: { FieldPath(known: $0).isAt(orBelow: group) }) else { continue }
      let pattern = "rent.escalator.\(way)"
      let needed = way == "cpi" ? ["series", "lag"] : ["fixed", "cpi.series", "cpi.lag"]
      for key in needed { checkPresence(of: key, in: group.description, pattern: pattern) }
      let index = way == "cpi" ? group : group.key("cpi")
      checkBounds(from: terms.figure("\(index).floor"), to: terms.figure("\(index).cap"))
    }
  }

  /// - Parameter pattern: Of the group, without the names of elements.
  mutating func checkPresence(of key: String, in group: String, pattern: String) {
    let path = "\(group).\(key)"
    guard !isPresent(path) else { return }
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
    for path in terms.elementPaths(of: "periods") {
      // Behind a period whose years do not read, nobody knows where the next one should begin.
      guard let years = terms.leaseYears("\(path).years") else { return }
      if years.lowerBound != expected {
        let fault = DealFault.periodsNotTiling(
          expected: expected + 1, found: years.lowerBound + 1)
        report(fault, at: FieldPath(known: "\(path).years"))
      }
      expected = years.upperBound
    }
    guard let months = deal.term?.value.months, months > 0,
      let path = terms.elementPaths(of: "periods").last
    else { return }
    let years = (months + 11) / 12
    if expected > years {
      let fault = DealFault.periodsBeyondTerm(last: expected, termYears: years)
      report(fault, at: FieldPath(known: "\(path).years"))
    } else if expected < years {
      let fault = DealFault.periodsShortOfTerm(last: expected, termYears: years)
      report(fault, at: FieldPath(known: "\(path).years"))
    }
  }
}
