import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// What stops an analysis.
public enum AnalysisProblem: Diagnostic, Hashable {
  case currenciesMixed([String])
  case nothingToProject([DealID])
  case unknownMetric(String, nearest: String?)
  /// A value that is too large to be an amount.
  case valueBeyondRange

  /// The stable name of the problem.
  public var code: String {
    switch self {
    case .currenciesMixed: "book.currencies-mixed"
    case .nothingToProject: "book.nothing-to-project"
    case .unknownMetric: "metric.unknown"
    case .valueBeyondRange: "valuation.beyond-range"
    }
  }

  /// One sentence that says what is wrong.
  public var problem: String {
    switch self {
    case .currenciesMixed(let codes):
      "the deals are in \(codes.joined(separator: " and ")), and two currencies are never added"
    case .nothingToProject(let deals):
      deals.isEmpty
        ? "no deal in the ledger matches"
        : "none of the deals can be projected: \(deals.map(\.text).joined(separator: ", "))"
    case .unknownMetric(let id, _): "there is no metric '\(id)'"
    case .valueBeyondRange: "the value is too large to be an amount"
    }
  }

  /// Nowhere in a file: the question is at fault.
  public var location: DiagnosticLocation { .unknown }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .currenciesMixed: "name the deals of one currency"
    case .nothingToProject(let deals):
      deals.first.map { "see why with `leasebook show \($0)`, or name other deals" }
        ?? "see the deals with `leasebook list`, and name others"
    case .unknownMetric(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "list the metrics with `leasebook compare --define`"
    case .valueBeyondRange: "give a rate further above -100%, or a narrower spread"
    }
  }
}

/// The one currency of deals; US dollars of none.
func commonCurrency(of deals: [DealCashFlows]) throws(AnalysisProblem) -> Currency {
  let codes = Set(deals.map(\.projection.lease.currency.code)).sorted()
  guard codes.count <= 1 else { throw .currenciesMixed(codes) }
  return deals.first?.projection.lease.currency ?? .usd
}
