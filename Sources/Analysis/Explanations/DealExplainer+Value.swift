import CashFlowEngine
import FinanceBasics
import LeaseModel
import Valuation

extension DealExplainer {
  /// Present value: the sum over flows of posted amount × discount factor, by year.
  ///
  /// - Throws: A `ValuationProblem` of a rate of −100 % or less.
  public mutating func presentValue(
    _ basis: ValuationBasis
  ) throws -> Explanation {
    let node = try presentValue(of: Charge.allCases, basis, "present value")
    let value = try FlowValuation(of: [flows], case: projectionCase, basis: basis)
    return Explanation(
      deal: deal.id, subject: "present-value", hall: nil, month: nil,
      projectionCase: projectionCase, derivation: node,
      projectedMinorUnits: value.presentValue, remarks: remarks(of: basis))
  }

  /// The present value of some charges, as posted.
  mutating func presentValue(
    of charges: [Charge], _ basis: ValuationBasis, _ label: String
  ) throws(ValuationProblem) -> Node {
    var years: [Int: [Node]] = [:]
    var factors: [CalendarDate: Node] = [:]
    for amount in amounts(of: charges) where amount.due >= basis.date {
      // In the middle of its month a flow has the factor of the month, else that of its day.
      var factor = basis.discounting.isByAccrualMonth ? nil : factors[amount.due]
      if factor == nil { factor = try self.factor(of: amount, basis) }
      factors[amount.due] = factor
      years[amount.due.year, default: []].append(
        Node(
          "\(amount.node.label), discounted", unit: money,
          .product([amount.node] + [factor].compactMap { $0 })))
    }
    let parts = years.sorted { $0.key < $1.key }.map { year, flows in
      Node("flows of \(year)", unit: money, .sum(flows))
    }
    return Node(label, unit: money, .rounded(Node("sum of the years", unit: money, .sum(parts))))
  }

  private func factor(
    of amount: Amount, _ basis: ValuationBasis
  ) throws(ValuationProblem) -> Node {
    let flow = DatedFlow(date: amount.due, amount: 1, accrualMonth: amount.month)
    let factor = try basis.discounting.factor(of: flow, on: basis.date)
    let days = basis.date.days(until: amount.due)
    return Node(
      "discount factor of \(amount.due)", .measured(PreciseReal(exactly: factor)),
      quantity: ExplainedInput(
        basis: nil, path: basis.discounting.options, text: basis.discounting.stated(on: basis.date),
        note: "stated with the question"),
      note: "\(basis.discounting.rule(days: days)), \(days) days after \(basis.date)")
  }

  private func remarks(of basis: ValuationBasis) -> [String] {
    [
      "flows before \(basis.date) are past, and left out",
      "factors are binary numbers of 53 bits; all else is exact or has 38 digits",
    ] + flows.projection.warnings.map(\.description)
  }
}

extension Discounting {
  /// The options of the command that state it.
  fileprivate var options: String {
    switch self {
    case .annual, .nominal: "--rate, --on"
    case .curve: "--curve, --spread, --on"
    }
  }

  fileprivate func stated(on date: CalendarDate) -> String {
    switch self {
    case .annual(let rate, _), .nominal(let rate, _, _): "\(rate) on \(date)"
    case .curve(let curve, let spread): "\(curve.series) + \(spread) on \(date)"
    }
  }

  /// How the factor of a flow some days away is found.
  fileprivate func rule(days: Int) -> String {
    switch self {
    case .annual(_, .actual365): "(1 + rate)^(−\(days) ÷ 365)"
    case .annual(_, let convention): "(1 + rate)^−years, convention \(convention.rawValue)"
    case .nominal(_, let compounding, let dayCount):
      "compounded \(compounding.rawValue), years by \(dayCount.rawValue)"
    case .curve(let curve, _): "curve \(curve.series) of \(curve.date) plus the spread"
    }
  }
}
