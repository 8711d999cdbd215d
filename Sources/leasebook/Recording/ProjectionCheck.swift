import Analysis
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
      case .amendment(_, let result, let file):
        Self.problem(
          of: result, in: file.file, series, amending: batch.book.versions[result.id] ?? [])
      }
    }
  }

  /// Why a deal that has all its terms cannot be projected; `nil` where it can.
  ///
  /// - Parameter versions: Of the deal, in any order. Rent paid ahead is used against the rents of
  ///   those that are effective before it too.
  static func problem(
    of deal: Deal, in file: String, _ series: [String: IndexSeries], amending versions: [Deal] = []
  ) -> (any Diagnostic)? {
    guard let resolved = try? deal.resolvedLease(series: series) else { return nil }
    do throws(ProjectionProblem) {
      _ = try project(resolved.lease, case: .full)
      return nil
    } catch .prepaymentExceedsRent where !versions.isEmpty {
      return problem(ofAll: versions, and: deal, series).map {
        ProblemInFile(problem: $0, file: file)
      }
    } catch {
      return ProblemInFile(problem: error, file: file)
    }
  }

  /// Why a deal cannot be projected with the versions that are effective before it.
  private static func problem(
    ofAll versions: [Deal], and deal: Deal, _ series: [String: IndexSeries]
  ) -> ProjectionProblem? {
    let before = versions.enumerated().filter { $0.element.effective < deal.effective }
      .sorted { ($0.element.effective, $0.offset) < ($1.element.effective, $1.offset) }
      .map(\.element)
    let analysed = AnalysedDeal(versions: before + [deal], series: series)
    do {
      _ = try DealCashFlows(analysed, case: .full)
      return nil
    } catch {
      return error as? ProjectionProblem
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
