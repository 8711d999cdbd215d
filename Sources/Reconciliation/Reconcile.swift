/// Compares a deal's announced figures with its terms, and searches the terms that make all true.
///
/// A box of terms is rejected only where outward-rounded intervals prove that it holds no solution;
/// a family is reported only with a witness that the engine projected.
///
/// - Parameter progress: Called now and then; `false` ends the search with what it has.
public func reconcile(
  _ question: ReconciliationQuestion, limits: SearchLimits = .standard,
  progress: @escaping (SearchProgress) -> Bool = { _ in true }
) -> ReconciliationOutcome {
  var reconciler = Reconciler(question, clock: SearchClock(limits: limits, progress: progress))
  return reconciler.outcome()
}
