import FinanceBasics
import Testing
import Valuation

/// pmt, ipmt, ppmt, pv, fv, nper, rate, cumipmt, cumprinc, mirr, nfv, xnfv and xfv.
@Suite("Time-value functions of the oracle")
struct TimeValueOracleTests {
  static let examples = OracleCase.cases(
    of: "pmt", "ipmt", "ppmt", "pv", "fv", "nper", "rate", "cumipmt", "cumprinc", "mirr", "nfv",
    "xnfv", "xfv")

  @Test("are all there")
  func count() {
    // 13 pmt, 32 ipmt, 16 ppmt, 8 pv, 17 fv, 6 nper, 8 rate, 2 + 2 cumulative, 16 mirr, 3 others
    #expect(Self.examples.count == 13 + 32 + 16 + 8 + 17 + 6 + 8 + 2 + 2 + 16 + 3)
  }

  @Test("are reproduced", arguments: examples)
  func value(_ example: OracleCase) throws {
    switch example.expected {
    case .number(let expected):
      let value = try result(of: example)
      #expect(example.accepts(value, for: expected), "\(value) for \(expected)")
    case .text(let text):
      #expect(text == "inf")
      #expect(try result(of: example) == .infinity)
    case .nothing:
      #expect(throws: ValuationProblem.self) { try result(of: example) }
    }
  }

  private func result(of example: OracleCase) throws -> Double {
    switch example.function {
    case "mirr", "nfv", "xnfv", "xfv": try flowResult(of: example)
    case "ipmt", "ppmt", "cumipmt", "cumprinc": try splitResult(of: example)
    default: try loanResult(of: example)
    }
  }

  private func loanResult(of example: OracleCase) throws -> Double {
    let inputs = example.inputs
    let timing: PaymentTiming = inputs.begin == true ? .advance : .arrears
    let (rate, nper) = (inputs.rate ?? 0, inputs.nper ?? 0)
    let (pmt, pv, fv) = (inputs.pmt ?? 0, inputs.pv ?? 0, inputs.fv ?? 0)
    switch example.function {
    case "pmt":
      return try TimeValue.payment(
        rate: rate, periods: nper, presentValue: pv, futureValue: fv, timing: timing)
    case "pv":
      return try TimeValue.presentValue(
        rate: rate, periods: nper, payment: pmt, futureValue: fv, timing: timing)
    case "fv":
      return try TimeValue.futureValue(
        rate: rate, periods: nper, payment: pmt, presentValue: pv, timing: timing)
    case "nper":
      return try TimeValue.periods(
        rate: rate, payment: pmt, presentValue: pv, futureValue: fv, timing: timing)
    default:
      let found = try TimeValue.rate(
        periods: Int(nper), payment: pmt, presentValue: pv, futureValue: fv, timing: timing)
      return try #require(found.rate)
    }
  }

  private func splitResult(of example: OracleCase) throws -> Double {
    let inputs = example.inputs
    let timing: PaymentTiming = inputs.begin == true ? .advance : .arrears
    let (rate, nper, pv) = (inputs.rate ?? 0, Int(inputs.nper ?? 0), inputs.pv ?? 0)
    switch example.function {
    case "ipmt":
      return try TimeValue.interestPayment(
        rate: rate, period: inputs.per ?? 0, periods: nper, presentValue: pv,
        futureValue: inputs.fv ?? 0, timing: timing)
    case "ppmt":
      return try TimeValue.principalPayment(
        rate: rate, period: inputs.per ?? 0, periods: nper, presentValue: pv,
        futureValue: inputs.fv ?? 0, timing: timing)
    case "cumipmt":
      return try TimeValue.cumulativeInterest(
        rate: rate, through: (inputs.start ?? 0)...(inputs.end ?? 0), periods: nper,
        presentValue: pv)
    default:
      return try TimeValue.cumulativePrincipal(
        rate: rate, through: (inputs.start ?? 0)...(inputs.end ?? 0), periods: nper,
        presentValue: pv)
    }
  }

  private func flowResult(of example: OracleCase) throws -> Double {
    let inputs = example.inputs
    switch example.function {
    case "mirr":
      return try modifiedRateOfReturn(
        ofPeriodic: inputs.amounts ?? [], financeRate: inputs.financeRate ?? 0,
        reinvestmentRate: inputs.reinvestRate ?? 0)
    case "nfv":
      return try netFutureValue(
        rate: inputs.rate ?? 0, periods: Int(inputs.nper ?? 0), amounts: inputs.amounts ?? [])
    case "xnfv":
      return try futureValue(
        of: example.flows, on: #require(example.flows.map(\.date).max()), rate: inputs.rate ?? 0)
    default:
      let flow = DatedFlow(date: day(inputs.cashFlowDate ?? ""), amount: inputs.cashFlow ?? 0)
      return try forwardValue(
        of: flow, from: day(inputs.startDate ?? ""), rateToFlow: inputs.cashFlowRate ?? 0,
        on: day(inputs.endDate ?? ""), rateToEnd: inputs.endRate ?? 0)
    }
  }
}
