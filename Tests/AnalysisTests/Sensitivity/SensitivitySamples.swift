import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport

/// Deals whose measures have closed forms, and the reference deal.
enum SensitivitySamples {
  /// River Bend as its sample has it: halls of 49 and 196 MW, 7.0 bn USD, 3 % a year, 98.6 %.
  static func riverBend(
    _ id: String = "river-bend", margin: String? = nil
  ) throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      id,
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
        ("criticalIT", "245 MW"), ("term", "15 years"), ("rent.contractValue", "7.0 bn USD"),
        ("rent.escalator.fixed", "3 %"), ("renewals.count", "3"), ("renewals.each", "5 years"),
      ] + (margin.map { [("operatingMargin", $0)] } ?? []),
      assumptions: [
        ("halls[hall 1].name", "hall 1"), ("halls[hall 1].criticalIT", "49 MW"),
        ("halls[hall 1].readyForService", "2027-06-30"),
        ("halls[halls 2-5].name", "halls 2-5"), ("halls[halls 2-5].criticalIT", "196 MW"),
        ("halls[halls 2-5].readyForService", "2027-12-31"), ("termClock", "per hall"),
        ("renewals.rent", "continue"), ("renewals.probability", "70 %"),
        ("capitalCost", "10 M USD/MW-IT"),
      ] + (margin == nil ? [("operatingMargin", "98.6 %")] : []))
    return AnalysedDeal(versions: [deal])
  }

  /// One payment of capital cost on 2027-01-31, the month-end before the month of delivery, and one
  /// month's rent of 10 MW × 100 USD/kW on 2028-02-01, 366 days later.
  static func twoFlows(capitalCost: String = "800 k USD") throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      "two-flows",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
        ("criticalIT", "10 MW"), ("term", "1 month"), ("rent.rate", "100 USD/kW-month"),
      ],
      assumptions: [
        ("halls[hall 1].name", "hall 1"), ("halls[hall 1].criticalIT", "10 MW"),
        ("halls[hall 1].readyForService", "2027-02-01"),
        ("halls[hall 1].rentCommencement", "2028-02-01"),
        ("capitalCost", capitalCost), ("capitalSpending.months", "1"),
      ])
    return AnalysedDeal(versions: [deal])
  }

  /// 100 k USD paid on 2027-01-01, a rent of 230 k USD 365 days later, 132 k USD paid 730 days later:
  /// 132 ÷ 1.1 = 120, (230 − 120) ÷ 1.1 = 100, and 132 ÷ 1.2 = 110, (230 − 110) ÷ 1.2 = 100.
  static func twoRates() throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      "two-rates",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
        ("criticalIT", "10 MW"), ("term", "1 month"), ("rent.rate", "23 USD/kW-month"),
      ],
      assumptions: [
        ("rentCommencement", "2028-01-01"),
        ("capitalSpending.draws[1].date", "2027-01-01"),
        ("capitalSpending.draws[1].amount", "100 k USD"),
        ("capitalSpending.draws[2].date", "2028-12-31"),
        ("capitalSpending.draws[2].amount", "132 k USD"),
      ])
    return AnalysedDeal(versions: [deal])
  }

  /// On Thursday 2026-01-01 at 8 %, the base case.
  static func question(
    _ deals: [AnalysedDeal], _ measure: SensitivityMeasure = .presentValue, rate: Double = 0.08,
    on date: String = "2026-01-01", case projectionCase: ProjectionCase = .base
  ) -> SensitivityQuestion {
    SensitivityQuestion(
      of: deals, case: projectionCase,
      basis: ValuationBasis(date: CalendarDate(date) ?? .earliest, rate: rate), measure: measure)
  }

  /// A scenario of one change, as a file would state it.
  static func scenario(_ path: String, _ text: String) -> Scenario {
    Scenario(
      id: ScenarioID("alone"),
      changes: [
        DealField(
          block: .scenario, path: FieldPath(parsing: path) ?? .root, text: text, line: 1, column: 1)
      ])
  }

  /// The codes of what an expression throws; empty where it throws nothing.
  static func codes(_ body: () throws -> Void) -> [String] {
    do {
      try body()
      return []
    } catch let many as Diagnostics {
      return many.all.map(\.code)
    } catch let one as any Diagnostic {
      return [one.code]
    } catch let fault as any Fault {
      return [fault.code]
    } catch {
      return ["\(error)"]
    }
  }
}
