public import FinanceBasics
public import LeaseModel

/// Why nothing can be explained.
public enum ExplanationProblem: Diagnostic, Hashable {
  case unknownHall(String, deal: DealID, known: [String])
  case unknownSubject(String, nearest: String?)
  case neverCharged(String, deal: DealID)
  case notCharged(String, deal: DealID, month: YearMonth, first: YearMonth, last: YearMonth)
  case costUnknown(DealID)
  case blankMetric(String, deal: DealID)
  case unknownPath(String, deal: DealID, nearest: String?)
  case notAnInput(String, deal: DealID)
  case noChangeTaken(String, text: String)

  /// The stable name of the problem.
  public var code: String {
    switch self {
    case .unknownHall: "explain.unknown-hall"
    case .unknownSubject: "explain.unknown-charge"
    case .neverCharged: "explain.never-charged"
    case .notCharged: "explain.not-charged"
    case .costUnknown: "explain.cost-unknown"
    case .blankMetric: "explain.blank-metric"
    case .unknownPath: "explain.unknown-path"
    case .notAnInput: "explain.not-an-input"
    case .noChangeTaken: "explain.no-change-taken"
    }
  }

  /// One sentence that says what is wrong.
  public var problem: String {
    switch self {
    case .unknownHall(let hall, let deal, _): "\(deal) has no hall '\(hall)'"
    case .unknownSubject(let name, _): "there is no charge or metric '\(name)'"
    case .neverCharged(let charge, let deal): "\(deal) has no \(charge) in this case"
    case .notCharged(let charge, let deal, let month, let first, let last):
      "\(deal) has no \(charge) in \(month): it runs from \(first) to \(last)"
    case .costUnknown(let deal): "the operating cost of \(deal) is not known, so it has no NOI"
    case .blankMetric(let id, let deal): "\(id) is blank for \(deal): what it needs is not known"
    case .unknownPath(let path, let deal, _): "\(deal) has no field '\(path)'"
    case .notAnInput(let path, let deal): "'\(path)' of \(deal) enters no calculation"
    case .noChangeTaken(let path, let text):
      "'\(text)' at \(path) is no figure, length or date that a small change could be taken of"
    }
  }

  /// The deal and the field, where one is at fault.
  public var location: DiagnosticLocation {
    switch self {
    case .unknownHall(_, let deal, _): DiagnosticLocation(field: "\(deal).halls")
    case .unknownPath(let path, let deal, _), .notAnInput(let path, let deal):
      DiagnosticLocation(field: "\(deal).\(path)")
    default: .unknown
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .unknownHall(_, _, let known): "write one of \(known.joined(separator: ", "))"
    case .unknownSubject(_, let nearest?): "write \(nearest), if that is what is meant"
    case .unknownSubject(_, nil):
      "write a charge such as base-rent, or noi, net-cash, present-value or a metric's id"
    case .neverCharged: "see what there is with `leasebook project DEAL`, or take another --case"
    case .notCharged(_, _, _, let first, let last): "write a month from \(first) to \(last)"
    case .costUnknown: "state operatingCosts or assume an operatingMargin"
    case .blankMetric: "see what the deal says with `leasebook show DEAL`"
    case .unknownPath(_, _, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "see the paths with `leasebook show DEAL`"
    case .notAnInput: "name a field that rent, cost, capital or a fund rests on"
    case .noChangeTaken: "say with --to what to change it to"
    }
  }

  /// A name that is not there is missing; all else is in the data.
  public var kind: DiagnosticKind {
    switch self {
    case .unknownHall, .unknownPath: .missingInput
    default: .badData
    }
  }
}
