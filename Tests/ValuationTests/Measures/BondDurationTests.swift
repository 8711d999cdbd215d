import FinanceBasics
import Testing
import Valuation

/// Relative: QuantLib's prices and durations printed to 16 digits.
private let tolerance = 1e-10

/// Bonds of QuantLib 1.44: face 100, unadjusted dates counted back from maturity.
@Suite("Durations of bonds")
struct BondDurationTests {
  struct Bond: Sendable, CustomTestStringConvertible {
    let row: [String: String]
    let dayCount: DayCount
    let compounding: Compounding
    let frequency: Frequency
    var testDescription: String { "\(row["id"] ?? "") \(dayCount.rawValue) \(compounding)" }

    init?(_ row: [String: String]) {
      let months = ["monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12]
      guard let dayCount = DayCount(rawValue: row["day_count"] ?? ""),
        let compounding = Compounding(rawValue: row["compounding"] ?? ""),
        let count = months[row["frequency"] ?? ""]
      else { return nil }
      self.row = row
      self.dayCount = dayCount
      self.compounding = compounding
      frequency = Frequency(months: count)
    }

    func number(_ column: String) -> Double { OracleTable.number(row[column]) }

    /// The coupons after settlement and the face value, with the years by the bond's day count.
    func flows() throws -> [TimedFlow] {
      let settlement = day(row["settlement"] ?? "")
      let term = day(row["issue"] ?? "")..<day(row["maturity"] ?? "")
      let periods = try Schedule(
        ScheduleTerms(term, frequency: frequency, stub: .shortInitial)
      ).periods
      var years = 0.0
      return periods.filter { $0.unadjusted.upperBound > settlement }.flatMap { period in
        let rest = max(settlement, period.unadjusted.lowerBound)..<period.unadjusted.upperBound
        years += dayCount.yearFraction(
          of: AccrualPeriod(
            rest, reference: period.reference, referenceMonths: frequency.months))
        let accrual = dayCount.yearFraction(of: period.accrualPeriod(frequency: frequency))
        let coupon = TimedFlow(years: years, amount: 100 * number("coupon") * accrual)
        let isLast = period.unadjusted.upperBound == term.upperBound
        return isLast ? [coupon, TimedFlow(years: years, amount: 100)] : [coupon]
      }
    }
  }

  static let bonds = OracleTable.rows("bonds").compactMap(Bond.init)

  @Test("have all their vectors")
  func count() {
    #expect(Self.bonds.count == 153)
  }

  @Test("are QuantLib's, with price and convexity", arguments: bonds)
  func published(_ bond: Bond) throws {
    let duration = try Duration(
      of: bond.flows(), rate: bond.number("yield"), compounding: bond.compounding)
    func agrees(_ value: Double, _ column: String) -> Bool {
      abs(value - bond.number(column)) <= tolerance * abs(bond.number(column))
    }
    #expect(agrees(duration.presentValue, "dirty_price"))
    #expect(agrees(duration.macaulay, "macaulay"))
    #expect(agrees(duration.modified, "modified"))
    #expect(agrees(duration.convexity, "convexity"))
  }
}

@Suite("Rate sensitivities")
struct RateSensitivityTests {
  private let today = day("2027-01-01")
  private let flows = (1...30).map {
    DatedFlow(date: day("2027-01-01").adding(months: 6 * $0), amount: 10 + Double($0))
  }

  @Test("are the derivatives of the value", arguments: Compounding.allCases)
  func derivatives(_ compounding: Compounding) throws {
    let duration = try Duration(of: flows, on: today, rate: 0.07, compounding: compounding)
    func value(_ rate: Double) throws -> Double {
      try presentValue(of: flows, on: today, rate: rate, compounding: compounding).amount
    }
    // Central differences, whose own error is about the square of the step.
    let step = 1e-5
    let slope = (try value(0.07 + step) - value(0.07 - step)) / (2 * step)
    #expect(abs(slope / duration.presentValue + duration.modified) < 1e-6)
    #expect(abs(slope / -10_000 - duration.basisPointValue) < 1e-6)
    let wide = 1e-3
    let curvature =
      (try value(0.07 + wide) - 2 * value(0.07) + value(0.07 - wide)) / (wide * wide)
    #expect(abs(curvature / duration.presentValue / duration.convexity - 1) < 1e-3)
  }

  @Test("of single keys add up to that of the whole curve, and each is the derivative by its key")
  func keyRates() throws {
    let curve = try DiscountCurve(flatRate: 0.05, compounding: .continuous, on: today)
    let keys = [2.0, 5.0, 10.0]
    let found = try KeyRateDurations(of: flows, curve: curve, years: keys)
    let whole = try Duration(of: flows, on: today, rate: 0.05, compounding: .continuous)
    #expect(abs(found.total - whole.modified) < 1e-12)
    #expect(abs(found.presentValue - whole.presentValue) < 1e-9)
    // A curve with nodes at the keys, the middle one raised by a basis point.
    let days = keys.map { today.adding(days: Int($0 * 365)) }
    let raised = try DiscountCurve(
      zeroRates: zip(days, [0.05, 0.0501, 0.05]).map { CurvePoint($0, $1) },
      compounding: .continuous, on: today)
    let value = try presentValue(of: flows, on: today, curve: raised).amount
    let fall = (found.presentValue - value) / found.presentValue / 1e-4
    #expect(abs(fall - found.durations[1]) < 5e-3 * fall)
  }
}
