import FinanceBasics
import Testing
import Valuation

@Suite("Ill-posed rate of return")
struct IllPosedRateTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let flows: [DatedFlow]
    let problem: ValuationProblem
    var testDescription: String { problem.code }

    init(_ flows: [(String, Double)], _ problem: ValuationProblem) {
      self.flows = flows.map { DatedFlow(date: day($0.0), amount: $0.1) }
      self.problem = problem
    }
  }

  static let examples = [
    Example([], .noFlows),
    Example([("2027-01-01", 0), ("2028-01-01", 0)], .noFlows),
    Example([("2027-01-01", 100), ("2028-01-01", 0)], .nothingPaid),
    Example([("2027-01-01", -100), ("2028-01-01", -5)], .nothingReceived),
    Example([("2027-01-01", -100), ("2027-01-01", 120)], .allOnOneDay(day("2027-01-01"))),
    Example([("2027-01-01", -100), ("2027-01-01", 100)], .allOnOneDay(day("2027-01-01"))),
    // The payment is set off on its day; what is left is received.
    Example([("2027-01-01", -100), ("2027-01-01", 120), ("2028-01-01", 1)], .nothingPaid),
    Example([("2027-01-01", -100), ("2027-01-01", 20), ("2028-01-01", -1)], .nothingReceived),
    Example([("2027-01-01", -100), ("2028-01-01", .nan)], .amountNotFinite(position: 2)),
    Example([("2027-01-01", -.infinity), ("2028-01-01", 1)], .amountNotFinite(position: 1)),
  ]

  @Test("is an error that says why", arguments: examples)
  func refused(_ example: Example) {
    #expect(throws: example.problem) { try internalRateOfReturn(of: example.flows) }
  }

  @Test("is an error for periodic amounts too")
  func periodic() {
    #expect(throws: ValuationProblem.noFlows) { try internalRateOfReturn(ofPeriodic: []) }
    #expect(throws: ValuationProblem.nothingPaid) { try internalRateOfReturn(ofPeriodic: [5]) }
  }

  @Test("has a sentence, a place and a remedy for each problem", arguments: examples)
  func texts(_ example: Example) {
    #expect(!example.problem.problem.isEmpty)
    #expect(example.problem.location.field != nil)
    #expect(!example.problem.remedy.isEmpty)
  }
}
