import FinanceBasics
import Testing
import Valuation

@Suite("Present value of dated flows")
struct PresentValueTests {
  /// Microsoft's example of XIRR and XNPV: five flows from 2008-01-01, a Tuesday.
  static let microsoft = [
    DatedFlow(date: day("2008-01-01"), amount: -10_000),
    DatedFlow(date: day("2008-03-01"), amount: 2_750),
    DatedFlow(date: day("2008-10-30"), amount: 4_250),
    DatedFlow(date: day("2009-02-15"), amount: 3_250),
    DatedFlow(date: day("2009-04-01"), amount: 2_750),
  ]

  @Test("is Microsoft's XNPV of 2,086.647602 at 9 %")
  func microsoftExample() throws {
    // Source: Excel's help on XNPV; CONVENTIONS §9 carries it to six digits.
    let value = try presentValue(
      of: Self.microsoft, on: day("2008-01-01"), rate: 0.09, convention: .actual365)
    #expect(abs(value.amount - 2_086.647602) < 1e-6)
    #expect(value.pastFlows == 0)
  }

  @Test("reproduces the xnpv cases", arguments: OracleCase.cases(of: "xnpv"))
  func oracle(_ example: OracleCase) throws {
    let first = try #require(example.flows.map(\.date).min())
    let value = try presentValue(
      of: example.flows, on: first, rate: #require(example.inputs.rate), convention: .actual365)
    guard case .number(let expected) = example.expected else { return }
    #expect(example.accepts(value.amount, for: expected))
  }

  @Test("counts a flow on the valuation date in full, and sums those before it apart")
  func pastFlows() throws {
    let value = try presentValue(
      of: Self.microsoft, on: day("2008-10-30"), rate: 0, convention: .actual365)
    #expect(value == PresentValue(amount: 4_250 + 3_250 + 2_750, pastFlows: -10_000 + 2_750))
  }

  @Test("at a zero rate is the plain sum", arguments: PresentValueConvention.allCases)
  func zeroRate(_ convention: PresentValueConvention) throws {
    let value = try presentValue(
      of: Self.microsoft, on: day("2008-01-01"), rate: 0, convention: convention)
    #expect(value.amount == -10_000 + 2_750 + 4_250 + 3_250 + 2_750)
  }

  /// Rent of June 2028 (30 days), paid on its first day, valued on 2027-12-15, a Wednesday.
  struct Timing: Sendable, CustomTestStringConvertible {
    let convention: PresentValueConvention
    let years: Double
    var testDescription: String { convention.rawValue }
  }

  @Test(
    "counts time as its convention says",
    arguments: [
      // 16 days of December after the 15th, then January to May of a leap year, and one.
      Timing(convention: .actual365, years: (16.0 + 31 + 29 + 31 + 30 + 31 + 1) / 365),
      Timing(convention: .monthly, years: 6.0 / 12),
      Timing(convention: .midPeriod, years: (16.0 + 31 + 29 + 31 + 30 + 31 + 1 + 15) / 365),
    ])
  func timing(_ example: Timing) throws {
    let rent = DatedFlow(date: day("2028-06-01"), amount: 100)
    let value = try presentValue(
      of: [rent], on: day("2027-12-15"), rate: 0.21, convention: example.convention)
    let expected = 100 / power(1.21, example.years)
    #expect(abs(value.amount - expected) < 1e-12 * expected)
  }

  @Test("never values rent earned before the valuation date above its amount")
  func earnedBefore() throws {
    let rent = DatedFlow(
      date: day("2028-06-30"), amount: 100, accrualMonth: YearMonth(year: 2028, month: 6))
    let value = try presentValue(
      of: [rent], on: day("2028-06-29"), rate: 0.08, convention: .midPeriod)
    #expect(value.amount == 100)
  }

  @Test("refuses a rate that is none", arguments: [-1, -1.5, .nan, .infinity])
  func badRate(_ rate: Double) {
    #expect(throws: ValuationProblem.self) {
      try presentValue(
        of: Self.microsoft, on: day("2008-01-01"), rate: rate, convention: .actual365)
    }
  }

  @Test("refuses an amount that is not finite, and a value that would not be")
  func notFinite() {
    let today = day("2008-01-01")
    #expect(throws: ValuationProblem.amountNotFinite(position: 1)) {
      try presentValue(
        of: [DatedFlow(date: today, amount: .nan)], on: today, rate: 0, convention: .monthly)
    }
    #expect(throws: ValuationProblem.valueNotFinite(rate: -0.99999)) {
      try presentValue(
        of: [DatedFlow(date: day("2108-01-01"), amount: 1)], on: today, rate: -0.99999,
        convention: .actual365)
    }
  }
}
