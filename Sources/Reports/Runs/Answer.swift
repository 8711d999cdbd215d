/// What a question to the book is answered with: a report that can be kept.
public protocol Answer: TabularReport {
  /// What the figures follow and rest on, a sentence each, as text prints them below.
  var conventions: [String] { get }
}

extension CashFlowReport: Answer {}
extension CashFlowComparisonReport: Answer {}
extension BridgeReport: Answer {}
extension ValuationReport: Answer {}
extension ValuationComparisonReport: Answer {}
extension SensitivityReport: Answer {}
extension BackstopReport: Answer {}
extension AttributionReport: Answer {}
extension ComparisonReport: Answer {}
