import Analysis
import LeaseModel
import Reconciliation
import Testing

@Suite("Limits of a search")
struct SearchLimitTests {
  private func question() throws -> ReconciliationQuestion {
    ReconciliationQuestion(try SampleReconciliation.deal("hut8-river-bend", versions: 1))
  }

  @Test("what the limit leaves over is undecided, never inconsistent")
  func limit() throws {
    let limits = SearchLimits(boxesPerCombination: 1, boxes: 3)
    let outcome = reconcile(try question(), limits: limits)
    #expect(outcome.verdict == .undecided)
    #expect(outcome.search.boxes <= 3)
    #expect(!outcome.search.wasStopped)
  }

  @Test("a caller that has enough gets what there is")
  func stop() throws {
    let outcome = reconcile(try question(), progress: { $0.boxes < 512 })
    #expect(outcome.search.wasStopped)
    #expect(outcome.search.boxes == 512)
    #expect(outcome.verdict != .inconsistent)
  }

  @Test("a deal without a term is not guessed at")
  func incomplete() throws {
    let deal = try SampleReconciliation.deal("bitdeer-tydal")
    let outcome = reconcile(ReconciliationQuestion(deal))
    #expect(outcome.verdict == .incomplete)
    #expect(outcome.notes.contains { $0.subject == .missing })
  }
}
