import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation
import Testing

/// Figures of different days: 100 MW, ten years at level rent from 1 January 2027, one hall.
@Suite("Restated figures")
struct RestatedFigureTests {
  private static let terms = [
    ("landlord", "landlord"), ("contract.kind", "lease"), ("criticalIT", "100 MW"),
    ("term", "10 years"), ("termClock", "per hall"), ("delivery.first", "2027-01-01"),
    ("delivery.last", "2027-01-01"), ("rent.escalator", "none"),
  ]
  /// 1.195 to 1.205 bn: 119.5 to 120.5 M a year.
  private static let value = ("contractValue", "1.20 bn USD")
  /// At least 139.5 M a year: 1.395 bn.
  private static let average = ("averageAnnualRevenue", "140 M USD")

  private func question(_ versions: [(day: String, figures: [(String, String)])]) throws
    -> ReconciliationQuestion
  {
    ReconciliationQuestion(
      AnalysedDeal(
        versions: try versions.map { version in
          try AnnouncedDeal.deal(Self.terms, announced: version.figures, on: version.day)
        }))
  }

  @Test("a later figure that excludes an earlier one overtakes it, and the rest is reconciled")
  func overtaken() throws {
    let question = try question([
      ("2025-03-01", [Self.value]), ("2026-05-01", [Self.value, Self.average]),
    ])
    let outcome = reconcile(question)
    #expect(outcome.verdict == .restated)
    #expect(outcome.overtaken.map(\.kind) == [.contractValue])
    #expect(outcome.figures.map(\.figure.announced.description).sorted().last == "2026-05-01")
    let sets = outcome.conflict?.sets.map { $0.map(\.figure.kind) }
    #expect(sets == [[.contractValue, .averageAnnualRevenue]])
    // 139.5 to 140.5 M over 12 months and 99.5 to 100.5 MW.
    let rent = try #require(outcome.families.first).rentPerKilowattMonth.range
    guard case .amount(let low, let high, _) = rent else { return }
    let (least, most) = (139_500.0 / 12 / 100.5, 140_500.0 / 12 / 99.5)
    #expect(low.doubleValue <= least && low.doubleValue > least - 0.1)
    #expect(high.doubleValue >= most && high.doubleValue < most + 0.1)
    #expect(headline(in: question, answered: outcome).standing == .restated)
  }

  @Test("figures of one day that exclude each other are not restated")
  func sameDay() throws {
    let question = try question([("2025-03-01", [Self.value, Self.average])])
    let outcome = reconcile(question)
    #expect(outcome.verdict == .inconsistent)
    #expect(outcome.overtaken.isEmpty)
    #expect(headline(in: question, answered: outcome).standing == .cannotHold)
  }

  @Test("a figure that a later version repeats is as old as it was")
  func repeated() throws {
    let question = try question([
      ("2025-03-01", [Self.value]), ("2025-09-01", [Self.value]),
      ("2026-05-01", [("contractValue", "1.40 bn USD")]),
    ])
    let day = { (count: Int) throws -> String? in
      let versions = Array(
        try [("2025-03-01", Self.value), ("2025-09-01", Self.value)].prefix(count).map {
          try AnnouncedDeal.deal(Self.terms, announced: [$0.1], on: $0.0)
        })
      let outcome = reconcile(ReconciliationQuestion(AnalysedDeal(versions: versions)))
      return outcome.figures.first { $0.figure.kind == .contractValue }?.figure.announced
        .description
    }
    #expect(try day(2) == "2025-03-01")
    let restated = reconcile(question).figures.first { $0.figure.kind == .contractValue }
    #expect(restated?.figure.announced.description == "2026-05-01")
  }

  /// The three phases of Helios: about 15 bn of August 2025, over 1.2 bn a year of August 2026.
  /// Fifteen years at 1.2 bn are 18 bn, and 15 bn is at most 16.
  @Test("the value of the Helios campus was overtaken by its restated revenue")
  func helios() throws {
    let deal = try SampleReconciliation.deal("galaxy-helios-3")
    let others = try ["galaxy-helios-1", "galaxy-helios-2"].map {
      try SampleReconciliation.deal($0)
    }
    let question = ReconciliationQuestion(deal, partners: others)
    let outcome = reconcile(question)
    #expect(outcome.verdict == .restated)
    #expect(outcome.overtaken.map(\.kind) == [.contractValue])
    let answer = headline(in: question, answered: outcome)
    #expect(answer.standing == .restated)
    #expect(answer.figure?.scope.count == 3)
    // In August 2025, over 1 bn a year and about 15 bn could both be true.
    let first = try SampleReconciliation.deal("galaxy-helios-3", versions: 2)
    let asAnnounced = reconcile(ReconciliationQuestion(first, partners: others))
    #expect([.consistentAsWritten, .consistentOnlyIf].contains(asAnnounced.verdict))
  }

  /// Margins of 80 % over 1.2 bn and 90 % over 2.4 bn are 86.67 % of both, not 170 %.
  @Test("a ratio of several deals is their mean by what it is over, and no sum")
  func ratio() throws {
    let own = try AnnouncedDeal.deal(
      Self.terms + [("rent.contractValue", "1.2 bn USD")],
      announced: [("noiMargin", "87 %")], assumptions: [("operatingMargin", "80 %")], id: "first",
      scope: ["first", "second"])
    let other = try AnnouncedDeal.deal(
      Self.terms + [("rent.contractValue", "2.4 bn USD")], announced: [],
      assumptions: [("operatingMargin", "90 %")], id: "second")
    let outcome = reconcile(
      ReconciliationQuestion(
        AnalysedDeal(versions: [own]), partners: [AnalysedDeal(versions: [other])]))
    let check = try #require(outcome.figures.first { $0.figure.kind == .noiMargin })
    guard case .amount(let margin)? = check.computed else {
      Issue.record("a margin was expected")
      return
    }
    #expect((margin.doubleValue - 260.0 / 3).magnitude < 1e-9)
    #expect(check.agrees == true)
  }
}
