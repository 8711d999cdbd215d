import CashFlowEngine
import LeaseModel
import Valuation

extension SensitivityQuestion {
  /// The measure of projected flows on a basis; `nil` where it is not defined.
  ///
  /// What is valued is valued as `FlowValuation` does it for a single run; NOI, yield on cost and
  /// contract value are those of the metrics of the same names.
  func value(
    of flows: [DealCashFlows], on basis: ValuationBasis
  ) throws -> MeasuredValue? {
    switch measure {
    case .netOperatingIncome: return netOperatingIncome(of: flows)
    case .contractValue: return .amount(flows.reduce(0) { $0 + $1.total(of: .baseRent) })
    case .yieldOnCost: return flows.yieldOnCost.map { .fraction($0) }
    case .presentValue, .rateOfReturn, .equityMultiple, .payback: break
    }
    let valuation = try FlowValuation(of: flows, case: projectionCase, basis: basis)
    switch measure {
    case .rateOfReturn:
      return (try? valuation.rateOfReturn.get().rate).flatMap { $0 }.map { .fraction($0) }
    case .equityMultiple: return valuation.equityMultiple.map { .multiple($0) }
    case .payback: return valuation.payback.map { .date($0) }
    default: return .amount(valuation.presentValue)
    }
  }

  private func netOperatingIncome(of flows: [DealCashFlows]) -> MeasuredValue? {
    var sum: Int64 = 0
    for flow in flows {
      guard let income = flow.netOperatingIncome else { return nil }
      sum += income
    }
    return .amount(sum)
  }
}
