import Analysis
import FinanceBasics
import LeaseModel

/// Where the printed contract value stands among those that the other figures allow.
public enum HeadlineStanding: String, CaseIterable, Sendable {
  /// Solutions lie on both sides of the printed number, or on it.
  case holds
  /// Every solution is below the printed number, within what its wording leaves open.
  case roundedUp
  /// Every solution is above the printed number, within what its wording leaves open.
  case roundedDown
  /// There is no solution: the headline or a figure beside it is not true.
  case cannotHold
  /// There is no headline, nothing to compare it with, or the search was not decided.
  case unknown
}

/// Asks of a headline whether it was rounded: each half of its interval is reconciled by itself.
///
/// - Parameters:
///   - outcome: The answer to the same question.
///   - progress: As for `reconcile`; a search that is ended leaves the standing unknown.
public func headlineStanding(
  in question: ReconciliationQuestion, answered outcome: ReconciliationOutcome,
  limits: SearchLimits = .standard, progress: @escaping (SearchProgress) -> Bool = { _ in true }
) -> HeadlineStanding {
  guard let headline = outcome.figures.map(\.figure).first(where: { $0.isHeadline }) else {
    return .unknown
  }
  switch outcome.verdict {
  case .undecided, .incomplete, .nothingToReconcile: return .unknown
  case .inconsistent:
    let culprits = outcome.conflict?.sets.flatMap { $0.map(\.figure.path) } ?? []
    return culprits.contains(headline.path) ? .cannotHold : .unknown
  case .consistentAsWritten, .consistentOnlyIf: break
  }
  func canBe(_ half: HeadlineHalf) -> Bool? {
    guard let deal = question.deal.restating(headline, as: half) else { return true }
    let answer = reconcile(
      ReconciliationQuestion(deal, partners: question.partners), limits: limits,
      progress: progress)
    switch answer.verdict {
    case .consistentAsWritten, .consistentOnlyIf: return true
    case .inconsistent: return false
    case .undecided, .incomplete, .nothingToReconcile: return nil
    }
  }
  switch (canBe(.lower), canBe(.upper)) {
  case (true, true): return .holds
  case (true, false): return .roundedUp
  case (false, true): return .roundedDown
  default: return .unknown
  }
}

/// A half of what a printed number leaves open, the number itself included.
private enum HeadlineHalf {
  case lower, upper
}

extension AnnouncedQuantity {
  /// Whether this is the contract value of the deal alone.
  fileprivate var isHeadline: Bool { kind == .contractValue && scope.isEmpty }
}

extension AnalysedDeal {
  /// The deal with half of what a figure leaves open; `nil` where the figure is no printed number.
  fileprivate func restating(_ figure: AnnouncedQuantity, as half: HeadlineHalf) -> AnalysedDeal? {
    guard case .amount(let low, let high, let unit) = figure.range,
      let printed = try? Figure(reading: figure.text, as: .money), !printed.isRange,
      low < printed.point, printed.point < high
    else { return nil }
    let ends = half == .lower ? (low, printed.point) : (printed.point, high)
    let text = "\(ends.0.normalized) to \(ends.1.normalized) \(unit)"
    let fields = deal.fields.map { field in
      guard field.block == figure.block, field.path == figure.path else { return field }
      return DealField(
        block: field.block, path: field.path, text: text, sources: field.sources,
        note: field.note, line: field.line, column: field.column)
    }
    guard let version = try? Deal(fields: fields, sources: deal.sources) else { return nil }
    return restated(as: version)
  }
}
