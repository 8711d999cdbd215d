import FinanceBasics
import LeaseModel
import Testing

@Suite("Contracted payments of a deal")
struct ContractedPaymentsTests {
  @Test("are read with their days, years and amounts")
  func read() throws {
    let payments = try #require(
      try DraftBuilder.deal(
        DraftBuilder.minimum + [
          ("terms.contractedPayments.asOf", "2025-05-31"),
          ("terms.contractedPayments.fiscalYearEnd", "05-31"),
          ("terms.contractedPayments.rows[1].year", "2026"),
          ("terms.contractedPayments.rows[1].amount", "81,156 k USD"),
          ("terms.contractedPayments.thereafter", "5,206,486 k USD"),
        ]
      ).terms.contractedPayments)
    #expect(payments.asOf?.value.description == "2025-05-31")
    #expect(payments.fiscalYearEnd?.value.description == "05-31")
    #expect(payments.rows.map(\.year) == [2026])
    #expect(payments.rows.first?.amount.value.point == ExactDecimal(81_156_000))
    #expect(payments.thereafter?.value.text == "5,206,486 k USD")
    #expect(payments.total == nil)
  }

  @Test("are none where no row stands")
  func none() throws {
    let deal = try DraftBuilder.deal(
      DraftBuilder.minimum + [("terms.contractedPayments.asOf", "2025-05-31")])
    #expect(deal.terms.contractedPayments == nil)
  }

  @Test(
    "the last day of a fiscal year ends its month in every year",
    arguments: [
      ("12-31", 2026, "2026-12-31"), ("05-31", 2026, "2026-05-31"), ("06-30", 2026, "2026-06-30"),
      ("02-28", 2028, "2028-02-29"), ("02-29", 2027, "2027-02-28"), ("09-27", 2026, "2026-09-27"),
    ])
  func lastDay(text: String, year: Int, day: String) throws {
    let end = try #require(FiscalYearEnd(text))
    #expect(end.lastDay(ofYear: year).description == day)
    #expect(end.days(ofYear: year).upperBound == end.lastDay(ofYear: year).adding(days: 1))
    #expect(end.days(ofYear: year).lowerBound == end.lastDay(ofYear: year - 1).adding(days: 1))
  }

  @Test("what is no month and day is no end of a year", arguments: ["13-01", "5-31", "02-30", ""])
  func malformed(text: String) {
    #expect(FiscalYearEnd(text) == nil)
  }
}
