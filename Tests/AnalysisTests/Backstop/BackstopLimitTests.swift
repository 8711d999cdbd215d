import Analysis
import CashFlowEngine
import FinanceBasics
import Testing
import Valuation

/// What must come out where somebody cannot default, or does so at once.
@Suite("Limits of the worth of a guarantee")
struct BackstopLimitTests {
  private typealias Samples = BackstopSamples

  /// Σ 1,000,000.00 × 1.05^(−days ÷ 365), in cents.
  private static var certain: Double {
    Samples.days.reduce(0) { $0 + Samples.rent * Samples.factor(days: $1) }
  }

  @Test("without any chance of default rents have their certain value, and a guarantee none")
  func zeroIntensity() throws {
    let found = try Samples.value(
      Samples.year(), tenant: .none, guarantor: DefaultIntensity(constant: 0.02), recovery: 0.4,
      downtime: .months(12), market: 0.8
    ).figures
    #expect(found.rents == 12 * 100_000_000)
    // Half a cent of rounding.
    #expect(abs(Double(found.certain) - Self.certain) <= 0.5)
    #expect(found.guaranteed == found.certain)
    #expect(found.unguaranteed == found.certain)
    #expect(found.worth == 0 && found.expectedLoss == 0 && found.lossAlone == 0)
    #expect(found.rate == 0)
  }

  @Test("the certain value is that of base rent in a plain valuation")
  func plainValuation() throws {
    let deal = try Samples.year()
    let plain = try FlowValuation(of: [deal], case: .base, basis: Samples.basis())
    let found = try Samples.value(deal, tenant: DefaultIntensity(constant: 0.1))
    #expect(
      found.figures.certain == plain.charges.first { $0.charge == .baseRent }?.presentValue)
  }

  @Test("of a tenant that defaults at once a perfect guarantor pays everything that is covered")
  func immediate() throws {
    let found = try Samples.value(Samples.year(), tenant: .immediate).figures
    #expect(found.unguaranteed == 0)
    #expect(found.guaranteed == found.certain)
    #expect(found.worth == found.certain)
    #expect(found.covered == found.certain)
    // All of the covered rent: 10,000 basis points a year.
    #expect(found.rate == 1)
    #expect(found.lossAlone == found.certain && found.expectedLoss == 0)
  }

  @Test("a very high intensity is as good as default at once")
  func veryHigh() throws {
    // e^(−10,000 × 365 ÷ 365) of the first rent is no number at all.
    let found = try Samples.value(
      Samples.year(), tenant: DefaultIntensity(constant: 10_000), recovery: 0.4,
      downtime: .months(24)
    ).figures
    // 40 % of each rent is recovered as long as the downtime lasts.
    #expect(abs(Double(found.unguaranteed) - 0.4 * Self.certain) <= 0.5)
    #expect(found.guaranteed == found.certain)
  }

  @Test(
    "a perfect guarantor of all rent makes it certain", arguments: [0.001, 0.02, 0.3, 5])
  func perfectGuarantor(rate: Double) throws {
    let found = try Samples.value(
      Samples.year(), tenant: DefaultIntensity(constant: rate), recovery: 0.3,
      downtime: .months(3), market: 0.7
    ).figures
    #expect(found.guaranteed == found.certain)
    #expect(found.worth > 0 && found.worth == found.lossAlone)
  }

  @Test("a guarantor that defaults at once is worth nothing")
  func worthlessGuarantor() throws {
    let found = try Samples.value(
      Samples.year(), tenant: DefaultIntensity(constant: 0.3), guarantor: .immediate,
      recovery: 0.3, downtime: .months(3), market: 0.7
    ).figures
    #expect(found.worth == 0)
    #expect(found.covered == found.certain)
  }

  @Test("worth rises with the tenant's intensity and falls with the guarantor's")
  func monotone() throws {
    let rates = [0, 0.01, 0.03, 0.1, 0.5, 3]
    let byTenant = try rates.map { rate in
      try Samples.value(
        Samples.year(), tenant: DefaultIntensity(constant: rate),
        guarantor: DefaultIntensity(constant: 0.01), recovery: 0.4, downtime: .months(6),
        market: 0.8
      ).figures
    }
    for (less, more) in zip(byTenant, byTenant.dropFirst()) {
      #expect(less.unguaranteed > more.unguaranteed && less.guaranteed > more.guaranteed)
      #expect(less.worth < more.worth && less.expectedLoss < more.expectedLoss)
    }
    let byGuarantor = try rates.map { rate in
      try Samples.value(
        Samples.year(), tenant: DefaultIntensity(constant: 0.1),
        guarantor: DefaultIntensity(constant: rate), recovery: 0.4, downtime: .months(6),
        market: 0.8
      ).figures
    }
    for (less, more) in zip(byGuarantor, byGuarantor.dropFirst()) {
      #expect(less.worth > more.worth && less.guaranteed > more.guaranteed)
      #expect(less.unguaranteed == more.unguaranteed)
    }
  }

  @Test("past rents do not count, and a rent on the valuation date is certain")
  func valuationDate() throws {
    let found = try Samples.value(
      Samples.year(), tenant: .immediate, guarantor: .immediate,
      basis: Samples.basis(0, on: "2027-11-01"))
    // November is due on the day, December is lost.
    #expect(found.figures.certain == 200_000_000)
    #expect(found.figures.guaranteed == 100_000_000)
    #expect(found.dueDays == Samples.day("2027-11-01")...Samples.day("2027-12-01"))
    let late = try Samples.value(
      Samples.year(), tenant: .immediate, basis: Samples.basis(0, on: "2027-12-02"))
    #expect(late.figures.certain == 0 && late.dueDays == nil && late.figures.rate == nil)
    #expect(late.remarks == ["no base rent falls due on or after 2027-12-02"])
  }
}
