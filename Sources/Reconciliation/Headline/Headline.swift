import Analysis
import FinanceBasics
import LeaseModel

/// The contract value that a deal was announced with, and how far it can be true.
public struct Headline: Sendable {
  /// Of the deal alone, or else of several deals together; `nil` where none was announced.
  public let figure: AnnouncedQuantity?
  /// Where it stands.
  public let standing: HeadlineStanding

  /// Of a deal that was not asked about its headline, or has none.
  public static let notAsked = Headline(figure: nil, standing: .unknown)
}

/// Asks of a headline whether it was rounded: each half of its interval is reconciled by itself.
///
/// - Parameters:
///   - outcome: The answer to the same question.
///   - progress: As for `reconcile`; a search that is ended leaves the standing undecided.
public func headline(
  in question: ReconciliationQuestion, answered outcome: ReconciliationOutcome,
  limits: SearchLimits = .standard, progress: @escaping (SearchProgress) -> Bool = { _ in true }
) -> Headline {
  let values = outcome.figures.map(\.figure).filter { $0.kind == .contractValue }
  guard let figure = values.first(where: \.scope.isEmpty) ?? values.first else {
    return .notAsked
  }
  let standing: HeadlineStanding =
    switch outcome.verdict {
    case .incomplete, .nothingToReconcile: .unknown
    case .undecided: .undecided
    case .inconsistent: outcome.standing(ofCulprit: figure)
    case .restated where outcome.overtaken.contains(figure): .restated
    case .restated, .consistentAsWritten, .consistentOnlyIf:
      standing(of: figure, question, without: outcome.overtaken, limits, progress)
    }
  return Headline(figure: figure, standing: standing)
}

extension ReconciliationOutcome {
  /// Where a headline stands beside figures that exclude each other.
  fileprivate func standing(ofCulprit headline: AnnouncedQuantity) -> HeadlineStanding {
    let sets = (conflict?.sets ?? []).map { $0.map(\.figure) }.filter { $0.contains(headline) }
    guard !sets.isEmpty else { return .undecided }
    return sets.allSatisfy { $0.overtaken.contains(headline) } ? .restated : .cannotHold
  }
}

/// Where a headline stands that can be true: which halves of it can.
private func standing(
  of headline: AnnouncedQuantity, _ question: ReconciliationQuestion,
  without overtaken: [AnnouncedQuantity], _ limits: SearchLimits,
  _ progress: @escaping (SearchProgress) -> Bool
) -> HeadlineStanding {
  guard let rest = question.deal.leavingOut(overtaken) else { return .undecided }
  func canBe(_ half: HeadlineHalf) -> Bool? {
    guard let deal = rest.restating(headline, as: half) else { return true }
    var reconciler = Reconciler(
      ReconciliationQuestion(deal, partners: question.partners),
      clock: SearchClock(limits: limits, progress: progress), isBrief: true)
    switch reconciler.outcome().verdict {
    case .consistentAsWritten, .consistentOnlyIf: return true
    case .inconsistent, .restated: return false
    case .undecided, .incomplete, .nothingToReconcile: return nil
    }
  }
  switch (canBe(.lower), canBe(.upper)) {
  case (true, true): return .holds
  case (true, false): return .roundedUp
  case (false, true): return .roundedDown
  default: return .undecided
  }
}

/// A half of what a printed number leaves open, the number itself included.
private enum HeadlineHalf {
  case lower, upper
}

extension AnalysedDeal {
  /// The deal without some announced figures; `nil` where one of them is a term.
  fileprivate func leavingOut(_ figures: [AnnouncedQuantity]) -> AnalysedDeal? {
    guard !figures.isEmpty else { return self }
    guard figures.allSatisfy({ $0.block == .announcedFigures }) else { return nil }
    let fields = deal.fields.filter { field in
      field.block != .announcedFigures
        || !figures.contains { field.path.isAt(orBelow: $0.path) }
    }
    return (try? Deal(fields: fields, sources: deal.sources)).map { restated(as: $0) }
  }

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
