import Analysis
import FinanceBasics
import Testing

@Suite("Axes of a sensitivity")
struct SensitivityAxisTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let values: [String]
    var testDescription: String { text }
  }

  static let examples = [
    Example(text: "rate=6%..8%/1%", values: ["6 %", "7 %", "8 %"]),
    Example(text: "rate=6..7/0.25%", values: ["6.00 %", "6.25 %", "6.50 %", "6.75 %", "7.00 %"]),
    // 50 basis points are half a percentage point.
    Example(text: "rate=6%..7%/50bp", values: ["6.0 %", "6.5 %", "7.0 %"]),
    Example(text: "rate=7%..6%/-0.5%", values: ["7.0 %", "6.5 %", "6.0 %"]),
    // 0.1 and 0.3 have no exact binary form; in decimals the end is reached.
    Example(text: "rate=0.1%..0.3%/0.1%", values: ["0.1 %", "0.2 %", "0.3 %"]),
    // 8.5 is not a step from 6, so that 8 is the last.
    Example(text: "rate=6%..8.5%/1%", values: ["6 %", "7 %", "8 %"]),
    Example(text: "delay=0..6mo/3mo", values: ["0 months", "3 months", "6 months"]),
    Example(text: "delay=0..2/1 quarters", values: ["0 months", "3 months", "6 months"]),
    Example(text: "delay=-30..30/30d", values: ["-30 days", "0 days", "30 days"]),
    Example(text: "delay=0mo..1 year/6mo", values: ["0 months", "6 months", "12 months"]),
    Example(
      text: "capitalCost=8 M USD/MW-IT..10 M USD/MW-IT/1 M USD/MW-IT",
      values: ["8 M USD/MW-IT", "9 M USD/MW-IT", "10 M USD/MW-IT"]),
    Example(
      text: "capitalCost=8..9/500 k USD/MW-IT",
      // The word and the unit of the step hold for the bare ends too: from 8 k to 9 k leads nowhere.
      values: []),
    Example(
      text: "capitalCost=8 M..9 M/500 k USD/MW-IT",
      values: ["8000 k USD/MW-IT", "8500 k USD/MW-IT", "9000 k USD/MW-IT"]),
    Example(
      text: "capitalCost=8..10/1 M USD/MW-IT",
      values: ["8 M USD/MW-IT", "9 M USD/MW-IT", "10 M USD/MW-IT"]),
    Example(
      text: "rent=120..140 USD/kW-month/10",
      values: ["120 USD/kW-month", "130 USD/kW-month", "140 USD/kW-month"]),
    Example(text: "term=10..20 years/5", values: ["10 years", "15 years", "20 years"]),
    Example(
      text: "term=120 months..11 years/6 months",
      values: ["120 months", "126 months", "132 months"]),
    Example(text: "pue=1.2..1.4/0.1", values: ["1.2", "1.3", "1.4"]),
    Example(text: "renewals.count=1..3/1", values: ["1", "2", "3"]),
    Example(text: "rent.escalator.steps[2]=1.02..1.04/0.01", values: ["1.02", "1.03", "1.04"]),
    // Steps are counted from the first day: January's end, February's, March's.
    Example(
      text: "halls[hall 1].readyForService=2027-01-31..2027-03-31/1 month",
      values: ["2027-01-31", "2027-02-28", "2027-03-31"]),
    Example(
      text: "rentCommencement=2027-07-01..2027-06-01/-15d",
      values: ["2027-07-01", "2027-06-16", "2027-06-01"]),
  ]

  @Test("take the values from the first to the last", arguments: examples)
  func values(_ example: Example) throws {
    guard !example.values.isEmpty else {
      #expect(throws: SensitivityFault.self) { try SensitivityAxis(reading: example.text) }
      return
    }
    #expect(try SensitivityAxis(reading: example.text).texts == example.values)
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let text: String
    let code: String
    var testDescription: String { text }
  }

  static let faults = [
    Fault(text: "rate", code: "sensitivity.axis-malformed"),
    Fault(text: "rate=6%..8%", code: "sensitivity.axis-malformed"),
    Fault(text: "rate=6%/1%", code: "sensitivity.axis-malformed"),
    Fault(text: "capitalCosts=1..2/1 USD", code: "sensitivity.lever-unknown"),
    Fault(text: "announced=2027-01-01..2028-01-01/1mo", code: "sensitivity.not-assumed"),
    Fault(text: "landlord=1..2/1", code: "sensitivity.not-assumed"),
    Fault(text: "termClock=1..2/1", code: "sensitivity.not-numeric"),
    Fault(text: "rate=6..8/1", code: "unit.missing"),
    Fault(text: "rate=6..8%/50bp", code: "sensitivity.unit-ambiguous"),
    Fault(text: "rate=6 USD..8 USD/1 USD", code: "unit.wrong"),
    Fault(text: "rate=a%..8%/1%", code: "figure.not-a-number"),
    Fault(
      text: "rent=1 USD/kW-month..2 USD/kW-month/1 USD/MW-IT-year", code: "sensitivity.units-differ"
    ),
    Fault(text: "delay=0..90d/3mo", code: "sensitivity.unit-ambiguous"),
    Fault(text: "delay=0mo..90d/30d", code: "sensitivity.units-differ"),
    Fault(text: "delay=0..1.5mo/1mo", code: "delay.malformed"),
    // 21 years are more than a scenario takes of a delay, 101 more than a length may be.
    Fault(text: "delay=0..21y/1y", code: "delay.too-long"),
    Fault(text: "term=1..101 years/1", code: "length.too-long"),
    Fault(text: "rentCommencement=2027-01-01..2028-01-01/99 years", code: "delay.too-long"),
    Fault(text: "term=1..2/1 fortnights", code: "length.malformed"),
    Fault(text: "rentCommencement=2027-Q1..2027-Q2/1mo", code: "sensitivity.not-a-day"),
    Fault(text: "rentCommencement=2027-02-30..2027-06-01/1mo", code: "date.nonexistent"),
    Fault(text: "rate=6%..8%/0%", code: "sensitivity.step-zero"),
    Fault(text: "rate=6%..8%/-1%", code: "sensitivity.step-away"),
    Fault(text: "rate=8%..6%/1%", code: "sensitivity.step-away"),
    Fault(text: "rentCommencement=2027-07-01..2027-06-01/15d", code: "sensitivity.step-away"),
    Fault(text: "rate=6%..6%/1%", code: "sensitivity.too-few-cells"),
    Fault(text: "rate=6%..8%/3%", code: "sensitivity.too-few-cells"),
    // 10,001 values.
    Fault(text: "rate=0%..10%/0.001%", code: "sensitivity.too-many-cells"),
  ]

  @Test("are refused where they say nothing that could be worked out", arguments: faults)
  func refused(_ example: Fault) {
    let codes = SensitivitySamples.codes { _ = try SensitivityAxis(reading: example.text) }
    #expect(codes == [example.code])
  }

  @Test("name the nearest assumption where a name is misspelt")
  func nearest() {
    #expect(throws: SensitivityFault.self) { try Lever(named: "capitalcost") }
    do throws(SensitivityFault) {
      _ = try Lever(named: "capitalCosts")
    } catch {
      #expect(error.remedy == "write capitalCost, if that is what is meant")
    }
    do throws(SensitivityFault) {
      _ = try Lever(named: "probability")
    } catch {
      #expect(error.remedy == "write renewals.probability, if that is what is meant")
    }
  }

  @Test("bring a hall forward where a delay is negative")
  func hastening() throws {
    #expect(try SensitivityAxis(reading: "delay=-3mo..3mo/3mo").hastensDelivery)
    #expect(try !SensitivityAxis(reading: "delay=0..3mo/3mo").hastensDelivery)
  }
}
