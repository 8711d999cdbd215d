import FinanceBasics
import Foundation
import Testing
import Valuation

/// The Swift of docs/methods, line by line, with the figures that the pages state.
///
/// Every figure is worked out on its page by closed form; those with many digits were computed apart
/// from this package with decimals of 50 digits.
@Suite("Examples of the pages on methods")
struct MethodExamplesTests {
  @Test("rate-of-return.md: several rates, none, and a question that has no answer")
  func ratesOfReturn() throws {
    let several = try internalRateOfReturn(ofPeriodic: [-50, -100, 600, 300, -100])
    let none = try internalRateOfReturn(ofPeriodic: [100, -200, 150])
    // CONVENTIONS §9; both are roots of 2x⁴ + 4x³ − 24x² − 12x + 4 with x = 1 + rate.
    #expect(several.status == .several && several.signChanges == 2)
    #expect(several.roots.count == 2)
    #expect(abs(several.roots[0] - -0.768895470681) < 1e-12)
    #expect(abs(several.roots[1] - 1.854417828456) < 1e-12)
    // 100x² − 200x + 150 has the discriminant 200² − 4 × 100 × 150 = −20,000.
    #expect(none.status == .none && none.roots.isEmpty && none.signChanges == 2)
    #expect(throws: ValuationProblem.nothingReceived) {
      try internalRateOfReturn(ofPeriodic: [-100, -10])
    }
  }

  @Test("rate-of-return.md: the modified rate of return")
  func modifiedRate() throws {
    let amounts: [Double] = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000]
    let modified = try modifiedRateOfReturn(
      ofPeriodic: amounts, financeRate: 0.10, reinvestmentRate: 0.12)
    // 39,000 × 1.12⁴ + 30,000 × 1.12³ + 21,000 × 1.12² + 37,000 × 1.12 + 46,000 = 217,297.49504
    #expect(abs(modified - (power(217_297.49504 / 120_000, 0.2) - 1)) < 1e-13)
    #expect(abs(modified - 0.126094130366) < 1e-12)
  }

  @Test("rate-of-return.md: payback, plain and discounted")
  func payback() throws {
    let signed = day("2027-01-01")
    let flows = [
      DatedFlow(date: signed, amount: -100),
      DatedFlow(date: signed.adding(days: 365), amount: 60),
      DatedFlow(date: signed.adding(days: 730), amount: 60),
    ]
    let multiple = equityMultiple(of: flows)
    let plain = paybackDate(of: flows)
    let atTenPercent = try discountedPaybackDate(of: flows, on: signed, rate: 0.10)
    let atAQuarter = try discountedPaybackDate(of: flows, on: signed, rate: 0.25)
    #expect(multiple == 1.2)
    // −100, −40, 20; 2028 is a leap year, so 730 days after 2027-01-01 is 2028-12-31.
    #expect(plain == day("2028-12-31"))
    // −100 + 54.5455 + 49.5868 = 4.1322; −100 + 48 + 38.4 = −13.6
    #expect(atTenPercent == day("2028-12-31") && atAQuarter == nil)
  }

  @Test("time-value.md: annuities, level and growing")
  func annuities() throws {
    let rent = GrowingAnnuity(firstPayment: 376_366_063.24, growth: 0.03, periods: 15)
    let arrears = try rent.presentValue(rate: 0.08, timing: .arrears)
    let middle = try rent.presentValue(rate: 0.08, timing: .midPeriod)
    let advance = try rent.presentValue(rate: 0.08, timing: .advance)
    let inArrears = 376_366_063.24 * (1 - power(1.03 / 1.08, 15)) / (0.08 - 0.03)
    #expect(abs(arrears / inArrears - 1) < 1e-13 && abs(arrears - 3_830_380_514.59) < 0.005)
    #expect(abs(middle - 3_980_648_198.15) < 0.005)
    #expect(abs(advance - 4_136_810_955.75) < 0.005)

    let monthly = GrowingAnnuity(
      firstPayment: 376_366_063.24, growth: 0.03, periods: 15, paymentsPerPeriod: 12)
    let ofMonths = try monthly.presentValue(rate: 0.08, timing: .advance)
    // Twelfths at 0, 1, … 11 twelfths of a year, of each year's rent.
    #expect(abs(ofMonths - 3_994_412_244.73) < 0.005)

    let level = GrowingAnnuity(firstPayment: 100, growth: 0.08, periods: 15)
    let asItGrows = try level.presentValue(rate: 0.08, timing: .arrears)
    #expect(abs(asItGrows - 15 * 100 / 1.08) < 1e-10)
  }

  @Test("time-value.md: the functions of spreadsheets")
  func spreadsheetFunctions() throws {
    let pmt = try TimeValue.payment(rate: 0.05, periods: 10, presentValue: 100_000)
    let ipmt = try TimeValue.interestPayment(
      rate: 0.05, period: 2, periods: 10, presentValue: 100_000)
    let ppmt = try TimeValue.principalPayment(
      rate: 0.05, period: 2, periods: 10, presentValue: 100_000)
    let interest = try TimeValue.cumulativeInterest(
      rate: 0.05, through: 1...10, periods: 10, presentValue: 100_000)
    let pv = try TimeValue.presentValue(rate: 0.05, periods: 10, payment: -12_950.46)
    let fv = try TimeValue.futureValue(
      rate: 0.005, periods: 120, payment: -1_000, presentValue: 0)
    let nper = try TimeValue.periods(rate: 0.05, payment: -15_000, presentValue: 100_000)
    let rate = try TimeValue.rate(periods: 10, payment: -12_950.46, presentValue: 100_000)
    let factor = (1 - power(1.05, -10)) / 0.05
    #expect(abs(pmt + 100_000 / factor) < 1e-9 && abs(pmt - -12_950.46) < 0.005)
    // After the first payment 100,000 − 7,950.46 = 92,049.54 is owed; 5 % of it is 4,602.48.
    #expect(abs(ipmt - -4_602.48) < 0.005 && abs(ppmt - -8_347.98) < 0.005)
    #expect(abs(interest - -29_504.57) < 0.005)
    #expect(abs(pv - 12_950.46 * factor) < 1e-8 && abs(pv - 100_000.02) < 0.005)
    // 1,000 × (1.005¹²⁰ − 1) ÷ 0.005
    #expect(abs(fv - 163_879.35) < 0.005)
    // −ln(1 − 100,000 × 5 % ÷ 15,000) ÷ ln 1.05
    #expect(abs(nper - 8.310386222521) < 1e-11)
    #expect(rate.rate.map { abs($0 - 0.05) < 1e-7 } == true)
  }

  @Test("time-value.md: payments at the start and in the middle of their periods")
  func timing() throws {
    let first = try TimeValue.payment(
      rate: 0.05, periods: 10, presentValue: 100_000, timing: .advance)
    let middle = try TimeValue.payment(
      rate: 0.05, periods: 10, presentValue: 100_000, timing: .midPeriod)
    // 12,950.457497 ÷ 1.05 and ÷ √1.05
    #expect(abs(first - -12_333.77) < 0.005 && abs(middle - -12_638.35) < 0.005)
  }

  @Test("duration.md: a bond, its durations and its convexity")
  func duration() throws {
    let bond = [5.0, 5, 5, 5, 105].enumerated().map { TimedFlow(years: Double($0 + 1), amount: $1) }
    let duration = try Duration(of: bond, rate: 0.08)
    // Σ 5 ÷ 1.08ᵗ + 100 ÷ 1.08⁵, and its moments in t and in t × (t + 1).
    #expect(abs(duration.presentValue - 88.021870) < 5e-7)
    #expect(abs(duration.macaulay - 4.511575) < 5e-7)
    #expect(abs(duration.modified - 4.177384) < 5e-7)
    #expect(abs(duration.convexity - 22.401659) < 5e-7)
    #expect(abs(duration.basisPointValue - 0.036770) < 5e-7)
  }

  @Test("duration.md: key rates share a flow between the neighbouring maturities")
  func keyRates() throws {
    let today = day("2027-01-01")
    let curve = try DiscountCurve(flatRate: 0.05, compounding: .annual, on: today)
    let flow = DatedFlow(date: today.adding(days: 7 * 365), amount: 100)
    let keys = try KeyRateDurations(of: [flow], curve: curve, years: [2, 5, 10])
    // 7 years lie 2 ÷ 5 of the way from 5 to 10: 7 × 3 ÷ 5 and 7 × 2 ÷ 5.
    #expect(zip(keys.durations, [0, 4.2, 2.8]).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(abs(keys.total - 7) < 1e-14)
  }
}

extension MethodExamplesTests {
  /// The folder of the pages, from this file.
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../../docs/methods").standardizedFileURL

  @Test(
    "every line of Swift on a page is a line of these tests",
    arguments: ["rate-of-return.md", "time-value.md", "duration.md"])
  func pageIsTested(_ page: String) throws {
    let tests = try Self.lines(of: URL(filePath: #filePath))
    let text = try Self.lines(of: Self.folder.appending(path: page))
    var isSwift = false
    var count = 0
    for line in text {
      if line.hasPrefix("```") {
        isSwift = line == "```swift"
      } else if isSwift, !line.isEmpty {
        count += 1
        #expect(tests.contains(line), "\(page): \(line)")
      }
    }
    #expect(count > 0)
  }

  /// The lines of a file without indentation and without remarks.
  private static func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").map { line in
      let code = line.firstRange(of: "  //").map { String(line[..<$0.lowerBound]) } ?? line
      return code.trimmingCharacters(in: .whitespaces)
    }
  }
}
