import FinanceBasics
import Testing

@Suite("Figures as published")
struct FigureTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let text: String
    let dimension: Dimension
    let low, point, high: String
    let why: String
    var testDescription: String { "\(text): \(why)" }
  }

  /// The intervals follow the rules of CONVENTIONS §4, worked by hand in `why`.
  static let examples: [Example] = [
    Example(
      text: "7.0 bn USD", dimension: .money, low: "6950000000", point: "7000000000",
      high: "7050000000", why: "half a unit of the last digit, 0.05 bn"),
    Example(
      text: "7 bn USD", dimension: .money, low: "6500000000", point: "7000000000",
      high: "7500000000", why: "half a unit of the last digit, 0.5 bn"),
    Example(
      text: "about 9.5 bn USD", dimension: .money, low: "9400000000", point: "9500000000",
      high: "9600000000", why: "one unit of the last digit to each side"),
    Example(
      text: "over 100 M USD", dimension: .money, low: "100000000", point: "100000000",
      high: "101000000", why: "up to the next written unit"),
    Example(
      text: "more than 200 MW", dimension: .power, low: "200", point: "200", high: "201",
      why: "as over"),
    Example(
      text: "up to 1,000 MW", dimension: .power, low: "0", point: "1000", high: "1000",
      why: "from zero"),
    Example(
      text: "80 % to 85 %", dimension: .percentage, low: "80", point: "82.5", high: "85",
      why: "a range is a range, its point the middle"),
    Example(
      text: "6.7 bn - 3.7 bn USD", dimension: .money, low: "2900000000", point: "3000000000",
      high: "3100000000", why: "6.65 - 3.75 to 6.75 - 3.65"),
    Example(
      text: "3.83 bn + 5.2 bn USD", dimension: .money, low: "8975000000", point: "9030000000",
      high: "9085000000", why: "3.825 + 5.15 to 3.835 + 5.25"),
    Example(
      text: "1.35", dimension: .number, low: "1.345", point: "1.35", high: "1.355",
      why: "half of 0.01"),
    Example(
      text: "245MW", dimension: .power, low: "244.5", point: "245", high: "245.5",
      why: "the unit may follow at once"),
    Example(
      text: "3 million USD", dimension: .money, low: "2500000", point: "3000000",
      high: "3500000", why: "the scale word may be written out"),
  ]

  @Test("have the interval that their wording leaves open", arguments: examples)
  func interval(_ example: Example) throws {
    let figure = try Figure(reading: example.text, as: example.dimension)
    #expect(figure.low.normalized.description == example.low)
    #expect(figure.point.normalized.description == example.point)
    #expect(figure.high.normalized.description == example.high)
    #expect(figure.text == example.text)
  }

  @Test(
    "are refused with the reason",
    arguments: [
      ("much", Dimension.money, "figure.not-a-number"),
      ("NaN USD", .money, "figure.not-a-number"), ("inf MW", .power, "figure.not-a-number"),
      ("1e9 USD", .money, "figure.not-a-number"), ("245", .power, "unit.missing"),
      ("245 %", .power, "unit.wrong"), ("245 mw", .power, "unit.unknown"),
      ("10 M USD/MW", .moneyPerPower, "unit.megawatt-kind-missing"),
      ("85 % to 80 %", .percentage, "figure.range-reversed"),
      ("about 1 to 2 %", .percentage, "figure.range-in-sum"),
      ("100,001 MW", .power, "figure.out-of-bounds"), ("-1 MW", .power, "figure.out-of-bounds"),
      ("999999999999999999999999 bn USD", .money, "figure.out-of-bounds"),
      ("0.0000000000001 USD", .money, "figure.out-of-bounds"),
      ("1 USD + ", .money, "figure.not-a-number"), ("", .money, "figure.not-a-number"),
      ("1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 USD", .money, "figure.not-a-number"),
    ])
  func refusal(_ text: String, _ dimension: Dimension, _ code: String) {
    do throws(QuantityFault) {
      let figure = try Figure(reading: text, as: dimension)
      Issue.record("\(text) was read as \(figure)")
    } catch {
      #expect(error.code == code)
    }
  }

  @Test("of a field with two measures take the one that is written")
  func anyOf() throws {
    let total = try Figure(reading: "1.2 bn USD", asAnyOf: [.money, .moneyPerPower])
    let rate = try Figure(reading: "10 M USD/MW-IT", asAnyOf: [.money, .moneyPerPower])
    #expect(total.unit == .money(.usd))
    #expect(rate.unit == .moneyPerMegawatt(.usd, .criticalIT))
  }

  @Test("that are exact print as they would be written")
  func exact() throws {
    let value = try #require(ExactDecimal("128.0157"))
    #expect(Figure(exactly: value, .moneyPerKilowattMonth(.usd)).text == "128.0157 USD/kW-month")
  }

  @Test("round to the cent, half to even")
  func minorUnits() throws {
    #expect(try Figure(reading: "0.125 USD", as: .money).minorUnits == 12)
    #expect(try Figure(reading: "7.0 bn USD", as: .money).minorUnits == 700_000_000_000)
  }
}
