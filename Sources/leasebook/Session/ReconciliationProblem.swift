import FinanceBasics
import LeaseModel

/// Why an answer of `reconcile` cannot be given or written.
enum ReconciliationProblem: Diagnostic {
  /// Files without a deal, or an empty book.
  case noDeal([String])
  case nothingToWrite(DealID, verdict: String)
  case noSuchFamily(Int, of: Int)
  /// The witness is of the deal as amendments leave it.
  case amended(DealID)

  var code: String {
    switch self {
    case .noDeal: "reconcile.no-deal"
    case .nothingToWrite: "reconcile.nothing-to-write"
    case .noSuchFamily: "reconcile.no-such-family"
    case .amended: "reconcile.amended"
    }
  }

  var problem: String {
    switch self {
    case .noDeal(let files) where files.isEmpty: "the book holds no deal"
    case .noDeal(let files): "there is no deal in \(files.joined(separator: ", "))"
    case .nothingToWrite(let deal, let verdict):
      "no terms were found under which the figures of \(deal) hold (\(verdict)), so that there is "
        + "nothing to write"
    case .noSuchFamily(let number, let count):
      "there is no way \(number): \(count == 1 ? "one way was" : "\(count) ways were") found"
    case .amended(let deal):
      "the answer is of \(deal) as amendments leave it, and not of what its file says"
    }
  }

  var location: DiagnosticLocation { .unknown }

  var remedy: String {
    switch self {
    case .noDeal(let files):
      files.isEmpty ? "record deals, or name a deal file" : "name a file that begins with deal:"
    case .nothingToWrite: "look at the report without --write"
    case .noSuchFamily(_, let count): "write --family with a number from 1 to \(count)"
    case .amended: "name the deal file alone"
    }
  }
}
