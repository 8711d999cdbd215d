import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing
import Valuation

@Suite("Guarantees of several deals")
struct BackstopValuationTests {
  private typealias Samples = BackstopSamples

  private func terms(price: String? = nil) throws -> BackstopTerms {
    try BackstopTerms(
      tenant: DefaultIntensity(constant: 0.05), guarantor: DefaultIntensity(constant: 0.01),
      recovery: 0.4, downtime: .months(12), marketRent: 0.8,
      sharePrice: price.map { try Figure(reading: $0, as: .money) })
  }

  private static func warrants(
    _ place: Int = 1, holder: String = "google", shares: String? = "1,000,000 shares",
    price: String? = "0.40 USD"
  ) -> [(String, String)] {
    [("warrants[\(place)].holder", holder)]
      + (shares.map { [("warrants[\(place)].shares", $0)] } ?? [])
      + (price.map { [("warrants[\(place)].exercisePrice", $0)] } ?? [])
  }

  @Test("sums are of what is posted for each deal")
  func sums() throws {
    let deals = [
      try Samples.year("one", terms: Self.warrants()),
      try Samples.year("two", support: [("upTo", "3 M USD")]),
    ]
    let both = try BackstopValuation(
      of: deals, basis: Samples.basis(), terms: terms(price: "15.40 USD"))
    #expect(both.deals.map(\.deal.text) == ["one", "two"])
    let alone = try deals.map {
      try BackstopValuation(of: [$0], basis: Samples.basis(), terms: terms()).total
    }
    #expect(both.total.rents == 2 * 12 * 100_000_000)
    #expect(both.total.certain == alone[0].certain + alone[1].certain)
    #expect(both.total.worth == alone[0].worth + alone[1].worth)
    #expect(both.total.covered == alone[0].covered + alone[1].covered)
    #expect(both.total.expectedLoss == alone[0].expectedLoss + alone[1].expectedLoss)
    #expect(alone[1].worth < alone[0].worth)
    // The warrants were given for the first guarantee.
    #expect(both.total.warrants == 1_500_000_000)
    #expect(both.total.warrantsOverWorth == 1_500_000_000 / Double(alone[0].worth))
  }

  @Test("a deal without a guarantor is refused by name, or left out")
  func noGuarantor() throws {
    let deals = [try Samples.year(), try Samples.year("alone", guarantor: nil)]
    #expect(throws: BackstopProblem.noGuarantor([DealID("alone")])) {
      try BackstopValuation(of: deals, basis: Samples.basis(), terms: terms())
    }
    let found = try BackstopValuation(
      of: deals, basis: Samples.basis(), terms: terms(), leavesOut: true)
    #expect(found.deals.map(\.deal.text) == ["year"])
    #expect(found.unguaranteed == [DealID("alone")])
    #expect(throws: BackstopProblem.noGuarantor([DealID("alone")])) {
      try BackstopValuation(
        of: [deals[1]], basis: Samples.basis(), terms: terms(), leavesOut: true)
    }
    #expect(BackstopProblem.noGuarantor([DealID("alone")]).problem.contains("alone"))
  }

  @Test("a deal tells who owes, who guarantees, until when and up to how much")
  func parties() throws {
    let deal = try Samples.year(support: [("upTo", "3 M USD"), ("through", "2027-10-31")])
    let found = try BackstopValuation(
      of: [deal], basis: Samples.basis(), terms: terms()
    ).deals[0]
    #expect(found.tenant == PartyID("fluidstack") && found.guarantors == [PartyID("google")])
    #expect(found.cap == 300_000_000)
    #expect(found.coveredThrough == Samples.day("2027-10-01"))
    #expect(
      found.remarks == ["rents due from 2027-11-01 to 2027-12-01 are not, or not all, covered"])
  }

  @Test("a guarantee that has ended covers nothing and is worth nothing")
  func ended() throws {
    let deal = try Samples.year(support: [("through", "2027-06-30")])
    let found = try BackstopValuation(
      of: [deal], basis: Samples.basis(on: "2027-07-01"), terms: terms()
    ).deals[0]
    #expect(found.coveredThrough == nil && found.cap == nil)
    #expect(found.figures.worth == 0 && found.figures.rate == nil)
    #expect(found.figures.certain > found.figures.guaranteed)
    #expect(
      found.remarks == ["the guarantee covers no base rent due on or after 2027-07-01"])
  }

  @Test("two guarantees are one, their caps added")
  func twoGuarantees() throws {
    let second = [
      ("creditSupport[2].guarantor", "microsoft"), ("creditSupport[2].upTo", "1 M USD"),
    ]
    let pair = try Samples.year(support: [("upTo", "2 M USD")], terms: second)
    let one = try Samples.year(support: [("upTo", "3 M USD")])
    let found = try [pair, one].map {
      try BackstopValuation(of: [$0], basis: Samples.basis(), terms: terms()).deals[0]
    }
    #expect(found[0].figures == found[1].figures)
    #expect(found[0].cap == 300_000_000)
    #expect(
      found[0].remarks == [
        "2 guarantees are read as one, their caps added",
        "google and microsoft are read as one guarantor, with the one intensity",
      ])
  }

  @Test("warrants of a guarantor are worth shares times what a share is above the exercise price")
  func warrants() throws {
    let deal = try Samples.year(
      terms: Self.warrants() + Self.warrants(2, shares: "500 shares", price: "20 USD")
        + Self.warrants(3, holder: "fluidstack"))
    let found = try BackstopValuation(
      of: [deal], basis: Samples.basis(), terms: terms(price: "15.40 USD")
    ).deals[0]
    // 1,000,000 × (15.40 − 0.40); the others are out of the money, and the tenant's.
    #expect(found.warrants.map(\.value) == [1_500_000_000, 0])
    #expect(found.figures.warrants == 1_500_000_000)
    let worth = Double(found.figures.worth)
    #expect(found.figures.warrantsOverWorth == 1_500_000_000 / worth)
    #expect(
      found.remarks == ["warrants of fluidstack, who guarantees nothing here, are left out"])
  }

  @Test("warrants without a price, of the share or of the exercise, have no value")
  func unpricedWarrants() throws {
    let unpriced = try BackstopValuation(
      of: [Samples.year(terms: Self.warrants())], basis: Samples.basis(), terms: terms()
    ).deals[0]
    #expect(unpriced.figures.warrants == nil && unpriced.figures.warrantsOverWorth == nil)
    #expect(unpriced.remarks == ["warrants are not valued without a share price"])
    let unstated = try BackstopValuation(
      of: [Samples.year(terms: Self.warrants(price: nil))], basis: Samples.basis(),
      terms: terms(price: "15.40 USD")
    ).deals[0]
    #expect(unstated.figures.warrants == nil)
    #expect(
      unstated.remarks
        == ["warrants without a stated number or exercise price are not valued"])
  }

  @Test("warrants on shares of two landlords have no common price")
  func severalLandlords() throws {
    let deals = try [
      Samples.year("one", terms: Self.warrants()),
      Samples.year("two", landlord: "terawulf", terms: Self.warrants()),
    ]
    #expect(
      throws: BackstopProblem.severalLandlords([PartyID("hut-8"), PartyID("terawulf")])
    ) {
      try BackstopValuation(
        of: deals, basis: Samples.basis(), terms: terms(price: "15.40 USD"))
    }
    let unpriced = try BackstopValuation(of: deals, basis: Samples.basis(), terms: terms())
    #expect(unpriced.total.warrants == nil)
  }

  @Test("bad terms are refused, and say how to put them right")
  func badTerms() throws {
    let none = DefaultIntensity.none
    let code = BackstopSamples.code
    #expect(
      code { _ = try BackstopTerms(tenant: none, guarantor: none, recovery: 1.1) }
        == "backstop.share-out-of-range")
    #expect(
      code { _ = try BackstopTerms(tenant: none, guarantor: none, marketRent: .nan) }
        == "backstop.share-out-of-range")
    #expect(
      code { _ = try BackstopTerms(tenant: none, guarantor: none, downtime: .months(-1)) }
        == "backstop.downtime-malformed")
    #expect(code { _ = try self.terms(price: "15 EUR") } == nil)
    #expect(
      code {
        _ = try BackstopValuation(
          of: [Samples.year()], basis: Samples.basis(), terms: self.terms(price: "15 EUR"))
      } == "backstop.currency-differs")
    #expect(
      BackstopProblem.shareOutOfRange(.recovery, 1.1).problem
        == "the recovery, a fraction of 1.1, is not from 0 % to 100 %")
  }

  @Test("a downtime is in months or in days")
  func downtime() throws {
    #expect(try BackstopTerms.downtime(reading: "12mo") == .months(12))
    #expect(try BackstopTerms.downtime(reading: "0mo") == .months(0))
    #expect(try BackstopTerms.downtime(reading: "1 year 6 months") == .months(18))
    #expect(try BackstopTerms.downtime(reading: "90d") == .days(90))
    for text in ["12", "-3mo", "1 month 3 days", ""] {
      #expect(throws: BackstopProblem.downtimeMalformed(text)) {
        try BackstopTerms.downtime(reading: text)
      }
    }
  }
}
