import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing
import Valuation

/// Deals of the samples, by sums over their projected rents.
@Suite("Guarantees of the sample deals")
struct BackstopSampleTests {
  private typealias Samples = BackstopSamples

  private func flows(_ id: String) throws -> DealCashFlows {
    try DealCashFlows(SampleDeals.deal(id), case: .base)
  }

  /// The posted base rents with their due days.
  private func rents(_ flows: DealCashFlows) -> [(due: CalendarDate, amount: Double)] {
    var rents: [(due: CalendarDate, amount: Double)] = []
    flows.projection.forEachCell { cell in
      if cell.charge == .baseRent { rents.append((cell.due, Double(cell.minorUnits))) }
    }
    return rents
  }

  @Test("River Bend: google covers all rent of both halls, without a cap")
  func riverBend() throws {
    let flows = try flows("hut8-river-bend")
    let found = try Samples.value(
      flows, tenant: DefaultIntensity(constant: 0.03), guarantor: DefaultIntensity(constant: 0.003),
      recovery: 0.4, downtime: .months(360), basis: Samples.basis(0.08))
    #expect(found.guarantors == [PartyID("google")] && found.cap == nil)
    // Nothing is re-let before the end: recovery + (1 − recovery)(S + G − S G) of each rent.
    var (certain, alone, guaranteed, rent) = (0.0, 0.0, 0.0, 0.0)
    for (due, amount) in rents(flows) {
      let days = Samples.day("2026-01-01").days(until: due)
      let value = amount * pow(base: 1.08, -Double(days) / 365)
      let (tenant, guarantor) = (
        Samples.alive(0.03, days: days), Samples.alive(0.003, days: days)
      )
      rent += amount
      certain += value
      alone += value * (0.4 + 0.6 * tenant)
      guaranteed += value * (0.4 + 0.6 * (tenant + guarantor - tenant * guarantor))
    }
    #expect(Double(found.figures.rents) == rent)
    // Some 360 products of numbers near 1e9 cents, each good to some 1e-15 of itself.
    #expect(abs(Double(found.figures.certain) - certain) <= 1)
    #expect(abs(Double(found.figures.unguaranteed) - alone) <= 1)
    #expect(abs(Double(found.figures.guaranteed) - guaranteed) <= 1)
    #expect(found.figures.covered == found.figures.certain)
    #expect(found.remarks.isEmpty)
  }

  @Test("a capped guarantee is worth less than one without a cap, and the warrants are valued")
  func lakeMariner() throws {
    let flows = try flows("terawulf-lake-mariner-cb5")
    let terms = try BackstopTerms(
      tenant: .immediate, guarantor: .none, marketRent: 0,
      sharePrice: Figure(reading: "15.00 USD", as: .money))
    let found = try BackstopValuation(of: [flows], basis: Samples.basis(0), terms: terms).deals[0]
    #expect(found.cap == 140_000_000_000)
    // Undiscounted, of a tenant that pays nothing: the cap itself.
    #expect(found.figures.worth == 140_000_000_000)
    #expect(found.figures.covered == 140_000_000_000)
    // 32,568,197 × (15.00 − 0.01).
    #expect(found.figures.warrants == Int64(32_568_197 * 1_499))
  }

  @Test("every sample deal is valued or refused for want of a guarantor")
  func all() throws {
    var valued = 0
    for id in SampleDeals.ids {
      let deal = try SampleDeals.deal(id)
      guard deal.resolved != nil else { continue }
      let flows = try DealCashFlows(deal, case: .base)
      do {
        let found = try Samples.value(
          flows, tenant: DefaultIntensity(constant: 0.05),
          guarantor: DefaultIntensity(constant: 0.005), recovery: 0.4, downtime: .months(12),
          market: 0.85)
        valued += 1
        let figures = found.figures
        #expect(figures.unguaranteed <= figures.guaranteed, "\(id)")
        #expect(figures.guaranteed <= figures.certain, "\(id)")
        #expect(figures.covered <= figures.certain, "\(id)")
      } catch BackstopProblem.noGuarantor {
        continue
      }
    }
    // River Bend, three of TeraWulf's, and Cipher's at least.
    #expect(valued >= 5)
  }
}
