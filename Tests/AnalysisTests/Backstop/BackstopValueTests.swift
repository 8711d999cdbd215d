import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

/// Defaults on known days, by geometric sums, and defaults at constant rates, by sums of factors.
@Suite("Worth of a guarantee")
struct BackstopValueTests {
  private typealias Samples = BackstopSamples

  /// The factor of a month at 5 % by the convention `monthly`; January 2027 is 12 months away.
  private static let month = pow(base: 1.05, -1.0 / 12)

  /// The value of rents of 1,000,000.00 in cents from a month of 2027 to another, from 0, end
  /// excluded: vᵃ⁺¹² (1 − vⁿ) ÷ (1 − v).
  private static func level(_ months: Range<Int>) -> Double {
    let count = Double(months.upperBound - months.lowerBound)
    return Samples.rent * pow(base: month, Double(12 + months.lowerBound))
      * (1 - pow(base: month, count)) / (1 - month)
  }

  /// The tenant defaults in June: January to June are paid, July is the first that is not.
  private func defaultInJune(
    _ support: [(String, String)] = [], guarantor: DefaultIntensity = .none
  ) throws -> BackstopFigures {
    try Samples.value(
      Samples.year(support: support), tenant: Samples.defaults(before: 6), guarantor: guarantor,
      recovery: 0.4, downtime: .months(3), market: 0.85, basis: Samples.basis(0.05, .monthly)
    ).figures
  }

  @Test("three months of downtime are three rents, of which a share is recovered")
  func vacancy() throws {
    let found = try defaultInJune()
    // July, August and September at 40 %, October to December at 85 %.
    let expected = Self.level(0..<6) + 0.4 * Self.level(6..<9) + 0.85 * Self.level(9..<12)
    #expect(abs(Double(found.unguaranteed) - expected) <= 0.5)
    #expect(abs(Double(found.certain) - Self.level(0..<12)) <= 0.5)
    #expect(found.guaranteed == found.certain)
  }

  @Test("of a tenant that defaults late the cap is still whole, and pays its last part of a rent")
  func cap() throws {
    let found = try defaultInJune([("upTo", "2.5 M USD")])
    // July and August in full; of September half, and 40 % of the other half; then vacant from
    // September on: October and November at 40 %, December at 85 %.
    let expected =
      Self.level(0..<6) + Self.level(6..<8) + 0.7 * Self.level(8..<9) + 0.4 * Self.level(9..<11)
      + 0.85 * Self.level(11..<12)
    #expect(abs(Double(found.guaranteed) - expected) <= 0.5)
    // From the first rent on the cap would pay January, February and half of March.
    let covered = Self.level(0..<2) + 0.5 * Self.level(2..<3)
    #expect(abs(Double(found.covered) - covered) <= 0.5)
  }

  @Test("a guarantee that ends leaves the space vacant from its end on")
  func end() throws {
    let found = try defaultInJune([("through", "2027-08-31")])
    let expected =
      Self.level(0..<8) + 0.4 * Self.level(8..<11) + 0.85 * Self.level(11..<12)
    #expect(abs(Double(found.guaranteed) - expected) <= 0.5)
  }

  @Test("a guarantee from a later day on covers no default before it")
  func effective() throws {
    // From August on: the tenant has stopped paying in July.
    let late = try defaultInJune([("effective", "2027-08-01")])
    #expect(late.worth == 0)
    let early = try defaultInJune([("effective", "2027-07-01")])
    #expect(early.guaranteed == early.certain)
    // At a constant rate: Σ over rents from July on of D (S of June − S of the rent).
    let found = try Samples.value(
      Samples.year(support: [("effective", "2027-07-01")]),
      tenant: DefaultIntensity(constant: 0.2))
    let june = Samples.alive(0.2, days: Samples.days[5])
    let expected = Samples.days[6...].reduce(0) { sum, days in
      sum + Samples.rent * Samples.factor(days: days) * (june - Samples.alive(0.2, days: days))
    }
    // A cent: both values are rounded.
    #expect(abs(Double(found.figures.worth) - expected) <= 1)
    #expect(
      found.remarks == ["rents due from 2027-01-01 to 2027-06-01 are not, or not all, covered"])
  }

  @Test("a cap that has stepped down holds for defaults from its day on")
  func steps() throws {
    let support = [
      ("upTo", "20 M USD"), ("steps[1].from", "2027-07-01"), ("steps[1].upTo", "2 M USD"),
    ]
    // July and August; then vacant from September on.
    let late = try defaultInJune(support)
    let expected =
      Self.level(0..<8) + 0.4 * Self.level(8..<11) + 0.85 * Self.level(11..<12)
    #expect(abs(Double(late.guaranteed) - expected) <= 0.5)
    let early = try Samples.value(
      Samples.year(support: support), tenant: Samples.defaults(before: 5))
    #expect(early.figures.guaranteed == early.figures.certain)
    #expect(
      early.remarks.contains(
        "a cap that steps down is that of the day on which the tenant defaults"))
  }

  @Test(
    "what a guarantee is worth is its mean over the days of default",
    arguments: [
      [], [("upTo", "2.5 M USD")], [("through", "2027-08-31")], [("effective", "2027-04-01")],
      [("upTo", "20 M USD"), ("steps[1].from", "2027-07-01"), ("steps[1].upTo", "2 M USD")],
    ] as [[(String, String)]])
  func meanOverDays(support: [(String, String)]) throws {
    let deal = try Samples.year(support: support)
    let guarantor = try DefaultIntensity(constant: 0.05)
    let worth = { (tenant: DefaultIntensity) throws in
      Double(
        try Samples.value(
          deal, tenant: tenant, guarantor: guarantor, recovery: 0.4, downtime: .months(2),
          market: 0.85
        ).figures.worth)
    }
    // λ doubles from the first of July on: after 181 days of 2027.
    let change = Samples.days[6]
    let tenant = try DefaultIntensity(steps: [
      DefaultIntensity.Step(fromYears: 0, rate: 0.2),
      DefaultIntensity.Step(fromYears: Double(change) / 365, rate: 0.4),
    ])
    var (mean, alive) = (0.0, 1.0)
    for (place, days) in Samples.days.enumerated() {
      let next =
        Samples.alive(0.2, days: min(days, change))
        * Samples.alive(0.4, days: max(0, days - change))
      mean += (alive - next) * (try worth(Samples.defaults(before: place)))
      alive = next
    }
    // A cent each of two rounded values, and the mean of twelve such.
    #expect(abs(try worth(tenant) - mean) <= 2)
  }

  @Test("full cover pays while either lives: recovery + (1 − recovery)(S + G − S G) of each rent")
  func eitherLives() throws {
    let found = try Samples.value(
      Samples.year(), tenant: DefaultIntensity(constant: 0.1),
      guarantor: DefaultIntensity(constant: 0.02), recovery: 0.4, downtime: .months(24)
    ).figures
    var (guaranteed, alone) = (0.0, 0.0)
    for days in Samples.days {
      let certain = Samples.rent * Samples.factor(days: days)
      let (tenant, guarantor) = (
        Samples.alive(0.1, days: days), Samples.alive(0.02, days: days)
      )
      guaranteed += certain * (0.4 + 0.6 * (tenant + guarantor - tenant * guarantor))
      alone += certain * (0.4 + 0.6 * tenant)
    }
    #expect(abs(Double(found.guaranteed) - guaranteed) <= 0.5)
    #expect(abs(Double(found.unguaranteed) - alone) <= 0.5)
    // The premium that, paid as a share of each covered rent for certain, is worth as much.
    #expect(abs((found.rate ?? 0) - (guaranteed - alone) / Double(found.certain)) < 1e-9)
  }

  @Test("the example of docs/methods/expected-credit-loss.md, times 10,000")
  func byHand() throws {
    let found = try Samples.value(
      Samples.year(length: "1 month"), tenant: DefaultIntensity(constant: 0.03),
      guarantor: DefaultIntensity(constant: 0.003), recovery: 0.4, downtime: .months(1)
    ).figures
    // 95.2381, 93.5493, 95.2330 and 1.6838 of a rent of 100.
    #expect(abs(Double(found.certain) / 1e6 - 95.2381) <= 0.00005)
    #expect(abs(Double(found.unguaranteed) / 1e6 - 93.5493) <= 0.00005)
    #expect(abs(Double(found.guaranteed) / 1e6 - 95.2330) <= 0.00005)
    #expect(abs(Double(found.worth) / 1e6 - 1.6838) <= 0.00005)
    #expect(abs((found.rate ?? 0) * 10_000 - 176.8) <= 0.05)
    #expect(abs(Double(found.expectedLoss) / 1e6 - 0.0051) <= 0.00005)
  }

  @Test("with nothing recovered an intensity adds to the force of interest")
  func addsToRate() throws {
    let found = try Samples.value(Samples.year(), tenant: DefaultIntensity(constant: 0.1)).figures
    // 1.05 e^0.1 − 1.
    let rate = 1.05 * 1.105170918075647625 - 1
    let plain = try FlowValuation(
      of: [Samples.year()], case: .base, basis: Samples.basis(rate))
    #expect(abs(found.unguaranteed - plain.presentValue) <= 1)
  }

  @Test("the halls of a lease are one space: they are vacant and let again together")
  func twoHalls() throws {
    // 10 MW from Friday 2027-01-01 and 10 MW from Thursday 2027-07-01, a year each.
    let flows = try Samples.year(
      power: "20 MW",
      terms: [
        ("halls[a].name", "a"), ("halls[a].criticalIT", "10 MW"),
        ("halls[a].rentCommencement", "2027-01-01"), ("halls[b].name", "b"),
        ("halls[b].criticalIT", "10 MW"), ("halls[b].rentCommencement", "2027-07-01"),
        ("termClock", "per hall"),
      ])
    let found = try Samples.value(
      flows, tenant: Samples.defaults(before: 3), guarantor: .immediate, recovery: 0.4,
      downtime: .months(3), market: 0.85, basis: Samples.basis(0)
    ).figures
    #expect(found.certain == 24 * 100_000_000)
    // January to March paid; April to June at 40 %; from July on 6 + 12 rents at 85 %.
    #expect(found.unguaranteed == 300_000_000 + 3 * 40_000_000 + 18 * 85_000_000)
    #expect(found.guaranteed == found.unguaranteed)
  }

  @Test("a cap may step down with a lease year")
  func stepOfLeaseYear() throws {
    let support = [
      ("upTo", "20 M USD"), ("steps[1].year", "2"), ("steps[1].upTo", "3 M USD"),
    ]
    let flows = try Samples.year(length: "2 years", support: support)
    let worth = { (place: Int) throws in
      try Samples.value(
        flows, tenant: Samples.defaults(before: place), basis: Samples.basis(0)
      ).figures.worth
    }
    // Default before December 2027 leaves 13 rents, all below the cap of the first year.
    #expect(try worth(11) == 13 * 100_000_000)
    // The tenant pays January 2028, the first rent of lease year 2, and not February's: 730 + 31
    // days from 2026-01-01. Of 11 rents three are covered.
    let late = try DefaultIntensity(steps: [
      DefaultIntensity.Step(fromYears: 0, rate: 0),
      DefaultIntensity.Step(fromYears: (730.0 + 30) / 365, rate: .infinity),
    ])
    #expect(
      try Samples.value(flows, tenant: late, basis: Samples.basis(0)).figures.worth == 300_000_000)
  }

  @Test("prepaid rent is not at risk")
  func prepayment() throws {
    let found = try Samples.value(
      Samples.year(terms: [("prepayment.amount", "2.5 M USD"), ("prepayment.date", "2026-06-01")]),
      tenant: .immediate, basis: Samples.basis(0))
    // January, February and half of March are paid; the guarantor stands behind the rest.
    #expect(found.figures.certain == 950_000_000)
    #expect(found.figures.worth == 950_000_000)
    #expect(found.dueDays?.lowerBound == Samples.day("2027-03-01"))
    #expect(
      found.remarks
        == ["prepaid rent and credits for late delivery pay 2500000.00 USD of the rents"])
  }
}
