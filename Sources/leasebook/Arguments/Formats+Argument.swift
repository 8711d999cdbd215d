public import Analysis
public import ArgumentParser
public import Bookkeeping
public import CashFlowEngine
public import LeaseModel
public import Reports
public import Valuation

extension AmountUnit: ExpressibleByArgument {}
extension ProjectionCase: ExpressibleByArgument {}
extension PresentValueConvention: ExpressibleByArgument {}
extension Compounding: ExpressibleByArgument {}
extension CashFlowDates: ExpressibleByArgument {}
extension ComparisonSubject: ExpressibleByArgument {}
extension OwnershipView: ExpressibleByArgument {}
extension JournalFormat: ExpressibleByArgument {}
extension FileSchema: ExpressibleByArgument {}
extension LineItem: ExpressibleByArgument {
  /// What may be charged by hand; the others are read too, and refused with a reason.
  public static var allValueStrings: [String] {
    allCases.filter(\.isChargedByHand).map(\.rawValue)
  }
}
extension DepositReport.Owner: ExpressibleByArgument {}
extension ContractKind: ExpressibleByArgument {}
extension DealStatus: ExpressibleByArgument {}
extension Source.Tier: ExpressibleByArgument {}
extension SubjectKind: ExpressibleByArgument {}
extension RentRollReport.Grouping: ExpressibleByArgument {}
