import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Valuation

/// A year of rent at 1,000,000.00 a month, due on the first of each month of 2027.
enum BackstopSamples {
  /// 10 MW × 100 USD/kW-month from Friday 2027-01-01, guaranteed by google unless said otherwise.
  static func year(
    _ id: String = "year", landlord: String = "hut-8", guarantor: String? = "google",
    power: String = "10 MW", length: String = "1 year", support: [(String, String)] = [],
    terms: [(String, String)] = []
  ) throws -> DealCashFlows {
    let named = guarantor.map { [("creditSupport[1].guarantor", $0)] } ?? []
    let deal = try DealBuilder.deal(
      id,
      terms: [
        ("landlord", landlord), ("tenant", "fluidstack"), ("contract.kind", "lease"),
        ("contract.structure", "triple-net"), ("criticalIT", power), ("term", length),
        ("rentCommencement", "2027-01-01"), ("rent.rate", "100 USD/kW-month"),
      ] + named + support.map { ("creditSupport[1].\($0)", $1) } + terms)
    return try DealCashFlows(AnalysedDeal(versions: [deal]), case: .base)
  }

  /// A month's rent in cents.
  static let rent = 100_000_000.0

  /// Days from Thursday 2026-01-01 to the first of each month of 2027, which is no leap year.
  static let days = [
    365, 365 + 31, 365 + 59, 365 + 90, 365 + 120, 365 + 151, 365 + 181, 365 + 212, 365 + 243,
    365 + 273, 365 + 304, 365 + 334,
  ]

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

  /// On Thursday 2026-01-01 at 5 % effective annual, by `actual365` unless said otherwise.
  static func basis(
    _ rate: Double = 0.05, _ convention: PresentValueConvention = .actual365,
    on date: String = "2026-01-01"
  ) -> ValuationBasis {
    ValuationBasis(date: day(date), rate: rate, convention: convention)
  }

  /// 1.05 to the power of minus so many years of 365 days.
  static func factor(days: Int) -> Double { pow(base: 1.05, -Double(days) / 365) }

  /// e to the power of minus a rate over so many days.
  static func alive(_ rate: Double, days: Int) -> Double {
    pow(base: 2.718281828459045235, -rate * Double(days) / 365)
  }

  /// A party that lives until a day of 2027 and defaults on it, by its place among the due days.
  static func defaults(before place: Int) throws -> DefaultIntensity {
    try DefaultIntensity(steps: [
      DefaultIntensity.Step(fromYears: 0, rate: 0),
      // The day before it falls due.
      DefaultIntensity.Step(fromYears: Double(days[place] - 1) / 365, rate: .infinity),
    ])
  }

  static func value(
    _ deal: DealCashFlows, tenant: DefaultIntensity, guarantor: DefaultIntensity = .none,
    recovery: Double = 0, downtime: Tenor = .months(0), market: Double = 0,
    basis: ValuationBasis = basis()
  ) throws -> DealBackstop {
    let terms = try BackstopTerms(
      tenant: tenant, guarantor: guarantor, recovery: recovery, downtime: downtime,
      marketRent: market)
    return try BackstopValuation(of: [deal], basis: basis, terms: terms).deals[0]
  }

  /// The code of what an expression throws; `nil` where it throws nothing.
  static func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let problem as any Diagnostic {
      return problem.code
    } catch {
      return "\(error)"
    }
  }
}
