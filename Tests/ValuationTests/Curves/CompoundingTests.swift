import FinanceBasics
import Testing
import Valuation

/// Relative: the vectors print 16 digits, and a rate is a difference of numbers near one.
private let rateTolerance = 1e-13
/// Relative, of money.
private let moneyTolerance = 1e-9

@Suite("Compounding")
struct CompoundingTests {
  struct Conversion: Sendable, CustomTestStringConvertible {
    let rate: Double
    let from: Compounding
    let to: Compounding
    let result: Double
    var testDescription: String { "\(rate) \(from) as \(to)" }
  }

  static let conversions = OracleTable.rows("rates").compactMap { row -> Conversion? in
    guard let from = Compounding(rawValue: row["from"] ?? ""),
      let to = Compounding(rawValue: row["to"] ?? "")
    else { return nil }
    return Conversion(
      rate: OracleTable.number(row["rate"]), from: from, to: to,
      result: OracleTable.number(row["result"]))
  }

  @Test("turns rates into those of QuantLib 1.44", arguments: conversions)
  func conversion(_ example: Conversion) throws {
    let rate = try example.from.rate(example.rate, as: example.to)
    #expect(abs(rate - example.result) <= rateTolerance)
  }

  @Test("has all its vectors")
  func count() {
    #expect(Self.conversions.count == 103)
    #expect(Self.flat.count == 63)
  }

  @Test("never takes a nominal rate for an effective one")
  func nominal() throws {
    // (1 + 0.12 ÷ 12)¹² − 1 = 0.126825030131969720661201
    #expect(abs(try Compounding.monthly.rate(0.12, as: .annual) - 0.12682503013196972) < 1e-15)
    // 10 % simple over two years is 20 %; the same continuously is ln 1.2 ÷ 2.
    let continuous = try Compounding.simple.rate(0.1, as: .continuous, over: 2)
    #expect(abs(continuous - 0.18232155679395462621 / 2) < 1e-15)
  }

  @Test("refuses a rate that leaves nothing", arguments: Compounding.allCases)
  func tooLow(_ compounding: Compounding) {
    guard compounding != .continuous else { return }
    let rate = -(compounding.periodsPerYear ?? 1)
    #expect(throws: ValuationProblem.rateTooLow(rate, compounding)) {
      try compounding.discountFactor(rate, years: 1)
    }
  }

  struct Flat: Sendable, CustomTestStringConvertible {
    let id: String
    let date: CalendarDate
    let rate: Double
    let compounding: Compounding
    let flows: [DatedFlow]
    let value: Double
    var testDescription: String { "\(id) \(compounding)" }
  }

  static let flat = OracleTable.rows("flat_npv").compactMap { row in
    Compounding(rawValue: row["compounding"] ?? "").map {
      Flat(
        id: row["id"] ?? "", date: day(row["reference"] ?? ""),
        rate: OracleTable.number(row["rate"]), compounding: $0,
        flows: OracleTable.flows(row["flows"]), value: OracleTable.number(row["npv"]))
    }
  }

  @Test("values flows at a flat rate as QuantLib 1.44 does", arguments: flat)
  func flatValue(_ example: Flat) throws {
    let value = try presentValue(
      of: example.flows, on: example.date, rate: example.rate, compounding: example.compounding)
    #expect(abs(value.amount - example.value) <= moneyTolerance * abs(example.value))
    guard example.compounding != .simple else { return }
    // A flat curve is the same; a simple rate is not flat, because its zero rates fall with time.
    let curve = try DiscountCurve(
      flatRate: example.rate, compounding: example.compounding, on: example.date)
    let onCurve = try presentValue(of: example.flows, on: example.date, curve: curve)
    #expect(abs(onCurve.amount - example.value) <= moneyTolerance * abs(example.value))
  }
}
