/// What a question to the book is answered with: a report that can be kept.
public protocol Answer: Sendable {
  /// The report in any format; the style matters for text alone.
  func rendered(as format: OutputFormat, style: TextStyle) -> String

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
