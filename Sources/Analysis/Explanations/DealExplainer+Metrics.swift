import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealExplainer {
  /// A metric of `compare` for this deal alone, gross of ownership.
  ///
  /// - Parameter basis: For metrics that value flows; the day also starts what is left of terms.
  /// - Throws: `metric.unknown`, `explain.blank-metric`, a `ValuationProblem`.
  public mutating func explanation(
    ofMetric id: String, basis: ValuationBasis?
  ) throws -> Explanation {
    let metric = try MetricRegistry.metric(id)
    let measures = try DealMeasures(
      of: flows.analysed, view: .gross, on: basis?.date, basis: basis)
    let value = metric.compute([measures]).value
    guard let value, let node = try node(ofMetric: id, value: value, basis) else {
      throw ExplanationProblem.blankMetric(id, deal: deal.id)
    }
    var projected: Int64?
    if case .amount(let minorUnits) = value { projected = minorUnits }
    return Explanation(
      deal: deal.id, subject: id, hall: nil, month: nil, projectionCase: .base,
      derivation: node, projectedMinorUnits: projected,
      remarks: ["\(metric.name): \(metric.formula); \(metric.period)"])
  }

  private mutating func node(
    ofMetric id: String, value: MetricValue.Value, _ basis: ValuationBasis?
  ) throws -> Node? {
    if case .text(let text) = value { return Node(text, unit: "", megawattsOfDeal.formula) }
    if case .date(let date) = value { return commencement(date, isFirst: id.hasPrefix("first")) }
    switch id {
    case "deals": return Node("deal \(deal.id)", count: 1)
    case "contracted_it_mw": return megawattsOfDeal
    case "stated_contract_value": return statedContractValue
    case "total_contract_value": return baseRent()
    case "noi": return netOperatingIncome()
    case "tenant_concentration_hhi": return concentration
    case "guaranteed_share": return guaranteedShare(value)
    case "pv_noi", "pv_noi_per_mw":
      guard let basis else { return nil }
      let charges = Charge.allCases.filter(\.isInNOI)
      let whole = try presentValue(of: charges, basis, "present value of NOI")
      return id == "pv_noi" ? whole : perMegawatt(whole, "present value of NOI per MW")
    case "walt_years":
      let parts = current { $0.remainingTerms(on: basis?.date) }
      return Node(
        "weighted average lease term", unit: "years",
        .quotient(mapped(parts.megawattYears), mapped(parts.megawatts)))
    default: return ratio(id)
    }
  }

  /// Metrics that are one sum over another.
  private mutating func ratio(_ id: String) -> Node? {
    switch id {
    case "average_annual_noi":
      let years = mapped(current { $0.nominalYears() })
      return posted("average annual NOI", .quotient(netOperatingIncome(), years))
    case "noi_margin": return quotient("NOI margin", netOperatingIncome(), baseRent())
    case "capital_cost_per_mw":
      return perMegawatt(capitalCost(), "capital cost per MW of critical IT")
    case "yield_on_cost":
      return stabilisedIncome().map { quotient("yield on cost", $0, capitalCost()) }
    case "first_year_rate_per_kw_month":
      let months = Node("kW × months of a MW-year", count: 12_000)
      let all = Node("kW-months of a year", unit: "kW-months", .product([allMegawatts(), months]))
      return quotient("first-year rent", firstYearRent(), all, unit: "\(money)/kW-month")
    case "average_rate_per_kw_month":
      return quotient("average rent", baseRent(), kilowattMonths(), unit: "\(money)/kW-month")
    case "first_year_rent_per_mw_year":
      return perMegawatt(firstYearRent(), "first-year rent per MW-year")
    case "average_rent_per_mw_year":
      let years = Node(
        "MW-years", unit: "MW-years",
        .quotient(kilowattMonths(), Node("kW-months of a MW-year", count: 12_000)))
      return posted("average rent per MW-year", .quotient(baseRent(), years))
    default: return nil
    }
  }

  private func quotient(_ label: String, _ first: Node, _ second: Node, unit: String = "") -> Node {
    Node(label, unit: unit, .quotient(first, second))
  }

  private func posted(_ label: String, _ formula: Node.Formula) -> Node {
    Node("\(label), posted", unit: money, .rounded(Node(label, unit: money, formula)))
  }

  private mutating func perMegawatt(_ amount: Node, _ label: String) -> Node {
    posted(label, .quotient(amount, allMegawatts()))
  }

  /// Asks the derivations of the version in force.
  private mutating func current<Answer>(_ ask: (inout LeaseDerivations) -> Answer) -> Answer {
    ask(&versions[versions.count - 1].derivations)
  }

  private mutating func mapped(_ node: Derivation<LeaseQuantity>) -> Node {
    versions[versions.count - 1].mapped(node)
  }

  private mutating func allMegawatts() -> Node { mapped(current { $0.criticalIT }) }
  private mutating func firstYearRent() -> Node { mapped(current { $0.firstYearRent() }) }
  private mutating func kilowattMonths() -> Node { mapped(current { $0.kilowattMonths() }) }

  private mutating func baseRent() -> Node { byYear(amounts(of: [.baseRent]), "base rent") }

  private mutating func capitalCost() -> Node {
    let paid = byYear(amounts(of: [.capitalCost]), "capital cost, paid")
    return Node("capital cost", unit: money, .product([Node("sign", count: -1), paid]))
  }

  private mutating func netOperatingIncome() -> Node {
    let parts = Charge.allCases.filter(\.isInNOI).compactMap { charge -> Node? in
      let amounts = amounts(of: [charge])
      return amounts.isEmpty ? nil : byYear(amounts, charge.words)
    }
    return Node("NOI", unit: money, .sum(parts))
  }

  /// NOI of the first 12 months in which all halls pay full rent; `nil` where there are none.
  private mutating func stabilisedIncome() -> Node? {
    guard let months = flows.projection.stabilisedMonths else { return nil }
    let charges = Charge.allCases.filter(\.isInNOI)
    var parts: [Node] = []
    for charge in charges {
      for hall in lease.halls.indices {
        for month in current({ $0.months(of: charge, hall: hall) }) where months.contains(month) {
          let cells = current { $0.cells(of: charge, hall: hall, in: month) }
          parts += cells.map { mapped($0.derivation) }
        }
      }
    }
    return Node(
      "stabilised NOI, \(months.lowerBound) to \(months.upperBound.adding(months: -1))",
      unit: money, .sum(parts), note: "the first 12 months in which all halls pay full rent")
  }

  /// Critical IT as announced, else of the halls.
  private var megawattsOfDeal: Node {
    guard let stated = deal.terms.criticalIT else {
      return Node("critical IT of all halls", unit: "MW", stated: lease.criticalIT)
    }
    return Node(
      "critical IT", unit: "MW", stated: stated.value.point.normalized, quantity: input(stated.path)
    )
  }

  private var statedContractValue: Node? {
    let values = [deal.terms.rent.contractValue].compactMap { $0 }
    let parts = values.isEmpty ? deal.terms.periods.compactMap(\.rent.contractValue) : values
    let nodes = parts.map { value in
      Node(
        "contract value as announced", unit: money, stated: value.published.point.normalized,
        quantity: versions[versions.count - 1].provenance.published(at: value.path))
    }
    return nodes.isEmpty ? nil : sum(nodes, "contract values of all periods")
  }

  private func input(_ path: FieldPath) -> ExplainedInput? {
    versions[versions.count - 1].provenance.input(at: path)
  }

  /// (Share of critical IT in percent)²: of one deal, of one tenant.
  private var concentration: Node {
    let share = Node("share of the tenant", .quotient(megawattsOfDeal, megawattsOfDeal))
    let percent = Node("in percent", .product([share, Node("percent", count: 100)]))
    return Node("concentration", .power(percent, 2))
  }

  private mutating func guaranteedShare(_ value: MetricValue.Value) -> Node? {
    guard let covered = flows.guaranteedRent else { return nil }
    let amount = ExactDecimal(digits: Int128(covered), fractionDigits: 2)
    let node = Node(
      "base rent that named guarantors cover", unit: money, stated: amount,
      note: "posted base rent on covered days, up to each cap, at most all of it")
    return quotient("guaranteed share", node, baseRent())
  }

  private func commencement(_ date: CalendarDate, isFirst: Bool) -> Node {
    let days = lease.halls.enumerated().map { hall, terms in
      Node(
        "rent commencement of \(terms.name), \(terms.baseTerm.lowerBound)", unit: "day number",
        count: Int(terms.baseTerm.lowerBound.dayNumber),
        quantity: versions[versions.count - 1].provenance.input(of: .commencement(hall: hall)))
    }
    return Node(
      "\(isFirst ? "first" : "last") commencement, \(date)", unit: "day number",
      isFirst ? .least(days) : .greatest(days), note: "days since 1970-01-01")
  }
}

extension Projection {
  /// The first 12 months in which all halls pay full rent; `nil` where there are none.
  fileprivate var stabilisedMonths: Range<YearMonth>? {
    let full = lease.halls.map { hall in
      hall.abatement.map { $0.length.added(to: hall.baseTerm.lowerBound) }
        ?? hall.baseTerm.lowerBound
    }
    guard stabilisedIncome != nil, let start = full.max() else { return nil }
    let first = start.day == 1 ? start.yearMonth : start.yearMonth.adding(months: 1)
    return first..<first.adding(months: 12)
  }
}
