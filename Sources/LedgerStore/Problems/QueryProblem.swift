public import FinanceBasics
public import LeaseModel

/// Why a question about the ledger has no answer.
public enum QueryProblem: Error, Hashable, Sendable {
  case noSuchDeal(DealID, nearest: String?)
  /// An entry beyond the last, or below 1.
  case noSuchEntry(Int, count: Int)
  case noSuchDocument(hash: String)
}

extension QueryProblem: Diagnostic {
  /// A stable name that tests and scripts match on.
  public var code: String {
    switch self {
    case .noSuchDeal: "ledger.no-such-deal"
    case .noSuchEntry: "ledger.no-such-entry"
    case .noSuchDocument: "ledger.no-such-document"
    }
  }

  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .noSuchDeal(let deal, _): "the ledger has no deal \(deal)"
    case .noSuchEntry(let entry, let count):
      "the ledger has no version of a deal as entry \(entry) among its \(count) entries"
    case .noSuchDocument(let hash): "the ledger has no document with the hash \(hash)"
    }
  }

  /// The deal that was asked for, where it was a deal.
  public var location: DiagnosticLocation {
    if case .noSuchDeal(let deal, _) = self {
      DiagnosticLocation(field: deal.text)
    } else {
      .unknown
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .noSuchDeal(_, let nearest):
      nearest.map { "write \($0), or see `leasebook list`" } ?? "see `leasebook list`"
    case .noSuchEntry: "take a number from `leasebook history`"
    case .noSuchDocument: "take a hash from `leasebook history`"
    }
  }

  /// What failed, which decides the exit code.
  public var kind: DiagnosticKind { .missingInput }
}
