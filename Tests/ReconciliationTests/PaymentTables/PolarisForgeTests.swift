import FinanceBasics
import LeaseModel
import Reconciliation
import Testing

/// Applied Digital's contracted payments from CoreWeave for buildings 2 and 3 of Polaris Forge 1.
///
/// Source: 10-K for the year to May 2025, note on leases, in thousands of dollars.
@Suite("Payments of Polaris Forge 1")
struct PolarisForgeTests {
  private static let table = [
    (2026, "81,156"), (2027, "326,340"), (2028, "372,130"), (2029, "383,294"), (2030, "394,793"),
  ]

  /// Searched once for all tests.
  private static let found = Result { try outcome() }

  private static func outcome() throws -> PaymentTableOutcome {
    var terms = [
      ("criticalIT", "250 MW"), ("term", "15 years"), ("rent.contractValue", "about 7 bn USD"),
      ("rent.escalator.fixed", "3 %"), ("contractedPayments.asOf", "2025-05-31"),
      ("contractedPayments.fiscalYearEnd", "05-31"),
    ]
    for (hall, megawatts, ready) in [("2", "100 MW", "2025-Q4"), ("3", "150 MW", "2026-H1")] {
      terms.append(("halls[building \(hall)].name", "building \(hall)"))
      terms.append(("halls[building \(hall)].criticalIT", megawatts))
      terms.append(("halls[building \(hall)].readyForService", ready))
    }
    for (place, (year, amount)) in table.enumerated() {
      terms.append(("contractedPayments.rows[\(place + 1)].year", "\(year)"))
      terms.append(("contractedPayments.rows[\(place + 1)].amount", "\(amount) k USD"))
    }
    terms.append(("contractedPayments.thereafter", "5,206,486 k USD"))
    terms.append(("contractedPayments.total", "6,764,199 k USD"))
    return try #require(matchPayments(of: TableDeal.deal(terms)))
  }

  /// A rent of 120 USD a kW-month for 250 MW is 360,000 k a year. Building 3 (18,000 k a month)
  /// from 2026-08-01 pays 180,000 k to May 2027, 36,000 + 185,400 k to May 2028. Of building 2 two
  /// halves (6,000 k a month each) step from 2025-08-01 and 2026-03-01, 10 and 3 months before June
  /// 2026: to May 2027 144,000 + 13 × 180 = 146,340 k, to May 2028 148,320 + 13 × 185.4 = 150,730.2
  /// k. Both: 326,340 and 372,130.2 k. The first year, 81,156 k, is 78,000 for the 13 months and
  /// 3,156 for 16 days of July 2025 of one half at 72,000 ÷ 365 a day. Fifteen years from the later
  /// half on end on 2041-02-28.
  @Test("a rent of 120 USD reproduces every row to the thousand")
  func reproduced() throws {
    let outcome = try Self.found.get()
    #expect(outcome.footing?.gap == .zero)
    #expect(outcome.verdict == .consistentOnlyIf)
    for fit in outcome.fits {
      #expect(fit.isConsistent)
      #expect(fit.rentPerKilowattMonth?.value == PreciseReal(integer: 120))
      #expect(fit.rules.anniversary == .nextMonth)
      #expect(fit.rules.proration == .actual365)
    }
    let fit = try #require(
      outcome.fits.first { $0.departures.contains(.phasesEndTogether(hall: "building 2")) })
    #expect(fit.halls.map(\.name) == ["building 2, phase 1", "building 2, phase 2", "building 3"])
    #expect(
      fit.halls.map(\.commencement.description) == ["2025-07-16", "2026-03-01", "2026-08-01"])
    #expect(fit.halls.map(\.lastDay.description) == ["2041-02-28", "2041-02-28", "2041-07-31"])
  }

  @Test("the rows say nothing of each half of building 2 by itself")
  func identification() throws {
    let notes = try Self.found.get().notes.filter { $0.subject == .notIdentified }
    #expect(
      notes.contains { $0.description.contains("2029 and 2030 are each the year before grown") })
    #expect(
      notes.contains {
        $0.description.contains("building 2, phase 1 and building 2, phase 2 begin in one fiscal")
      })
  }
}
