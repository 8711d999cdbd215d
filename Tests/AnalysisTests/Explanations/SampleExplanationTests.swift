@testable import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

/// Every number of the sample deals and templates, explained.
@Suite("Explanations of the samples")
struct SampleExplanationTests {
  private struct Key: Hashable {
    let charge: Charge
    let month: YearMonth
  }

  @Test("there are samples to explain")
  func samples() {
    #expect(SampleDeals.ids.count > 40)
  }

  /// All versions of a deal, each on the days that it governs, in every case.
  @Test("evaluate to every posted cent", arguments: SampleDeals.ids)
  func cents(id: String) throws {
    let analysed = try SampleDeals.deal(id)
    guard analysed.resolved != nil else { return }
    for projectionCase in ProjectionCase.allCases {
      var explainer = try DealExplainer(analysed, case: projectionCase)
      var evaluator = DerivationEvaluator<ExplainedInput>()
      var posted: [Key: Int64] = [:]
      explainer.flows.forEachAmount(
        in: CalendarDate.earliest..<CalendarDate.latest, by: .accrual
      ) { amount in
        posted[Key(charge: amount.charge, month: amount.month), default: 0] += amount.minorUnits
      }
      #expect(!posted.isEmpty)
      for amount in explainer.amounts(of: Charge.allCases) {
        let minorUnits = evaluator.minorUnits(of: amount.node)
        posted[Key(charge: amount.charge, month: amount.month), default: 0] -= try #require(
          minorUnits)
      }
      let wrong = posted.filter { $0.value != 0 }
      #expect(wrong.isEmpty, "\(projectionCase): \(wrong.prefix(3))")
    }
  }

  @Test("reach present value, to the cent", arguments: SampleDeals.ids)
  func presentValue(id: String) throws {
    let analysed = try SampleDeals.deal(id)
    guard analysed.resolved != nil else { return }
    for convention in PresentValueConvention.allCases {
      var explainer = try DealExplainer(analysed, case: .full)
      let day = try #require(CalendarDate("2026-11-21"))  // Saturday
      let basis = ValuationBasis(date: day, rate: 0.08, convention: convention)
      let explanation = try explainer.presentValue(basis)
      #expect(explanation.agrees, "\(convention)")
    }
  }

  /// Amounts to the cent, numbers to twelve digits; what is blank is refused.
  @Test("reach every metric of a comparison", arguments: SampleDeals.ids)
  func metrics(id: String) throws {
    let analysed = try SampleDeals.deal(id)
    guard analysed.resolved != nil else { return }
    let day = try #require(CalendarDate("2026-11-21"))
    let basis = ValuationBasis(date: day, rate: 0.08)
    let measures = try DealMeasures(of: analysed, view: .gross, on: day, basis: basis)
    var explainer = try DealExplainer(analysed, case: .base)
    var evaluator = DerivationEvaluator<ExplainedInput>()
    for metric in MetricRegistry.all {
      let value = metric.compute([measures]).value
      guard let value else {
        #expect(throws: ExplanationProblem.blankMetric(metric.id, deal: analysed.deal.id)) {
          try explainer.explanation(ofMetric: metric.id, basis: basis)
        }
        continue
      }
      let explanation = try explainer.explanation(ofMetric: metric.id, basis: basis)
      let found = evaluator.value(of: explanation.derivation).doubleValue
      switch value {
      case .amount: #expect(explanation.agrees, "\(metric.id)")
      case .number(let number):
        #expect(abs(found - number) <= 1e-12 * max(1, abs(number)), "\(metric.id)")
      case .count(let count): #expect(found == Double(count), "\(metric.id)")
      case .date(let date): #expect(found == Double(date.dayNumber), "\(metric.id)")
      case .text: break
      }
    }
  }

  /// Every leaf that stands for a term or an assumption names a field that is in the file.
  @Test("name a field for every stated quantity", arguments: SampleDeals.ids)
  func provenance(id: String) throws {
    let analysed = try SampleDeals.deal(id)
    guard analysed.resolved != nil else { return }
    var explainer = try DealExplainer(analysed, case: .full)
    let paths = Set(analysed.versions.flatMap { $0.fields.map(\.path.description) })
    var unnamed: Set<String> = []
    for amount in explainer.amounts(of: Charge.allCases) {
      var pending = [amount.node]
      var seen: Set<ObjectIdentifier> = []
      // Every node is looked at once.
      while let node = pending.popLast() {
        guard seen.insert(ObjectIdentifier(node)).inserted else { continue }
        pending += node.parts
        guard let input = node.quantity, !input.text.isEmpty, input.block != "series" else {
          continue
        }
        if !paths.contains(input.path) || input.line == nil { unnamed.insert(input.path) }
      }
    }
    #expect(unnamed.isEmpty)
  }
}
