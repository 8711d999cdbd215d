import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

@Suite("Terminal value")
struct TerminalValueTests {
  private let flat = Discounting.annual(rate: 0.08, .actual365)

  private func sale(
    _ terms: TerminalTerms, _ deal: AnalysedDeal? = nil,
    case projectionCase: ProjectionCase = .base
  ) throws -> TerminalValuation {
    let deal = try deal ?? ValuationSamples.lease(term: "3 years")
    let value = try ValuationSamples.value(deal, flat, terminal: terms, case: projectionCase)
    return try #require(value.terminals.first)
  }

  @Test("by a cap rate is a year's NOI over it, less what selling costs")
  func capRate() throws {
    let sale = try sale(TerminalTerms(.capRate(0.08), sellingCost: 0.02))
    // 12 M USD ÷ 8 % = 150 M USD; 2 % of it is 3 M USD.
    #expect(sale.income == 1_200_000_000)
    #expect(sale.value == 15_000_000_000)
    #expect(sale.sellingCost == 300_000_000)
    #expect(sale.exit == CalendarDate("2030-01-01"))
  }

  @Test("takes the last year where the next is not projected, grown as asked")
  func growth() throws {
    let sale = try sale(TerminalTerms(.capRate(0.08), incomeGrowth: 0.03))
    // 12 M USD × 1.03 ÷ 8 % = 154.5 M USD.
    #expect(sale.value == 15_450_000_000)
    #expect(sale.incomeDays?.lowerBound == CalendarDate("2029-01-01"))
  }

  @Test("takes the year after an exit that the lease outlasts, without growth")
  func exit() throws {
    let deal = try ValuationSamples.lease(
      term: "3 years", terms: [("rent.escalator.fixed", "10 %")])
    let exit = try ValuationSamples.day("2028-01-01")
    let sale = try sale(TerminalTerms(.capRate(0.1), incomeGrowth: 0.5, exit: exit), deal)
    // The second year's rent: 12 M × 1.1 = 13.2 M; ÷ 10 % = 132 M USD.
    #expect(sale.income == 1_320_000_000)
    #expect(sale.value == 13_200_000_000)
  }

  @Test("stands in place of what accrues from the exit on")
  func replaced() throws {
    let deal = try ValuationSamples.lease(term: "3 years")
    let exit = try ValuationSamples.day("2028-01-01")
    let value = try ValuationSamples.value(
      deal, .annual(rate: 0, .actual365), terminal: TerminalTerms(.capRate(0.1), exit: exit))
    // A year's rent of 12 M, then 12 M ÷ 10 %.
    #expect(value.charges.map(\.total) == [1_200_000_000])
    #expect(value.presentValue == 1_200_000_000 + 12_000_000_000)
    #expect(value.presentValueOfTerminal == 12_000_000_000)
  }

  @Test("keeps rent in arrears that accrued before the exit")
  func arrears() throws {
    let deal = try ValuationSamples.lease(
      term: "3 years", terms: [("billing.timing", "in arrears")])
    let exit = try ValuationSamples.day("2028-01-01")
    let value = try ValuationSamples.value(
      deal, .annual(rate: 0, .actual365), terminal: TerminalTerms(.capRate(0.1), exit: exit))
    #expect(value.charges.map(\.total) == [1_200_000_000])
  }

  @Test("an exit pays what is left of a deposit to the buyer")
  func deposit() throws {
    let deal = try ValuationSamples.lease(
      term: "3 years",
      terms: [("deposit.amount", "5 M USD"), ("deposit.date", "2027-01-01")])
    let exit = try ValuationSamples.day("2028-01-01")
    let value = try ValuationSamples.value(
      deal, .annual(rate: 0.25, .actual365), terminal: TerminalTerms(.capRate(0.1), exit: exit))
    let held = try #require(value.charges.first { $0.charge == .deposit })
    #expect(held.total == 0)
    // 5 M in on the valuation date, and out 365 days later: 5 − 5 ÷ 1.25 = 1 M USD.
    #expect(held.presentValue == 100_000_000)
  }

  @Test("of a deal that ends before the exit is that of its own end")
  func endsBefore() throws {
    let exit = try ValuationSamples.day("2035-01-01")
    let sale = try sale(TerminalTerms(.capRate(0.1), exit: exit))
    #expect(sale.exit == CalendarDate("2030-01-01"))
  }

  @Test("of a perpetuity moves with the rate, and so does the loss for a basis point")
  func perpetuityRisk() throws {
    let deal = try ValuationSamples.lease(term: "3 years")
    let value = { (rate: Double) in
      try ValuationSamples.value(
        deal, .annual(rate: rate, .actual365), terminal: TerminalTerms(.growth(0.02)))
    }
    let fall = try value(0.0799).presentValue - value(0.0801).presentValue
    let risk = try #require(value(0.08).rateRisk)
    // Half of the difference of two basis points, each value posted.
    #expect(abs(Double(risk.basisPointValue) - Double(fall) / 2) <= 1)
  }

  @Test("of a shell is money a megawatt")
  func shell() throws {
    let figure = try Figure(reading: "2 M USD/MW-IT", as: .moneyPerPower)
    let sale = try sale(TerminalTerms(.shell(figure)))
    #expect(sale.value == 2_000_000_000)
    #expect(sale.income == nil)
  }

  @Test("of a growing perpetuity is next year's NOI over the rate less the growth")
  func perpetuity() throws {
    let sale = try sale(TerminalTerms(.growth(0.02)))
    // Gordon: 12 M × 1.02 ÷ (8 % − 2 %) = 204 M USD; the rate and growth are binary numbers.
    #expect(abs(sale.value - 20_400_000_000) <= 1)
  }

  @Test("is discounted from the exit, at the residual's rate where it has one")
  func discounted() throws {
    let deal = try ValuationSamples.lease(term: "1 year")
    let terms = TerminalTerms(.capRate(0.08))
    let value = try ValuationSamples.value(
      deal, flat, tiers: [.residual: .annual(rate: 0.25, .actual365)], terminal: terms)
    // 150 M USD 365 days later ÷ 1.25 = 120 M USD.
    #expect(value.presentValueOfTerminal == 12_000_000_000)
    #expect(value.tiers.map(\.tier) == [.tenant, .residual])
    #expect(value.tiers.reduce(0) { $0 + $1.presentValue } == value.presentValue)
  }

  @Test("with halls that end on different days takes the last year of them all")
  func staggered() throws {
    let deal = try ValuationSamples.lease(
      term: "2 years",
      assumptions: [
        ("termClock", "per hall"),
        ("halls[a].name", "a"), ("halls[a].criticalIT", "5 MW"),
        ("halls[a].rentCommencement", "2027-01-01"),
        ("halls[b].name", "b"), ("halls[b].criticalIT", "5 MW"),
        ("halls[b].rentCommencement", "2027-07-01"),
      ])
    let sale = try sale(TerminalTerms(.capRate(0.1)), deal)
    // Hall a ends on 2028-12-31: 2028 in full, both halls at 0.5 M a month.
    #expect(sale.income == 1_200_000_000)
    #expect(sale.exit == CalendarDate("2029-07-01"))
  }

  @Test("is none of a deal whose NOI is unknown")
  func unknownIncome() throws {
    let deal = try ValuationSamples.lease(
      term: "1 year", terms: [], assumptions: [])
    let gross = try ValuationSamples.gross()
    #expect(
      try ValuationSamples.value(gross, flat, terminal: TerminalTerms(.capRate(0.08)))
        .terminals.isEmpty)
    #expect(
      try ValuationSamples.value(deal, flat, terminal: TerminalTerms(.capRate(0.08)))
        .terminals.count == 1)
  }

  @Test("refuses growth at the rate, an exit that is past, and another currency")
  func refused() throws {
    let deal = try ValuationSamples.lease()
    let past = try ValuationSamples.day("2026-12-31")
    let pounds = try Figure(reading: "2 M GBP/MW-IT", as: .moneyPerPower)
    for (terms, problem) in [
      (TerminalTerms(.growth(0.08)), TerminalProblem.growthNotBelowRate(growth: 0.08, rate: 0.08)),
      (
        TerminalTerms(.capRate(0.08), exit: past),
        .exitPast(past, on: try ValuationSamples.day("2027-01-01"))
      ),
      (TerminalTerms(.shell(pounds)), .currencyDiffers("2 M GBP/MW-IT", of: "USD")),
    ] {
      #expect(throws: problem) { try ValuationSamples.value(deal, flat, terminal: terms) }
    }
  }
}
