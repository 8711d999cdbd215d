import CashFlowEngine
import FinanceBasics
import Interchange
import LeaseModel

/// Finds deals that have all their terms, and yet cannot be projected.
struct ProjectionCheck {
  /// The problem of each such deal or amendment, in the order of the batch.
  let problems: [any Diagnostic]

  /// - Parameter batch: Its deals are resolved with the series of its book.
  init(of batch: DealFileBatch) {
    let series = batch.book.indexSeries
    problems = batch.items.compactMap { item -> (any Diagnostic)? in
      switch item {
      case .party, .site, .series, .scenario: nil
      case .deal(let deal, let file): Self.problem(of: deal, in: file.file, series)
      case .amendment(_, let result, let file): Self.problem(of: result, in: file.file, series)
      }
    }
  }

  /// Why a deal that has all its terms cannot be projected; `nil` where it can.
  static func problem(
    of deal: Deal, in file: String, _ series: [String: IndexSeries]
  ) -> (any Diagnostic)? {
    guard let resolved = try? deal.resolvedLease(series: series) else { return nil }
    do throws(ProjectionProblem) {
      _ = try project(resolved.lease, case: .full)
      return nil
    } catch {
      return ProblemInFile(problem: error, file: file)
    }
  }
}

/// A problem with the file that it comes from.
private struct ProblemInFile: Diagnostic {
  let cause: ProjectionProblem
  let file: String

  init(problem: ProjectionProblem, file: String) {
    cause = problem
    self.file = file
  }

  var code: String { cause.code }
  var problem: String { cause.problem }
  var remedy: String { cause.remedy }

  var location: DiagnosticLocation {
    DiagnosticLocation(file: file, field: cause.location.field)
  }
}
