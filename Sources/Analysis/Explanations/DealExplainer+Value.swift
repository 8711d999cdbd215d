import CashFlowEngine
import FinanceBasics
import LeaseModel
public import Valuation

extension DealExplainer {
  /// Present value: the sum over flows of posted amount × discount factor, by year.
  ///
  /// - Throws: A `ValuationProblem` of a rate of −100 % or less.
  public mutating func presentValue(
    _ basis: ValuationBasis
  ) throws(ValuationProblem) -> Explanation {
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
      let isByMonth = basis.convention == .midPeriod
      var factor = isByMonth ? nil : factors[amount.due]
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
    let factor = try Valuation.presentValue(
      of: [flow], on: basis.date, rate: basis.rate, convention: basis.convention
    ).amount
    let days = basis.date.days(until: amount.due)
    let rule =
      basis.convention == .actual365
      ? "(1 + rate)^(−\(days) ÷ 365)"
      : "(1 + rate)^−years, convention \(basis.convention.rawValue)"
    return Node(
      "discount factor of \(amount.due)", .measured(PreciseReal(exactly: factor)),
      quantity: ExplainedInput(
        basis: nil, path: "--rate, --on", text: "\(basis.rate) on \(basis.date)",
        note: "stated with the question"),
      note: "\(rule), \(days) days after \(basis.date)")
  }

  private func remarks(of basis: ValuationBasis) -> [String] {
    [
      "flows before \(basis.date) are past, and left out",
      "factors are binary numbers of 53 bits; all else is exact or has 38 digits",
    ] + flows.projection.warnings.map(\.description)
  }
}
