/// Compares a deal's announced figures with its terms, and searches the terms that make all true.
///
/// A box of terms is rejected only where outward-rounded intervals prove that it holds no solution;
/// a family is reported only with a witness that the engine projected.
///
/// - Parameter progress: Called now and then; `false` ends the search with what it has.
public func reconcile(
  _ question: ReconciliationQuestion, limits: SearchLimits = .standard,
  progress: (SearchProgress) -> Bool = { _ in true }
) -> ReconciliationOutcome {
  ReconciliationOutcome(
    deal: question.deal, figures: [], verdict: .incomplete, families: [], conflict: nil,
    whyNotAsWritten: nil, notes: [], search: SearchExtent(boxes: 0, undecided: 0, wasStopped: false)
  )
}
