import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

@Suite("Value by megawatt, share and dollar of cost")
struct ValueRatiosTests {
  private let none = Discounting.annual(rate: 0, .actual365)

  private func ratios(
    _ deal: AnalysedDeal, _ discounting: Discounting? = nil, on date: String = "2020-01-01",
    terminal: TerminalTerms? = nil, equity: LandlordEquity? = nil
  ) throws -> ValueRatios {
    let flows = try ValuationSamples.flows(deal)
    let value = try ValuationSamples.value(
      deal, on: date, discounting ?? none, terminal: terminal)
    return try ValueRatios(of: [flows], valuation: value, equity: equity)
  }

  private func built() throws -> AnalysedDeal {
    try ValuationSamples.lease(
      term: "2 years", assumptions: [("capitalCost", "800,000 USD/MW-IT")])
  }

  @Test("yield on cost is stabilised NOI over cost, and the spread is over the cap rate")
  func yieldOnCost() throws {
    let ratios = try ratios(built(), terminal: TerminalTerms(.capRate(0.5)))
    // 12 M ÷ 8 M = 150 %; less 50 %. Capital cost is posted in 18 months of 444,444.44.
    let cost = 18 * 44_444_444.0
    #expect(ratios.yieldOnCost == 1_200_000_000 / cost)
    #expect(ratios.developmentSpread == 1_200_000_000 / cost - 0.5)
    #expect(try self.ratios(built()).developmentSpread == nil)
  }

  @Test("present value a megawatt divides by critical IT")
  func perMegawatt() throws {
    // 24 M of rent less 7,999,999.92 of cost, over 10 MW: 1,600,000.008 a megawatt, in cents.
    #expect(try ratios(built()).presentValuePerMegawatt == 160_000_001)
  }

  @Test("break-even rent pays the cost back, at a zero rate by division")
  func breakEven() throws {
    let rent = try #require(try ratios(built()).breakEvenRent?.perKilowattMonth)
    // 7,999,999.92 ÷ (24 months × 10,000 kW) = 33.333333 USD/kW-month; months are posted in cents.
    #expect(abs(rent.real.doubleValue - 33.333333) < 0.000_001)
  }

  @Test("at the break-even rent the present value is zero")
  func breakEvenAtARate() throws {
    let deal = try built()
    let breakEven = try #require(
      try ratios(deal, .annual(rate: 0.08, .actual365), on: "2025-01-01").breakEvenRent)
    let rent = try #require(breakEven.perKilowattMonth)
    let text = "\(rent) USD/kW-month"
    let charged = try ValuationSamples.charged(text)
    let value = try ValuationSamples.value(
      charged, on: "2025-01-01", .annual(rate: 0.08, .actual365))
    // The search ends within a dollar of zero; it is the same rent, and so the same cents.
    #expect(abs(value.presentValue) <= 100)
    #expect(breakEven.residual == value.presentValue)
  }

  @Test("a deal that pays nothing has no break-even rent")
  func nothingPaid() throws {
    #expect(try ratios(ValuationSamples.lease()).breakEvenRent == nil)
  }

  @Test("the landlord's part is divided by its shares, with warrants by the treasury-stock method")
  func perShare() throws {
    let deal = try ValuationSamples.lease(
      terms: [
        ("ownership", "50 %"), ("warrants[1].holder", "google"),
        ("warrants[1].shares", "1,000,000 shares"), ("warrants[1].exercisePrice", "10 USD"),
        ("warrants[2].holder", "google"), ("warrants[2].shares", "5,000,000 shares"),
        ("warrants[2].exercisePrice", "60 USD"),
      ])
    let equity = LandlordEquity(
      shares: ExactDecimal(10_000_000), price: ExactDecimal(50))
    let perShare = try #require(try ratios(deal, equity: equity).perShare)
    // Half of 12 M USD. The first warrants: 1 M shares for 10 M USD, which buys back 0.2 M at 50;
    // the second are above the price, and stay.
    #expect(perShare.attributable == 600_000_000)
    #expect(perShare.dilution == ExactDecimal(800_000))
    // 6 M ÷ 10 M = 0.6; 6 M ÷ 10.8 M = 0.5556.
    #expect(perShare.basic.normalized == ExactDecimal("0.6"))
    #expect(perShare.diluted == ExactDecimal("0.5556"))
  }

  @Test("without a price warrants are not counted")
  func noPrice() throws {
    let deal = try ValuationSamples.lease(
      terms: [("warrants[1].shares", "1,000,000 shares")])
    let equity = LandlordEquity(shares: ExactDecimal(10_000_000), price: nil)
    let perShare = try #require(try ratios(deal, equity: equity).perShare)
    #expect(perShare.dilution == .zero)
    #expect(!perShare.isPriced)
  }
}
