import Analysis
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@testable import Reconciliation

/// The closed formulas beside the engine, which shares nothing with them but the terms.
@Suite("Coefficients over boxes of terms")
struct OutlineCoefficientsTests {
  private static let perSeed = 4

  @Test("hold what the engine projects, hall by hall", arguments: 0..<40 as Range<UInt64>)
  func byHall(_ seed: UInt64) throws {
    var generator = AnnouncementGenerator(seed: seed)
    for _ in 0..<Self.perSeed {
      let truth = generator.truth(.closed)
      let (engine, outline) = try Self.projected(truth)
      let box = TermBox(
        growth: Interval(
          enclosing: ExactDecimal(digits: Int128(truth.growth), fractionDigits: 4).real),
        days: truth.halls.map { $0.day.dayNumber...$0.day.dayNumber }, spread: nil)
      try expect(engine, in: box, outline, truth, isTight: true)
      var wide = box
      wide.growth = Interval(max(0, box.growth.lower - 0.003), box.growth.upper + 0.002)
      wide.days = truth.halls.map { ($0.day.dayNumber - 40)...($0.day.dayNumber + 25) }
      try expect(engine, in: wide, outline, truth, isTight: false)
    }
  }

  @Test(
    "hold it too where only the first, the last and the mean are known",
    arguments: 40..<80 as Range<UInt64>)
  func between(_ seed: UInt64) throws {
    var generator = AnnouncementGenerator(seed: seed)
    for _ in 0..<Self.perSeed {
      let truth = generator.truth(.closed)
      let (engine, outline) = try Self.projected(truth)
      let days = truth.halls.map(\.day.dayNumber)
      let (first, last) = (try #require(days.min()), try #require(days.max()))
      let start = MonthSpan.months(first, isWholeMonths: false)
      let distance = MonthSpan.months(last, isWholeMonths: false) - start
      let weighted = truth.halls.reduce(0.0) { sum, hall in
        let place = MonthSpan.months(hall.day.dayNumber, isWholeMonths: false) - start
        return sum + Double(hall.megawatts) * place
      }
      let spread = distance > 0 ? weighted / Double(truth.megawatts) / distance : 0.5
      let growth = ExactDecimal(digits: Int128(truth.growth), fractionDigits: 4)
      var box = TermBox(
        growth: Interval(enclosing: growth.real), days: [first...first, last...last],
        spread: Interval(max(0, spread - 1e-9), min(1, spread + 1e-9)))
      try expect(engine, in: box, outline, truth, isTight: false)
      box.days = [(first - 30)...(first + 10), (last - 5)...(last + 60)]
      box.spread = Interval(max(0, spread - 0.3), min(1, spread + 0.3))
      // The mean of other days at the same spread is another; only all spreads hold the truth.
      box.spread = Interval(0, 1)
      try expect(engine, in: box, outline, truth, isTight: false)
    }
  }

  /// The engine's coefficients of true terms, and an outline that takes any choice.
  private static func projected(
    _ truth: AnnouncementGenerator.Truth
  ) throws -> (engine: RentCoefficients, outline: TermsOutline) {
    let deal = try AnnouncementGenerator.trueDeal(truth)
    let lease = try deal.resolution.get().lease
    let engine = try #require(
      RentCoefficients(try ProjectedLease(lease), margin: lease.margin))
    var builder = try #require(OutlineBuilder(DealCompletion(deal)))
    return (engine, builder.outline())
  }

  private func expect(
    _ engine: RentCoefficients, in box: TermBox, _ outline: TermsOutline,
    _ truth: AnnouncementGenerator.Truth, isTight: Bool
  ) throws {
    let tables = OutlineCoefficients.tables(outline.facts, box.growth)
    let found = try #require(
      OutlineCoefficients.enclosing(outline.facts, outline.written, box, tables))
    let pairs: [(String, Interval, Interval)] = [
      ("base", found.base, engine.base),
      ("first twelve", found.firstTwelve, engine.firstTwelve),
      ("megawatt years", found.megawattYears, engine.megawattYears),
      ("span", found.spanYears, engine.spanYears),
      ("nominal", found.nominalYears, engine.nominalYears),
    ]
    let renewals: [(String, Interval?, Interval?)] = [
      ("renewals", found.renewals, engine.renewals),
      ("renewals over base", found.renewalsOverBase, engine.renewalsOverBase),
    ]
    let known = try renewals.filter { _ in truth.renewals > 0 }.map { name, enclosure, exact in
      (name, try #require(enclosure), try #require(exact))
    }
    for (name, enclosure, exact) in pairs + known {
      // Posted nowhere, so that the two differ by what doubles lose alone.
      #expect(
        enclosure.widened(by: exact.upper * 1e-11).contains(exact.middle),
        "\(name) \(enclosure) \(exact) \(truth)")
    }
    if let stabilised = found.stabilised, let exact = engine.stabilised {
      // The engine's is posted to the cent.
      #expect(
        stabilised.widened(by: 1e-5).contains(exact.middle), "\(stabilised) \(exact) \(truth)")
      let ratio = try #require(found.stabilisedOverBase)
      let exactRatio = try #require(engine.stabilisedOverBase)
      #expect(ratio.widened(by: 1e-7).contains(exactRatio.middle), "\(ratio) \(truth)")
    }
    guard isTight, truth.halls.allSatisfy({ $0.day.month != 2 }) else { return }
    #expect(
      found.base.upper - found.base.lower < found.base.upper * 0.004, "\(found.base) \(truth)")
    if truth.halls.count == 1 {
      #expect(found.base.upper - found.base.lower < found.base.upper * 1e-9)
    }
  }
}
