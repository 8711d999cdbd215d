import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation
import Testing

/// Small deals whose figures can be held against each other by hand: 100 MW, ten years at level
/// rent from 1 January 2027, one hall.
@Suite("Figures that have to do with each other")
struct RelatedFigureTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let name: String
    var terms: [(String, String)] = []
    let announced: [(String, String)]
    let verdict: ReconciliationOutcome.Verdict
    /// The kinds of the smallest conflict.
    var conflict: Set<AnnouncedQuantity.Kind> = []

    var testDescription: String { name }
  }

  private static let common = [
    ("landlord", "landlord"), ("contract.kind", "lease"), ("criticalIT", "100 MW"),
    ("term", "10 years"), ("termClock", "per hall"), ("delivery.first", "2027-01-01"),
    ("delivery.last", "2027-01-01"), ("rent.escalator", "none"),
  ]
  private static let value = [("rent.contractValue", "1.20 bn USD")]
  private static let rate = [("rent.rate", "100 USD/kW-month"), ("operatingMargin", "90 %")]
  private static let cost = [("capitalCost", "1.0 bn USD")]

  static let examples: [Example] = [
    // 1.195 to 1.205 bn over ten years is 119.5 to 120.5 M.
    Example(
      name: "an average that is the value over the term", terms: value,
      announced: [("averageAnnualRevenue", "120 M USD")], verdict: .consistentAsWritten),
    // 129.5 M over at least ten years, whatever the average divides by, is more than 1.205 bn.
    Example(
      name: "an average above the value over the term", terms: value,
      announced: [("averageAnnualRevenue", "130 M USD")], verdict: .inconsistent,
      conflict: [.contractValue, .averageAnnualRevenue]),
    // 1.205 bn over ten years is 120.5 M, the least that "121 M" leaves: both ends count.
    Example(
      name: "an average that touches the value over the term", terms: value,
      announced: [("averageAnnualRevenue", "121 M USD")], verdict: .consistentAsWritten),
    // 120 M a year on 100 MW is 100 USD a kW-month and 1.2 M a MW-year.
    Example(
      name: "a rent a kilowatt and month", terms: value,
      announced: [("rate", "100 USD/kW-month")], verdict: .consistentAsWritten),
    // At least 1.45 M on 99.5 MW for ten years is 1.4428 bn.
    Example(
      name: "a rent a megawatt and year that the value is too small for", terms: value,
      announced: [("rate", "1.5 M USD/MW-IT-year")], verdict: .inconsistent,
      conflict: [.contractValue, .rate, .criticalIT]),
    Example(
      name: "a first year that is a tenth of the value", terms: value,
      announced: [("firstYearRevenue", "120 M USD")], verdict: .consistentAsWritten),
    Example(
      name: "a first year above it", terms: value,
      announced: [("firstYearRevenue", "130 M USD")], verdict: .inconsistent,
      conflict: [.contractValue, .firstYearRevenue]),
    Example(
      name: "annualised revenue above it", terms: value,
      announced: [("annualisedRevenue", "122 M USD")], verdict: .inconsistent,
      conflict: [.contractValue, .annualisedRevenue]),
    // 79.5 to 80.5 % of 1.195 to 1.205 bn is 0.950 to 0.970 bn.
    Example(
      name: "a margin that NOI and value exclude", terms: value,
      announced: [("noiMargin", "80 %"), ("cumulativeNOI", "1.08 bn USD")],
      verdict: .inconsistent, conflict: [.contractValue, .cumulativeNOI, .noiMargin]),
    // 9.5 to 10.5 M on 129.5 to 130.5 MW is 1.23 to 1.37 bn.
    Example(
      name: "a cost a gross megawatt", terms: value + [("gross", "130 MW")],
      announced: [
        ("capitalCost", "1.30 bn USD"), ("capitalCostPerMegawatt", "10 M USD/MW-gross"),
      ], verdict: .consistentAsWritten),
    Example(
      name: "a cost a gross megawatt that the cost is too small for",
      terms: value + [("gross", "130 MW")],
      announced: [
        ("capitalCost", "1.00 bn USD"), ("capitalCostPerMegawatt", "10 M USD/MW-gross"),
      ], verdict: .inconsistent, conflict: [.capitalCost, .capitalCostPerMegawatt, .gross]),
    Example(
      name: "megawatts of the whole that are not those of the halls", terms: value,
      announced: [("criticalIT", "110 MW")], verdict: .inconsistent, conflict: [.criticalIT]),
    // 849.5 to 850.5 M over 84.5 to 85.5 % is 0.9936 to 1.0065 bn.
    Example(
      name: "a debt that is its share of the cost", terms: value + cost,
      announced: [("debt", "850 M USD"), ("loanToCost", "85 %")], verdict: .consistentAsWritten),
    // 849.5 M over at most 70.5 % is at least 1.2050 bn, and the cost is at most 1.05 bn.
    Example(
      name: "a debt that is more than its share of the cost", terms: value + cost,
      announced: [("debt", "850 M USD"), ("loanToCost", "70 %")], verdict: .inconsistent,
      conflict: [.capitalCost, .debt, .loanToCost]),
    // 120 M of rent, 108 M of NOI, 0.95 to 1.05 bn: 10.3 to 11.4 %.
    Example(
      name: "a yield that rent and margin give", terms: rate + cost,
      announced: [("yieldOnCost", "10.8 %")], verdict: .consistentAsWritten),
    // At most 100.5 × 1.2 M × 0.905 ÷ 0.95 bn = 11.4886 %, and "12 %" is at least 11.5 %, on 100 MW;
    // on 100.5 MW it is 11.546 %, so that the megawatts have to be one of the figures.
    Example(
      name: "a yield that only more megawatts give", terms: rate + cost,
      announced: [("yieldOnCost", "12 %")], verdict: .consistentAsWritten),
    // "13 %" is at least 12.5 %.
    Example(
      name: "a yield beyond rent and margin", terms: rate + cost,
      announced: [("yieldOnCost", "13 %")], verdict: .inconsistent,
      conflict: [.rate, .noiMargin, .capitalCost, .criticalIT, .yieldOnCost]),
    Example(
      name: "a guarantee other than the support that is stated",
      terms: value + [("creditSupport[1].upTo", "1.8 bn USD")],
      announced: [("guaranteeAmount", "1.3 bn USD")], verdict: .inconsistent,
      conflict: [.guaranteeAmount]),
    Example(
      name: "a term other than the one that is stated", terms: value,
      announced: [("term", "12 years")], verdict: .inconsistent, conflict: [.term]),
  ]

  @Test("hold together or not, as arithmetic says", arguments: examples)
  func verdict(_ example: Example) throws {
    let deal = try AnnouncedDeal.deal(
      Self.common + example.terms, announced: example.announced)
    let outcome = reconcile(ReconciliationQuestion(AnalysedDeal(versions: [deal])))
    #expect(outcome.verdict == example.verdict)
    let sets = outcome.conflict?.sets.map { Set($0.map(\.figure.kind)) } ?? []
    #expect(sets == (example.conflict.isEmpty ? [] : [example.conflict]))
  }

  @Test("a loan to cost would have to move to what debt and cost leave")
  func move() throws {
    let deal = try AnnouncedDeal.deal(
      Self.common + Self.value + Self.cost,
      announced: [("debt", "850 M USD"), ("loanToCost", "70 %")])
    let outcome = reconcile(ReconciliationQuestion(AnalysedDeal(versions: [deal])))
    let set = try #require(outcome.conflict?.sets.first)
    let loan = try #require(set.first { $0.figure.kind == .loanToCost })
    // 849.5 M ÷ 1.05 bn = 80.905 %, from 70.5 % up.
    let move = try #require(loan.move).doubleValue
    #expect((move - (84_950.0 / 1050 - 70.5)).magnitude < 1e-9)
  }

  /// 1.195 to 1.205 bn over 120 months and 99.5 to 100.5 MW.
  @Test("without a second figure, the rent that the value implies is told all the same")
  func impliedRent() throws {
    let deal = try AnnouncedDeal.deal(Self.common + Self.value, announced: [])
    let outcome = reconcile(ReconciliationQuestion(AnalysedDeal(versions: [deal])))
    #expect(outcome.verdict == .nothingToReconcile)
    let family = try #require(outcome.families.first)
    #expect(outcome.families.count == 1 && family.departures.isEmpty)
    guard case .amount(let low, let high, _) = family.rentPerKilowattMonth.range else { return }
    let (least, most) = (1.195e9 / 120 / 100_500, 1.205e9 / 120 / 99_500)
    // What the file assumes is implied by nothing.
    let assumed = try AnnouncedDeal.deal(
      Self.common, announced: [], assumptions: [("rent.rate", "100 USD/kW-month")])
    let other = reconcile(ReconciliationQuestion(AnalysedDeal(versions: [assumed])))
    #expect(other.verdict == .nothingToReconcile && other.families.isEmpty)
    #expect(low.doubleValue <= least && low.doubleValue > least - 0.05)
    #expect(high.doubleValue >= most && high.doubleValue < most + 0.05)
  }

  @Test(
    "a total of two deals is each in its own interval, or impossible",
    arguments: [
      // 1.195 to 1.205 bn each: 2.39 to 2.41 bn together.
      ("2.4 bn USD", ReconciliationOutcome.Verdict.consistentAsWritten),
      // "2.42 bn" is at least 2.415 bn.
      ("2.42 bn USD", .inconsistent),
    ])
  func scope(_ total: String, _ verdict: ReconciliationOutcome.Verdict) throws {
    let terms = Self.common + Self.value
    let own = try AnnouncedDeal.deal(
      terms, announced: [("contractValue", total)], id: "first", scope: ["first", "second"])
    let other = try AnnouncedDeal.deal(terms, announced: [], id: "second")
    let question = ReconciliationQuestion(
      AnalysedDeal(versions: [own]), partners: [AnalysedDeal(versions: [other])])
    #expect(reconcile(question).verdict == verdict)
    // Without the other deal nothing can be said of the total.
    let alone = reconcile(ReconciliationQuestion(AnalysedDeal(versions: [own])))
    #expect(alone.verdict == .nothingToReconcile)
    #expect(alone.notes.contains { $0.subject == .missing })
  }
}
