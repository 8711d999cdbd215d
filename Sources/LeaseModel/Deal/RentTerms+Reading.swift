import FinanceBasics

extension RentTerms {
  /// - Parameter path: Of the group, such as `rent` or `periods[1].rent`.
  init(reading table: FieldTable, at path: String) {
    self.init()
    contractValue = table.figure("\(path).contractValue")
    rate = table.figure("\(path).rate")
    steps = table.elementPaths(of: "\(path).steps").compactMap { step in
      guard let rate = table.figure("\(step).rate") else { return nil }
      let start =
        table.date("\(step).from").map { RentStep.Start.date($0.value.last) }
        ?? table.count("\(step).year").map { RentStep.Start.leaseYear($0.value) }
      return start.map { start in rate.map { RentStepTerms(start: start, rate: $0) } }
    }
    escalator = EscalatorTerms.reading(table, at: "\(path).escalator")
    escalationClock = Self.escalationClock(from: table, at: "\(path).escalationClock")
    anniversary = table.choice("\(path).anniversary")
    proration = table.choice("\(path).proration")
    abatement = AbatementTerms(reading: table, at: "\(path).abatement")
  }

  private static func escalationClock(
    from table: FieldTable, at path: String
  ) -> Stated<RentRules.EscalationClock>? {
    table.date(path)?.map { .date($0.last) }
      ?? table.text(path)?.map { $0 == "lease" ? .lease : .perHall }
  }

  /// Whether the group says how much rent is, in one of the three ways.
  var statesRent: Bool { contractValue != nil || rate != nil || !steps.isEmpty }
}

extension EscalatorTerms {
  /// The ways in which an escalator may be given, each a key of its group.
  static let ways = ["fixed", "steps", "cpi", "greaterOf", "lesserOf"]

  static func reading(_ table: FieldTable, at path: String) -> Stated<EscalatorTerms>? {
    if let entry = table[path] {
      let terms: EscalatorTerms = entry.text == notDisclosedText ? .annualRateNotDisclosed : .none
      return Stated(terms, basis: entry.basis, path: FieldPath(known: path))
    }
    if let fixed = table.figure("\(path).fixed") { return fixed.map { .fixed($0) } }
    let steps = table.elementPaths(of: "\(path).steps")
    if let first = steps.first, let basis = table[first]?.basis {
      return Stated(
        .steps(steps.compactMap { table.multiplier($0) }), basis: basis,
        path: FieldPath(known: "\(path).steps"))
    }
    if let cpi = CPITerms.reading(table, at: "\(path).cpi") { return cpi.map { .cpi($0) } }
    for way in ["greaterOf", "lesserOf"] {
      guard let fixed = table.figure("\(path).\(way).fixed"),
        let cpi = CPITerms.reading(table, at: "\(path).\(way).cpi")
      else { continue }
      return cpi.map {
        way == "greaterOf"
          ? .greaterOf(fixed: fixed, cpi: $0) : .lesserOf(fixed: fixed, cpi: $0)
      }
    }
    return nil
  }
}

extension CPITerms {
  static func reading(_ table: FieldTable, at path: String) -> Stated<CPITerms>? {
    guard let series = table.text("\(path).series"), let lag = table.length("\(path).lag")
    else { return nil }
    return series.map { _ in
      CPITerms(
        series: series, lagMonths: lag.map { $0.months ?? 0 },
        floor: table.figure("\(path).floor"), cap: table.figure("\(path).cap"),
        catchUp: table.choice("\(path).catchUp"), afterLast: table.figure("\(path).afterLast"))
    }
  }
}

extension PeriodTerms {
  init?(reading table: FieldTable, at path: String) {
    guard let years = table.leaseYears("\(path).years") else { return nil }
    self.init(leaseYears: years)
    tenant = table.identifier("\(path).tenant")
    rent = RentTerms(reading: table, at: "\(path).rent")
    creditSupport = table.elementPaths(of: "\(path).creditSupport").map {
      CreditSupport(reading: table, at: $0)
    }
  }
}
