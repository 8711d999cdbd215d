import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

/// Deals of 10 MW at 100 USD/kW-month, 1 M USD a month, whose values have closed forms.
enum ValuationSamples {
  static let monthlyRent: Int64 = 100_000_000

  /// A triple-net lease from Friday 2027-01-01, flat, with rent in advance.
  static func lease(
    term: String = "1 year", terms: [(String, String)] = [],
    assumptions: [(String, String)] = []
  ) throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      "level",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
        ("criticalIT", "10 MW"), ("term", term), ("rentCommencement", "2027-01-01"),
        ("rent.rate", "100 USD/kW-month"),
      ] + terms, assumptions: assumptions)
    return AnalysedDeal(versions: [deal])
  }

  static func flows(
    _ deal: AnalysedDeal, case projectionCase: ProjectionCase = .base
  ) throws -> DealCashFlows {
    try DealCashFlows(deal, case: projectionCase)
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  /// The valuation of one deal.
  static func value(
    _ deal: AnalysedDeal, on date: String = "2027-01-01", _ discounting: Discounting,
    tiers: [CreditTier: Discounting] = [:], terminal: TerminalTerms? = nil,
    case projectionCase: ProjectionCase = .base
  ) throws -> FlowValuation {
    try FlowValuation(
      of: [flows(deal, case: projectionCase)], case: projectionCase,
      basis: ValuationBasis(
        date: day(date), discounting: discounting, tiers: tiers, terminal: terminal))
  }
}

extension ValuationSamples {
  /// A gross lease of a year whose costs nobody states.
  static func gross() throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      "gross",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "gross"),
        ("criticalIT", "10 MW"), ("term", "1 year"), ("rentCommencement", "2027-01-01"),
        ("rent.rate", "100 USD/kW-month"),
      ])
    return AnalysedDeal(versions: [deal])
  }
}

extension ValuationSamples {
  /// Two years of 10 MW at a rent, built for 8 M USD.
  static func charged(_ rent: String) throws -> AnalysedDeal {
    let deal = try DealBuilder.deal(
      "charged",
      terms: [
        ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
        ("criticalIT", "10 MW"), ("term", "2 years"), ("rentCommencement", "2027-01-01"),
        ("rent.rate", rent),
      ], assumptions: [("capitalCost", "800,000 USD/MW-IT")])
    return AnalysedDeal(versions: [deal])
  }
}
