import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

@Suite("Tiers of credit")
struct CreditTierTests {
  private let flat = Discounting.annual(rate: 0.08, .actual365)

  private func totals(_ value: FlowValuation) -> [CreditTier: Int64] {
    Dictionary(uniqueKeysWithValues: value.tiers.map { ($0.tier, $0.total) })
  }

  private let backed: [(String, String)] = [
    ("creditSupport[1].guarantor", "google"), ("creditSupport[1].upTo", "5 M USD"),
  ]

  @Test("a capped guarantee covers the first rents until the cap is used up")
  func cap() throws {
    let deal = try ValuationSamples.lease(terms: backed)
    let value = try ValuationSamples.value(deal, flat, tiers: [.guaranteed: flat])
    // 5 of 12 rents of 1 M USD.
    #expect(totals(value) == [.guaranteed: 500_000_000, .tenant: 700_000_000])
  }

  @Test("rents before the valuation date use up no cap")
  func paidRents() throws {
    let deal = try ValuationSamples.lease(terms: backed)
    let value = try ValuationSamples.value(
      deal, on: "2027-07-01", flat, tiers: [.guaranteed: flat])
    // Half a year's rents are paid; of the six that are left the cap of 5 M covers five.
    #expect(totals(value) == [.guaranteed: 500_000_000, .tenant: 100_000_000])
    let tenant = try #require(value.tiers.first { $0.tier == .tenant })
    // The rent of December 2027, 153 days later: 1 M ÷ 1.08^(153 ÷ 365).
    let last = 100_000_000 * pow(base: 1.08, -153.0 / 365)
    #expect(abs(Double(tenant.presentValue) - last) <= 1)
  }

  @Test("a guarantee without a cap or an end covers the base term")
  func uncapped() throws {
    let deal = try ValuationSamples.lease(terms: [backed[0]])
    let value = try ValuationSamples.value(deal, flat, tiers: [.guaranteed: flat])
    #expect(totals(value) == [.guaranteed: 1_200_000_000])
  }

  @Test("the month in which a guarantee ends is shared by days")
  func end() throws {
    let deal = try ValuationSamples.lease(
      terms: [backed[0], ("creditSupport[1].through", "2027-03-10")])
    let value = try ValuationSamples.value(deal, flat, tiers: [.guaranteed: flat])
    // Two months, and 10 of the 31 days of March: 100,000,000 × 10 ÷ 31 = 32,258,064.5…
    #expect(totals(value)[.guaranteed] == 232_258_065)
  }

  @Test("a cap that two months' rents pass is used up in the order of due days, hall by hall")
  func halls() throws {
    let deal = try ValuationSamples.lease(
      terms: [backed[0], ("creditSupport[1].upTo", "3 M USD")],
      assumptions: [
        ("halls[a].name", "a"), ("halls[a].criticalIT", "5 MW"),
        ("halls[a].rentCommencement", "2027-01-01"),
        ("halls[b].name", "b"), ("halls[b].criticalIT", "5 MW"),
        ("halls[b].rentCommencement", "2027-02-01"),
      ])
    let value = try ValuationSamples.value(
      deal, .annual(rate: 0, .actual365), tiers: [.guaranteed: .annual(rate: 1, .actual365)])
    // Half a million on 1 January (a), then a million on each first: 0.5 + 1 + 1 + 0.5 M.
    let days = [0.0, 31, 59, 90]
    let amounts = [50_000_000.0, 100_000_000, 100_000_000, 50_000_000]
    var expected = 0.0
    for (day, amount) in zip(days, amounts) {
      expected += amount * pow(base: 2, -day / 365)
    }
    let guaranteed = try #require(value.tiers.first { $0.tier == .guaranteed })
    #expect(guaranteed.total == 300_000_000)
    // Four products of 53 bits near 1e8, then rounded to a cent.
    #expect(abs(Double(guaranteed.presentValue) - expected) <= 1)
  }

  @Test("each tier's flows are discounted at its own rate")
  func rates() throws {
    let deal = try ValuationSamples.lease(
      term: "1 month", terms: [backed[0], ("creditSupport[1].upTo", "400 k USD")])
    let value = try ValuationSamples.value(
      deal, on: "2026-01-01", flat, tiers: [.guaranteed: .annual(rate: 0.05, .actual365)])
    // One rent of 1 M USD 365 days later: 0.4 M ÷ 1.05 and 0.6 M ÷ 1.08, in cents.
    #expect(value.tiers.map(\.tier) == [.guaranteed, .tenant])
    #expect(value.tiers.map(\.presentValue) == [38_095_238, 55_555_556])
    #expect(value.presentValue == 38_095_238 + 55_555_556)
  }

  @Test("posted tiers sum to the whole, and alike rates give the plain value within their cents")
  func sum() throws {
    let deal = try ValuationSamples.lease(
      terms: backed + [("renewals.count", "1"), ("renewals.each", "1 year")],
      assumptions: [("capitalCost", "800,000 USD/MW-IT"), ("operatingMargin", "90 %")])
    let plain = try ValuationSamples.value(deal, on: "2026-01-01", flat, case: .full)
    let tiered = try ValuationSamples.value(
      deal, on: "2026-01-01", flat, tiers: [.renewal: flat], case: .full)
    #expect(tiered.tiers.map(\.tier) == [.guaranteed, .tenant, .landlord, .renewal])
    #expect(tiered.tiers.reduce(0) { $0 + $1.presentValue } == tiered.presentValue)
    // Four roundings of half a cent at most.
    #expect(abs(tiered.presentValue - plain.presentValue) <= 2)
    #expect(plain.tiers.isEmpty)
  }

  @Test(
    "what follows the base term is the renewal's, costs with it, and what is paid is the landlord's"
  )
  func renewals() throws {
    let deal = try ValuationSamples.lease(
      terms: [("renewals.count", "1"), ("renewals.each", "6 months")],
      assumptions: [("operatingMargin", "90 %"), ("renewals.rent", "continue")])
    let value = try ValuationSamples.value(
      deal, flat, tiers: [.renewal: .annual(rate: 0.12, .actual365)], case: .full)
    // 12 months of rent, a tenth of it as cost; 6 months of renewal, net of a tenth.
    #expect(
      totals(value) == [
        .tenant: 1_200_000_000, .landlord: -120_000_000, .renewal: 540_000_000,
      ])
  }

  @Test("a term that ends within a month has nothing in renewals where none is in force")
  func endOfTerm() throws {
    let deal = try ValuationSamples.lease(
      term: "400 days", assumptions: [("operatingMargin", "90 %")])
    let value = try ValuationSamples.value(deal, flat, tiers: [.renewal: flat])
    // A tier that was given a rate is shown with nothing in it.
    #expect(totals(value)[.renewal] == 0)
  }
}
