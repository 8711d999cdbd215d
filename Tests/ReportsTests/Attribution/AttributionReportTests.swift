import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@testable import Reports

@Suite("Reports of attributions")
struct AttributionReportTests {
  /// 10 MW at a rent a kilowatt and month, for a year from Friday 2027-01-01.
  private func deal(
    _ id: String = "year", rent: String = "100 USD/kW-month", margin: String = "100 %"
  ) throws -> AnalysedDeal {
    AnalysedDeal(versions: [
      try DealBuilder.deal(
        id,
        terms: [
          ("landlord", "hut-8"), ("contract.kind", "lease"), ("contract.structure", "triple-net"),
          ("criticalIT", "10 MW"), ("term", "1 year"), ("rentCommencement", "2027-01-01"),
          ("rent.rate", rent),
        ], assumptions: [("operatingMargin", margin)])
    ])
  }

  private func basis(_ date: String) throws -> ValuationBasis {
    ValuationBasis(date: try #require(CalendarDate(date)), rate: 0)
  }

  /// At no rate from January, before the rent of that month, to March: two rents of 1 M are paid.
  ///
  /// The margin falls by 10 %, of 12 M; then the rent rises by 10 %, of which 90 % is kept.
  private func report(
    _ pairs: [(AnalysedDeal?, AnalysedDeal?)]? = nil, from: String = "2027-01-01",
    to: String = "2027-03-01", states: (AttributionReport.State, AttributionReport.State)? = nil
  ) throws -> AttributionReport {
    let usual = [(try deal(), try deal(rent: "110 USD/kW-month", margin: "90 %"))]
    let subjects = try (pairs ?? usual).map { old, new in
      let split = try ValueAttribution(
        from: ValueState(deals: [old].compactMap { $0 }, basis: basis(from)),
        to: ValueState(deals: [new].compactMap { $0 }, basis: basis(to)), case: .base)
      let name = (old ?? new)?.deal.id.text ?? ""
      return AttributionReport.Subject(name: name, attribution: split)
    }
    return AttributionReport(
      subjects, from: states?.0 ?? AttributionReport.State(),
      to: states?.1 ?? AttributionReport.State(), currency: .usd, remarks: ["as of today"])
  }

  /// A line of the text with runs of blanks as one.
  private func lines(_ report: AttributionReport, width: Int = 80) -> [String] {
    report.rendered(as: .text, style: TextStyle(width: width)).split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
  }

  @Test("one subject is a bridge from the value at the start to that at the end")
  func bridge() throws {
    let lines = lines(try report())
    // Cash is 2 × 1,100,000 × 90 % as the end has it. 12 M − 1.98 M − 1.2 M + 1.08 M = 9.9 M.
    #expect(lines[0] == "What changed the value of year")
    #expect(lines.contains("Step Amount Of the start"))
    let steps = lines.drop { !$0.hasPrefix("Present value at the start") }.prefix(8)
    #expect(
      steps.filter { $0.contains("%") } == [
        "Present value at the start 12,000,000.00 100.00%",
        "Cash received (-), paid (+) -1,980,000.00 -16.50%", "Passage of time 0.00 0.00%",
        "Rates 0.00 0.00%", "Assumptions -1,200,000.00 -10.00%", "Terms 1,080,000.00 9.00%",
        "Present value at the end 9,900,000.00 82.50%",
      ])
  }

  @Test("both states, the order and what differs stand below")
  func footnotes() throws {
    let text = lines(try report()).joined(separator: " ")
    #expect(text.contains("start: on 2027-01-01 at 0 % effective annual, convention actual365"))
    #expect(text.contains("end: on 2027-03-01 at 0 % effective annual, convention actual365"))
    #expect(text.contains("base case; steps in this order"))
    #expect(
      text.contains(
        "as the end has them: 1,980,000.00 USD where the start projected 2,000,000.00 USD"))
    #expect(
      text.contains("change of value and cash together: -120,000.00 USD, -1.00 % of the start"))
    #expect(text.contains("year, assumptions that differ: operatingMargin"))
    #expect(text.contains("year, terms that differ: rent.rate"))
    #expect(text.contains("as of today"))
    // No rate differs, and no discount unwinds at no rate.
    #expect(!text.contains("rates: the rates") && !text.contains("unwinds"))
  }

  @Test("of one date there is nothing to say of cash and time")
  func oneDate() throws {
    let text = lines(try report(to: "2027-01-01")).joined(separator: " ")
    #expect(!text.contains("leave the value") && !text.contains("unwinds"))
  }

  @Test("what was past at the start and is otherwise at the end is named")
  func past() throws {
    let text = lines(try report(from: "2027-02-01")).joined(separator: " ")
    // The rent of January: 1,000,000, and 1,100,000 × 90 % as the end has it.
    #expect(
      text.contains(
        "flows before 2027-02-01: 1,000,000.00 USD by the start, 990,000.00 USD by the end"))
    #expect(!lines(try report()).joined().contains("flows before"))
  }

  @Test("days known on and scenarios are named for each state")
  func states() throws {
    let late = ScenarioStatement(layers: [
      ScenarioStatement.Layer(
        id: "late", name: "Two quarters late", hash: "0123456789abcdef", delays: [])
    ])
    let report = try report(
      states: (
        AttributionReport.State(
          asOf: "as known on 2026-06-30", knownOn: CalendarDate("2026-06-30")),
        AttributionReport.State(asOf: "as recorded up to entry 9", scenarios: late)
      ))
    let text = lines(report).joined(separator: " ")
    #expect(text.contains("convention actual365; as known on 2026-06-30"))
    #expect(text.contains("end: scenario late (0123456789ab): Two quarters late"))
    #expect(text.contains("convention actual365; as recorded up to entry 9"))
    let json = report.rendered(as: .json, style: TextStyle())
    #expect(json.contains("\"known_on\": \"2026-06-30\""))
    #expect(json.contains("\"id\": \"late\""))
  }

  @Test("one book is named once")
  func oneBook() throws {
    let state = AttributionReport.State(asOf: "as recorded up to entry 9")
    let text = lines(try report(states: (state, state))).joined(separator: "\n")
    #expect(text.ranges(of: "as recorded up to entry 9").count == 1)
  }

  @Test("several subjects are a line each, with the total")
  func several() throws {
    let report = try report([
      (try deal("one"), try deal("one", margin: "90 %")), (nil, try deal("two")),
    ])
    let lines = lines(report, width: 200)
    #expect(lines[0] == "What changed the value")
    // 10 M × 90 % and 10 M are left; of the new deal twelve rents come and two are paid.
    #expect(
      lines.contains("one 12,000,000.00 -1,800,000.00 0.00 0.00 -1,200,000.00 0.00 9,000,000.00"))
    #expect(lines.contains("two 0.00 -2,000,000.00 0.00 0.00 0.00 12,000,000.00 10,000,000.00"))
    #expect(
      lines.contains(
        "Total 12,000,000.00 -3,800,000.00 0.00 0.00 -1,200,000.00 12,000,000.00 19,000,000.00"))
    #expect(lines.contains("only at the end, so under terms: two"))
  }

  @Test("a wide table keeps within 80 columns")
  func width() throws {
    let pairs = [
      (try deal("hut8-river-bend"), try deal("hut8-river-bend", rent: "110 USD/kW-month"))
    ]
    let text = try report(pairs + pairs.map { _ in (try deal("two"), try deal("two")) })
      .rendered(as: .text, style: TextStyle(width: 80))
    #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
  }

  @Test("CSV has a line for both ends and each step, and shares are fractions")
  func csv() throws {
    #expect(
      try report().rendered(as: .csv, style: TextStyle()) == """
        deal,from,to,step,amount,share_of_start,currency
        year,2027-01-01,2027-03-01,present-value-start,12000000.00,1,USD
        year,2027-01-01,2027-03-01,cash-received,-1980000.00,-0.165,USD
        year,2027-01-01,2027-03-01,passage-of-time,0.00,0,USD
        year,2027-01-01,2027-03-01,rates,0.00,0,USD
        year,2027-01-01,2027-03-01,assumptions,-1200000.00,-0.1,USD
        year,2027-01-01,2027-03-01,terms,1080000.00,0.09,USD
        year,2027-01-01,2027-03-01,present-value-end,9900000.00,0.825,USD

        """)
  }

  @Test("the share of nothing is blank")
  func noStart() throws {
    let csv = try report([(nil, try deal("two"))]).rendered(as: .csv, style: TextStyle())
    #expect(csv.contains("terms,12000000.00,,USD"))
    let json = try report([(nil, try deal("two"))]).rendered(as: .json, style: TextStyle())
    #expect(json.contains("\"share_of_start\": null"))
    #expect(json.contains("\"kind\": \"appears\""))
  }

  @Test("JSON has both states, the steps in their order, and what differs")
  func json() throws {
    let json = try report().rendered(as: .json, style: TextStyle())
    let keys = [
      "\"deal\": \"year\"", "\"case\": \"base\"", "\"valuation_date\": \"2027-01-01\"",
      "\"valuation_date\": \"2027-03-01\"", "\"present_value_start\": 12000000.00",
      "\"step\": \"cash-received\"", "\"step\": \"passage-of-time\"", "\"step\": \"rates\"",
      "\"step\": \"assumptions\"", "\"step\": \"terms\"", "\"present_value_end\": 9900000.00",
      "\"cash_received\": 1980000.00", "\"cash_projected_at_start\": 2000000.00",
      "\"kind\": \"changes\"", "\"operatingMargin\"", "\"rent.rate\"",
    ]
    var rest = json[...]
    for key in keys {
      let found = try #require(rest.firstRange(of: key), "\(key) stands after what is before it")
      rest = rest[found.upperBound...]
    }
  }

  @Test("many deals that differ are counted, and many fields too")
  func counts() throws {
    let pairs = try (1...6).map { number in
      (try deal("deal-\(number)"), try deal("deal-\(number)", margin: "90 %"))
    }
    let text = lines(try report(pairs), width: 200).joined(separator: " ")
    #expect(text.contains("6 deals differ in terms or assumptions"))
  }
}
