import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation
import Testing

/// Announced deals of which the arithmetic can be done by hand.
///
/// Source of the figures: the companies' announcements as `samples/deals` records them. Fifteen
/// years at 3 % are 12 × (1.03¹⁵ − 1) ÷ 0.03 months of first-year rent. Three renewals of five years
/// that go on at the same growth are 1.03¹⁵ times as much, so that the value with renewals is
/// 1.03¹⁵ + 1 = 2.557967417… of the value without.
@Suite("Reconciled sample deals")
struct SampleReconciliationTests {
  private static let growth = PreciseReal(103, over: 100)

  private func outcome(_ id: String, versions: Int? = 1) throws -> ReconciliationOutcome {
    reconcile(ReconciliationQuestion(try SampleReconciliation.deal(id, versions: versions)))
  }

  /// Months of first-year rent that so many years at 3 % come to.
  private func months(years: Int) -> PreciseReal {
    Self.growth.raised(to: years).minus(.one).divided(by: PreciseReal(3, over: 100)).times(12)
  }

  @Test("the ratio of the value with renewals to the one without")
  func ratio() {
    let ratio = Self.growth.raised(to: 15).plus(.one)
    #expect(ratio.formatted(fractionDigits: 6) == "2.557967")
  }

  @Test("Beacon Point is consistent as written, at the rent that 655 M and 25.1 bn leave")
  func beaconPoint() throws {
    let outcome = try outcome("hut8-beacon-point")
    #expect(outcome.verdict == .consistentAsWritten)
    let family = try #require(outcome.families.first)
    #expect(family.departures.isEmpty)
    // 655 M ± 0.5 M over 15 nominal years needs 9.8175 bn to 9.8325 bn; 25.1 bn ± 0.05 bn needs at
    // most 25.15 bn ÷ 2.557967… = 9.83203 bn. At a margin of 100 % the value is the NOI.
    let value = try #require(
      family.freeTerms.first { $0.path?.description == "rent.contractValue" })
    let low = PreciseReal(integer: 9_817_500_000)
    let high = PreciseReal(integer: 25_150_000_000)
      .divided(by: Self.growth.raised(to: 15).plus(.one))
    try expect(value.range, encloses: low, high)
    // By kW-month: over 352 MW ± 0.5 and 12 × 18.5989… months.
    let months = months(years: 15)
    let rent = family.rentPerKilowattMonth.range
    try expect(
      rent, encloses: low.divided(by: months).divided(by: PreciseReal(integer: 352_500)),
      high.divided(by: months).divided(by: PreciseReal(integer: 351_500)))
  }

  @Test("Lake Mariner CB-3 and CB-4 are consistent as signed")
  func lakeMariner() throws {
    let outcome = try outcome("terawulf-lake-mariner-cb3-cb4")
    #expect(outcome.verdict == .consistentAsWritten)
    // 8.7 bn ± 0.05 over 1 + 1.03¹⁰ = 2.343916… is 3.69041 to 3.73307; 3.7 ± 0.05; 85 % of it over
    // ten years is 314 to 316 M, with the margin itself anywhere from 84.5 to 85.5 %, so that the
    // value with renewals binds on both sides.
    let family = try #require(outcome.families.first)
    let value = try #require(
      family.freeTerms.first { $0.path?.description == "rent.contractValue" })
    let ratio = Self.growth.raised(to: 10).plus(.one)
    try expect(
      value.range, encloses: PreciseReal(integer: 8_650_000_000).divided(by: ratio),
      PreciseReal(integer: 8_750_000_000).divided(by: ratio))
  }

  @Test("Barber Lake is consistent as first signed")
  func barberLake() throws {
    let outcome = try outcome("cipher-barber-lake")
    #expect(outcome.verdict == .consistentAsWritten)
    // "About 3.0 bn" is 2.9 to 3.1; 7.0 ± 0.05 over 2.343916… is 2.96512 to 3.00779, which binds.
    let family = try #require(outcome.families.first)
    let value = try #require(
      family.freeTerms.first { $0.path?.description == "rent.contractValue" })
    let ratio = Self.growth.raised(to: 10).plus(.one)
    try expect(
      value.range, encloses: PreciseReal(integer: 6_950_000_000).divided(by: ratio),
      PreciseReal(integer: 7_050_000_000).divided(by: ratio))
  }

  /// A range holds both ends, and is not wider than them by more than a twentieth of their distance.
  private func expect(
    _ range: QuantityRange, encloses low: PreciseReal, _ high: PreciseReal
  ) throws {
    guard case .amount(let least, let most, _) = range else {
      Issue.record("an amount was expected")
      return
    }
    let slack = high.minus(low).divided(by: PreciseReal(integer: 20))
    #expect(!(low < least.real) && low.minus(slack) < least.real, "\(least) for \(low)")
    #expect(!(most.real < high) && most.real < high.plus(slack), "\(most) for \(high)")
  }
}

/// River Bend as announced: 7.0 bn, 17.7 bn, 6.9 bn of NOI and 454 M a year over 15 years at 3 %.
@Suite("River Bend reconciled")
struct RiverBendReconciliationTests {
  private static let outcome = Result {
    reconcile(
      ReconciliationQuestion(try SampleReconciliation.deal("hut8-river-bend", versions: 1)))
  }

  @Test("is consistent only under other choices than its file's")
  func verdict() throws {
    #expect(try Self.outcome.get().verdict == .consistentOnlyIf)
  }

  @Test("the values clash at 3 %, and so do NOI and its average, by as much as arithmetic says")
  func clashes() throws {
    let conflict = try #require(try Self.outcome.get().whyNotAsWritten)
    let sets = conflict.sets.map { Set($0.map(\.figure.kind)) }
    // 17.75 ÷ 6.95 = 2.55396 is below 1.03¹⁵ + 1 = 2.55797.
    #expect(sets.contains([.contractValue, .contractValueWithRenewals]))
    // 454.5 M × 15 = 6.8175 bn is below 6.85 bn.
    #expect(sets.contains([.cumulativeNOI, .averageAnnualNOI]))
    let income = try #require(
      conflict.sets.first { Set($0.map(\.figure.kind)) == [.cumulativeNOI, .averageAnnualNOI] })
    let total = try #require(income.first { $0.figure.kind == .cumulativeNOI })
    // From 6.85 bn down to 6.8175 bn.
    let move = try #require(total.move)
    #expect(move.doubleValue.isNear(-32_500_000))
    let average = try #require(income.first { $0.figure.kind == .averageAnnualNOI })
    // From 454.5 M up to 6.85 bn ÷ 15 = 456.667 M.
    #expect(try #require(average.move).doubleValue.isNear(2_166_666.666_666))
  }

  @Test("ends of the halls' terms after the last commencement make all figures true")
  func coterminous() throws {
    let families = try Self.outcome.get().families
    // Halls that begin up to half a year before the last have a longer base term: the average
    // divides by 15.07 to 15.33 years in force, and the renewals are less of the whole.
    let found = families.contains { family in
      family.departures.contains(.termClock(.coterminousAfterLast, term: "15 years"))
        && family.departures.contains(.averages(.megawattYears))
    }
    #expect(found)
  }

  /// As written NOI is 98.6 % of the value, so that 6.85 to 6.95 bn of it leave 6.95 to 7.0487 bn of
  /// 6.95 to 7.05. 17.65 to 17.75 bn over that, less one, is (1 + g)¹⁵: 1.50401 to 1.55396.
  @Test("the escalator's range holds what arithmetic leaves of it, and little more")
  func escalator() throws {
    let ranges = try Self.outcome.get().families.flatMap(\.freeTerms)
      .filter { $0.path?.description == "rent.escalator.fixed" }
    #expect(!ranges.isEmpty)
    for range in ranges {
      guard case .amount(let low, let high, _) = range.range else { continue }
      #expect(low.doubleValue <= 2.7582 && low.doubleValue > 2.74)
      #expect(high.doubleValue >= 2.9822 && high.doubleValue < 3.0)
      #expect(range.isTight)
    }
  }

  @Test("a margin, a clock or a lower escalator: no family without a lower ratio of the values")
  func ratioIsLowered() throws {
    for family in try Self.outcome.get().families {
      let lowers = family.departures.contains { departure in
        switch departure {
        case .termClock(.coterminousAfterLast, _), .renewalRent, .escalator, .roundedEscalator: true
        default: false
        }
      }
      #expect(lowers, "\(family.departures)")
    }
  }

  @Test("every witness agrees with every figure, as the engine projects it")
  func witnesses() throws {
    for family in try Self.outcome.get().families {
      #expect(family.witness.checks.count == 7)
      for check in family.witness.checks { #expect(check.agrees != false, "\(check.figure.kind)") }
    }
  }
}

extension Double {
  /// Whether the number is another one but for what doubles lose.
  fileprivate func isNear(_ other: Double) -> Bool {
    (self - other).magnitude <= other.magnitude * 1e-9
  }
}
