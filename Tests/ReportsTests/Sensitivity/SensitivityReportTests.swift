import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@testable import Reports

@Suite("Reports of sensitivities")
struct SensitivityReportTests {
  /// One payment of capital cost on 2027-01-31, and one month's rent of 10 MW × 100 USD/kW on
  /// 2028-02-01, 366 days later: at no rate, present value is 1,000 less the cost, in thousands.
  private func deal() throws -> AnalysedDeal {
    AnalysedDeal(versions: [
      try DealBuilder.deal(
        "two-flows",
        terms: [
          ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
          ("criticalIT", "10 MW"), ("term", "1 month"), ("rent.rate", "100 USD/kW-month"),
        ],
        assumptions: [
          ("halls[hall 1].name", "hall 1"), ("halls[hall 1].criticalIT", "10 MW"),
          ("halls[hall 1].readyForService", "2027-02-01"),
          ("halls[hall 1].rentCommencement", "2028-02-01"),
          ("capitalCost", "800 k USD"), ("capitalSpending.months", "1"),
        ])
    ])
  }

  private func report(_ request: SensitivityRequest, rate: Double = 0) throws -> SensitivityReport {
    let basis = ValuationBasis(date: try #require(CalendarDate("2027-01-31")), rate: rate)
    let answer = try request.answer(for: [try deal()], case: .base, basis: basis)
    return SensitivityReport(
      [SensitivityReport.Subject(name: "two-flows", answer: answer)], currency: .usd,
      remarks: ["as of today"])
  }

  private func grid(_ axes: String..., measure: SensitivityMeasure = .presentValue) throws
    -> SensitivityReport
  {
    try report(
      SensitivityRequest(.grid(axes.map { try SensitivityAxis(reading: $0) }), measure: measure))
  }

  private func solve(
    _ target: String, _ lever: String, _ range: String? = nil
  ) throws -> SensitivityReport {
    let lever = try Lever(named: lever)
    return try report(
      SensitivityRequest(
        .solve(
          SolveTarget(reading: target), lever,
          range.map { text throws(SensitivityFault) in try LeverRange(reading: text, of: lever) })))
  }

  @Test("a grid of one axis shows the measure and the difference from the deals as they stand")
  func oneWay() throws {
    let report = try grid("capitalCost=700..900 k USD/100")
    let text = report.rendered(as: .text, style: TextStyle(width: 80))
    // 1,000 − 700, − 800, − 900 thousand; as they stand 200.
    #expect(text.contains("capitalCost, k USD  Present value   Difference"))
    #expect(text.contains("700                    300,000.00   100,000.00"))
    #expect(text.contains("800                    200,000.00         0.00"))
    #expect(text.contains("900                    100,000.00  -100,000.00"))
    #expect(text.contains("as it stands, at 0 %: present value 200,000.00 USD"))
    #expect(text.contains("as of today"))
    #expect(
      report.rendered(as: .csv, style: TextStyle()) == """
        deal,capitalCost,capitalCost_unit,measure,value,currency
        two-flows,700000,USD,pv,300000.00,USD
        two-flows,800000,USD,pv,200000.00,USD
        two-flows,900000,USD,pv,100000.00,USD

        """)
  }

  @Test("a grid of two axes puts the first down and the second across, and names both in CSV")
  func twoWay() throws {
    let report = try grid("delay=0..1mo/1mo", "capitalCost=700..800 k USD/100")
    let text = report.rendered(as: .text, style: TextStyle(width: 80))
    #expect(
      text.hasPrefix("Present value of two-flows by delay (down) and capitalCost, k USD (across)"))
    #expect(text.contains("0 months  300,000.00  200,000.00"))
    #expect(
      report.rendered(as: .csv, style: TextStyle()) == """
        deal,delay,delay_unit,capitalCost,capitalCost_unit,measure,value,currency
        two-flows,0,months,700000,USD,pv,300000.00,USD
        two-flows,0,months,800000,USD,pv,200000.00,USD
        two-flows,1,months,700000,USD,pv,300000.00,USD
        two-flows,1,months,800000,USD,pv,200000.00,USD

        """)
  }

  @Test("a wide grid keeps within 80 columns, in blocks")
  func width() throws {
    let text = try grid("delay=0..3mo/1mo", "rate=0%..20%/1%").rendered(
      as: .text, style: TextStyle(width: 80))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { displayWidth($0) <= 80 })
    // The first column is repeated in each block.
    #expect(lines.count { $0.hasPrefix("3 months") } > 1)
  }

  @Test("rates are fractions of one for programs, and the measure is named")
  func json() throws {
    let text = try grid("rate=0%..10%/10%", measure: .equityMultiple).rendered(
      as: .json, style: TextStyle())
    // 1,000 ÷ 800, whatever the rate.
    #expect(text.contains("\"measure\": \"multiple\""))
    #expect(text.contains("\"rate\": 0.1,\n      \"value\": 1.25"))
    #expect(text.contains("\"as_it_stands\": 1.25"))
  }

  @Test("what is not defined is blank, and counted in the footer")
  func blanks() throws {
    let report = try grid("capitalCost=0..800 k USD/800", measure: .rateOfReturn)
    let text = report.rendered(as: .text, style: TextStyle(width: 200))
    #expect(text.contains("blank (1 of 2 cells): there is not exactly one rate of return"))
    #expect(
      report.rendered(as: .csv, style: TextStyle()).contains("two-flows,0,USD,irr,,\n"))
  }

  @Test("a tornado is a table and bars, within 80 columns")
  func tornado() throws {
    let report = try report(SensitivityRequest(.tornado(.usual)))
    let text = report.rendered(as: .text, style: TextStyle(width: 80))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { displayWidth($0) <= 80 })
    // 1,000 − 720 and 1,000 − 880 thousand, 160 apart.
    let cost = lines.first { $0.hasPrefix("capitalCost ") }
    #expect(cost?.contains("720 k USD") != nil)
    #expect(text.contains("280,000.00") && text.contains("120,000.00"))
    #expect(text.contains("160,000.00"))
    #expect(lines.contains { $0.hasPrefix("capitalCost ") && $0.contains("█") })
    #expect(text.contains("one at a time: amounts by 10 %, percentages by 1 point"))
    let ascii = report.rendered(as: .text, style: TextStyle(width: 80, isASCII: true))
    #expect(ascii.utf8.allSatisfy { $0 < 128 })
    let csv = report.rendered(as: .csv, style: TextStyle())
    #expect(csv.contains("capitalCost,assumed,800 k USD,low,720 k USD,no,pv,280000.00"))
  }

  @Test("a solution is a sentence with the value reached, and stands beside what is assumed")
  func solution() throws {
    let report = try solve("pv=0", "capitalCost")
    let text = report.rendered(as: .text, style: TextStyle(width: 80))
    // 1,000 less 1,000 thousand.
    #expect(text.hasPrefix("capitalCost for a present value of 0.00 USD of two-flows\n"))
    #expect(text.contains("capitalCost of 1000 k USD gives 0.00 USD"))
    #expect(text.contains("as it stands, 800 k USD gives 200,000.00 USD"))
    let csv = report.rendered(as: .csv, style: TextStyle())
    #expect(csv.contains("two-flows,pv,0.00,capitalCost,unique,1000000,USD,0.00,"))
  }

  @Test("where nothing in range reaches the target, both ends are shown")
  func nothing() throws {
    let report = try solve("multiple=4", "capitalCost", "500..1000 k USD")
    let text = report.rendered(as: .text, style: TextStyle(width: 200))
    // 1,000 ÷ 500 and 1,000 ÷ 1,000.
    #expect(
      text.contains(
        "no capitalCost from 500 k USD to 1000 k USD reaches it: 500 k USD gives 2.0000, and "
          + "1000 k USD gives 1.0000"))
    #expect(report.rendered(as: .json, style: TextStyle()).contains("\"status\": \"none\""))
  }

  @Test("JSON has every digit of a solution, and says whether the range was stated")
  func solutionJSON() throws {
    let report = try solve("pv=100 k USD", "capitalCost", "800..1000 k USD")
    let json = report.rendered(as: .json, style: TextStyle())
    #expect(json.contains("\"status\": \"unique\"") && json.contains("\"number\": 900000,"))
    #expect(json.contains("\"is_range_stated\": true"))
  }
}
