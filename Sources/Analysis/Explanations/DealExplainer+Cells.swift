public import CashFlowEngine
public import FinanceBasics
import LeaseModel

extension DealExplainer {
  /// A charge of a hall and a month, or of all halls with their posted sum.
  ///
  /// - Throws: `ExplanationProblem` of a hall or a month that the charge does not have.
  public mutating func explanation(
    of charge: Charge, in month: YearMonth, hall: String? = nil
  ) throws(ExplanationProblem) -> Explanation {
    try check(hall)
    let amounts = amounts(of: [charge], hall: hall, in: month)
    guard !amounts.isEmpty else { throw missing([charge], charge.rawValue, month, hall: hall) }
    let node = sum(amounts.map(\.node), "\(charge.words), \(month)")
    return explanation(of: [charge], charge.rawValue, node, month, hall)
  }

  /// Net operating income of a month: rent, recoveries and other income less operating cost.
  ///
  /// - Throws: `ExplanationProblem`, also where a cost is not known.
  public mutating func netOperatingIncome(
    in month: YearMonth, hall: String? = nil
  ) throws(ExplanationProblem) -> Explanation {
    guard flows.projection.netOperatingIncome != nil else { throw .costUnknown(deal.id) }
    return try total(of: Charge.allCases.filter(\.isInNOI), "noi", in: month, hall: hall)
  }

  /// All that is received less all that is paid, of a month.
  ///
  /// - Throws: `ExplanationProblem` of a hall or a month without any amount.
  public mutating func netCash(
    in month: YearMonth, hall: String? = nil
  ) throws(ExplanationProblem) -> Explanation {
    try total(of: Charge.allCases, "net-cash", in: month, hall: hall)
  }

  private mutating func total(
    of charges: [Charge], _ subject: String, in month: YearMonth, hall: String?
  ) throws(ExplanationProblem) -> Explanation {
    try check(hall)
    let amounts = amounts(of: charges, hall: hall, in: month)
    guard !amounts.isEmpty else { throw missing(charges, subject, month, hall: hall) }
    let parts = charges.compactMap { charge -> Node? in
      let nodes = amounts.filter { $0.charge == charge }.map(\.node)
      return nodes.isEmpty ? nil : sum(nodes, "\(charge.words), \(month)")
    }
    let node = Node("\(subject), \(month)", unit: money, .sum(parts))
    return explanation(of: charges, subject, node, month, hall)
  }

  private func check(_ hall: String?) throws(ExplanationProblem) {
    guard let hall else { return }
    let known = lease.halls.map(\.name)
    guard known.contains(hall) else {
      throw .unknownHall(hall, deal: deal.id, known: known)
    }
  }

  /// Why there is no amount: never, or in other months.
  private mutating func missing(
    _ charges: [Charge], _ subject: String, _ month: YearMonth, hall: String?
  ) -> ExplanationProblem {
    let months = amounts(of: charges, hall: hall).map(\.month)
    guard let first = months.min(), let last = months.max() else {
      return .neverCharged(subject, deal: deal.id)
    }
    return .notCharged(subject, deal: deal.id, month: month, first: first, last: last)
  }

  private func explanation(
    of charges: [Charge], _ subject: String, _ node: Node, _ month: YearMonth, _ hall: String?
  ) -> Explanation {
    Explanation(
      deal: deal.id, subject: subject, hall: hall, month: month, projectionCase: projectionCase,
      derivation: node, projectedMinorUnits: projected(charges, month, hall),
      remarks: flows.projection.warnings.map(\.description))
  }

  /// What the projection has for some charges of a month, in minor units.
  private func projected(_ charges: [Charge], _ month: YearMonth, _ hall: String?) -> Int64 {
    let wanted = Set(charges)
    var sum: Int64 = 0
    flows.forEachAmount(in: month.days, by: .accrual) { amount in
      let name = flows.projection(ofVersion: amount.version).lease.halls[amount.hall].name
      if wanted.contains(amount.charge), hall == nil || hall == name { sum += amount.minorUnits }
    }
    return sum
  }
}
