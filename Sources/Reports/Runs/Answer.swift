/// What a question to the book is answered with: a report that can be kept.
public protocol Answer: TabularReport {}

extension CashFlowReport: Answer {}
extension CashFlowComparisonReport: Answer {}
extension BridgeReport: Answer {}
extension ValuationReport: Answer {}
extension ValuationComparisonReport: Answer {}
extension SensitivityReport: Answer {}
extension BackstopReport: Answer {}
extension AttributionReport: Answer {}
extension ComparisonReport: Answer {}
