import FinanceBasics
import Testing
import Valuation

/// −100, 60, 60 and −10, a year apart from 2027-01-01, a Friday.
private let flows = [
  DatedFlow(date: day("2027-01-01"), amount: -100),
  DatedFlow(date: day("2028-01-01"), amount: 60),
  DatedFlow(date: day("2028-12-31"), amount: 60),
  DatedFlow(date: day("2029-12-31"), amount: -10),
]

@Suite("Equity multiple")
struct EquityMultipleTests {
  @Test("is what is received over what is paid")
  func ratio() throws {
    // (60 + 60) ÷ (100 + 10)
    #expect(try #require(equityMultiple(of: flows)) == 120.0 / 110)
  }

  @Test("is absent where nothing is paid")
  func nothingPaid() {
    #expect(equityMultiple(of: [flows[1]]) == nil)
    #expect(equityMultiple(of: []) == nil)
  }
}

@Suite("Payback date")
struct PaybackDateTests {
  @Test("is the first day from which the running sum stays at zero or above")
  func staysAbove() {
    // −100, −40, 20, 10
    #expect(paybackDate(of: flows) == day("2028-12-31"))
    // −100, −40, 20, −20 and then 5: the first recovery did not last.
    let relapse =
      flows + [
        DatedFlow(date: day("2029-12-31"), amount: -30),
        DatedFlow(date: day("2030-01-31"), amount: 25),
      ]
    #expect(paybackDate(of: relapse) == day("2030-01-31"))
  }

  @Test("counts the flows of a day together, in any order")
  func sameDay() {
    let both = [flows[2], flows[0], DatedFlow(date: day("2027-01-01"), amount: 40)]
    #expect(paybackDate(of: both) == day("2028-12-31"))
  }

  @Test("is absent where nothing is owed, or where what is owed is not recovered")
  func absent() {
    #expect(paybackDate(of: [flows[1], flows[2]]) == nil)
    #expect(paybackDate(of: [flows[0], flows[1]]) == nil)
    #expect(paybackDate(of: []) == nil)
  }

  @Test("is later, or never, where the values are discounted")
  func discounted() throws {
    // At 25 %: −100 + 60 ÷ 1.25 = −52, and 60 ÷ 1.25² more is −13.6. At 10 %: −100, −45.45, 4.13.
    let first = day("2027-01-01")
    let paid = Array(flows[..<3])
    #expect(try discountedPaybackDate(of: paid, on: first, rate: 0.25) == nil)
    #expect(try discountedPaybackDate(of: paid, on: first, rate: 0.1) == day("2028-12-31"))
    #expect(try discountedPaybackDate(of: paid, on: first, rate: 0) == paybackDate(of: paid))
  }

  @Test("takes tenths that add up as zero")
  func rounding() {
    // 0.1 + 0.2 − 0.3 is 5.6e-17 in binary, and −0.3 + 0.1 + 0.2 is not quite zero either.
    let tenths = [-0.3, 0.1, 0.2].enumerated().map {
      DatedFlow(date: day("2027-01-01").adding(days: $0), amount: $1)
    }
    #expect(paybackDate(of: tenths) == day("2027-01-03"))
  }
}

@Suite("Duration")
struct DurationTests {
  @Test("is the time of a single flow, and ÷ (1 + rate) where modified")
  func single() throws {
    let duration = try Duration(of: [flows[1]], on: day("2027-01-01"), rate: 0.25)
    #expect(abs(duration.macaulay - 1) < 1e-15)
    #expect(abs(duration.modified - 1 / 1.25) < 1e-15)
  }

  @Test("weighs the times by present value, from the valuation date on")
  func weighted() throws {
    // 365 and 730 days after 2027-01-01 are 2028-01-01 and 2028-12-31, since 2028 is a leap year.
    let duration = try Duration(of: Array(flows[..<3]), on: day("2027-01-02"), rate: 0)
    #expect(abs(duration.macaulay - (364 + 729) / 2.0 / 365) < 1e-15)
  }

  @Test("is refused for flows that are worth nothing")
  func worthNothing() {
    #expect(throws: ValuationProblem.worthNothing) {
      try Duration(of: flows, on: day("2030-01-01"), rate: 0.08)
    }
  }
}
