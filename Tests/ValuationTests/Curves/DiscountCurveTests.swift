import FinanceBasics
import Testing
import Valuation

/// Relative to the sum of the flows' absolute amounts, because their values cancel.
private let moneyTolerance = 1e-12

@Suite("Discount curves of QuantLib")
struct DiscountCurveOracleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let id: String
    let kind: String
    let curve: DiscountCurve
    let flows: [DatedFlow]
    let value: Double
    var testDescription: String { "\(id) \(kind)" }
  }

  static let examples: [Example] = {
    let curves = Dictionary(
      OracleTable.rows("curves").map { ($0["id"] ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    return OracleTable.rows("curve_npv").compactMap { row in
      guard let terms = curves[row["curve"] ?? ""], let curve = try? curve(terms) else {
        return nil
      }
      return Example(
        id: row["id"] ?? "", kind: terms["kind"] ?? "", curve: curve,
        flows: OracleTable.flows(row["flows"]), value: OracleTable.number(row["npv"]))
    }
  }()

  private static func curve(_ row: [String: String]) throws -> DiscountCurve {
    let values = (row["values"] ?? "").split(separator: " ").compactMap { Double($0) }
    let points = zip((row["dates"] ?? "").split(separator: " "), values).map {
      CurvePoint(day(String($0)), $1)
    }
    let date = day(row["reference"] ?? "")
    switch row["kind"] {
    case "linear_zero_continuous":
      return try DiscountCurve(zeroRates: points, compounding: .continuous, on: date)
    case "linear_zero_annual":
      return try DiscountCurve(zeroRates: points, compounding: .annual, on: date)
    case "loglinear_discount":
      return try DiscountCurve(discountFactors: points, on: date)
    default:
      return try DiscountCurve(forwardRates: points, on: date)
    }
  }

  @Test("have all their vectors, of 40 curves")
  func count() {
    #expect(Self.examples.count == 230)
  }

  @Test("value flows alike", arguments: examples)
  func value(_ example: Example) throws {
    let value = try presentValue(
      of: example.flows, on: example.curve.date, curve: example.curve)
    let scale = example.flows.reduce(0) { $0 + abs($1.amount) }
    #expect(abs(value.amount - example.value) <= moneyTolerance * scale)
  }
}

@Suite("Discount curve")
struct DiscountCurveTests {
  private let today = day("2027-01-01")

  @Test("is flat beyond its ends")
  func flatEnds() throws {
    let curve = try DiscountCurve(
      zeroRates: [CurvePoint(day("2028-01-01"), 0.03), CurvePoint(day("2030-01-01"), 0.05)],
      compounding: .continuous, on: today)
    #expect(abs(curve.zeroRate(to: day("2027-07-01"), compounding: .continuous) - 0.03) < 1e-15)
    #expect(abs(curve.zeroRate(to: day("2040-01-01"), compounding: .continuous) - 0.05) < 1e-15)
    // 2029-01-01 is 366 of the 731 days from 2028-01-01 to 2030-01-01.
    let between = 0.03 + 0.02 * 366 / 731
    #expect(abs(curve.zeroRate(to: day("2029-01-01"), compounding: .continuous) - between) < 1e-15)
  }

  @Test("goes through the discount factors that it was made from")
  func factors() throws {
    let points = [CurvePoint(day("2028-01-01"), 0.96), CurvePoint(day("2032-01-01"), 0.8)]
    let curve = try DiscountCurve(discountFactors: points, on: today)
    for point in points {
      #expect(abs(curve.discountFactor(on: point.date) - point.value) < 1e-15)
    }
    #expect(curve.discountFactor(on: today) == 1)
    // Log-linear: the middle day's factor is the geometric mean.
    let middle = curve.discountFactor(on: day("2028-01-01").adding(days: 730))
    #expect(abs(middle - power(0.96, 731.0 / 1461) * power(0.8, 730.0 / 1461)) < 1e-15)
  }

  @Test("adds a spread to the rates as they are quoted")
  func spread() throws {
    let curve = try DiscountCurve(flatRate: 0.04, compounding: .annual, on: today)
    let day = day("2037-01-01")
    #expect(abs(curve.adding(spread: 0.02).zeroRate(to: day, compounding: .annual) - 0.06) < 1e-15)
    let semiannual = curve.adding(spread: 0.02, compounding: .semiannual)
    let expected = 2 * (power(1.04, 0.5) - 1) + 0.02
    #expect(abs(semiannual.zeroRate(to: day, compounding: .semiannual) - expected) < 1e-15)
    let shifted = curve.shifted(byBasisPoints: 1)
    let rise =
      shifted.zeroRate(to: day, compounding: .continuous)
      - curve.zeroRate(to: day, compounding: .continuous)
    #expect(abs(rise - 1e-4) < 1e-16)
  }

  @Test("values from a later date on by its forward rates")
  func forward() throws {
    let curve = try DiscountCurve(
      discountFactors: [
        CurvePoint(day("2028-01-01"), 0.96), CurvePoint(day("2029-01-01"), 0.9),
      ], on: today)
    let flows = [
      DatedFlow(date: day("2027-06-01"), amount: 7),
      DatedFlow(date: day("2029-01-01"), amount: 100),
    ]
    let value = try presentValue(of: flows, on: day("2028-01-01"), curve: curve)
    #expect(abs(value.amount - 100 * 0.9 / 0.96) < 1e-12)
    #expect(value.pastFlows == 7)
  }

  @Test("refuses what is no curve")
  func refused() {
    let point = CurvePoint(day("2028-01-01"), 0.9)
    #expect(throws: CurveProblem.noNodes) { try DiscountCurve(discountFactors: [], on: today) }
    #expect(throws: CurveProblem.notAscending(point)) {
      try DiscountCurve(discountFactors: [point, point], on: today)
    }
    let negative = CurvePoint(day("2028-01-01"), -0.9)
    #expect(throws: CurveProblem.valueOutOfRange(negative)) {
      try DiscountCurve(discountFactors: [negative], on: today)
    }
    #expect(!CurveProblem.notAscending(point).remedy.isEmpty)
  }
}

@Suite("Par yields")
struct ParYieldTests {
  /// US Treasury par yields of 2026-04-01 where the test needs no more than a plausible curve.
  private let yields = [
    ParYield(months: 3, rate: 0.0370), ParYield(months: 24, rate: 0.0381),
    ParYield(months: 60, rate: 0.0395), ParYield(months: 120, rate: 0.0430),
    ParYield(months: 360, rate: 0.0488),
  ]
  private let today = day("2026-04-01")

  @Test("give a curve on which each bond is worth its face value")
  func repricing() throws {
    let curve = try DiscountCurve(parYields: yields, on: today)
    for par in yields {
      guard let months = par.tenor.months, months >= 6 else { continue }
      let coupons = (1...(months / 6)).map {
        DatedFlow(date: today.adding(months: 6 * $0), amount: 100 * par.rate / 2)
      }
      let face = DatedFlow(date: today.adding(months: months), amount: 100)
      let value = try presentValue(of: coupons + [face], on: today, curve: curve)
      #expect(abs(value.amount - 100) < 1e-10)
    }
  }

  @Test("are simple interest below half a year")
  func bill() throws {
    let curve = try DiscountCurve(parYields: yields, on: today)
    #expect(abs(curve.discountFactor(on: day("2026-07-01")) - 1 / (1 + 0.037 / 4)) < 1e-15)
  }

  @Test("that no curve explains are refused")
  func unattainable() {
    #expect(throws: CurveProblem.parYieldUnattainable(months: 360)) {
      try DiscountCurve(
        parYields: [ParYield(months: 12, rate: 0.01), ParYield(months: 360, rate: 0.9)], on: today)
    }
  }
}
