public import Analysis
public import ArgumentParser
public import CashFlowEngine
public import LeaseModel
public import Reports
public import Valuation

extension OutputFormat: ExpressibleByArgument {}
extension AmountUnit: ExpressibleByArgument {}
extension ProjectionCase: ExpressibleByArgument {}
extension PresentValueConvention: ExpressibleByArgument {}
extension Compounding: ExpressibleByArgument {}
extension CashFlowDates: ExpressibleByArgument {}
extension ComparisonSubject: ExpressibleByArgument {}
extension OwnershipView: ExpressibleByArgument {}
extension JournalFormat: ExpressibleByArgument {}
extension FileSchema: ExpressibleByArgument {}
extension ContractKind: ExpressibleByArgument {}
extension DealStatus: ExpressibleByArgument {}
extension Source.Tier: ExpressibleByArgument {}
