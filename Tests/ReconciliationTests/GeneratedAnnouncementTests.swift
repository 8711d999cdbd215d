import Analysis
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@testable import Reconciliation

/// Announcements made of terms that the test knows, and the search does not.
@Suite("Generated announcements")
struct GeneratedAnnouncementTests {
  private static let perSeed = 5
  /// Announcements of the same terms, each rounded in its own way.
  private static let perTruth = 8

  /// 80 seeds of 5 deals, each announced 8 times: 3,200 announcements. A failure names its seed.
  @Test("the true terms lie inside what is accepted", arguments: 0..<80 as Range<UInt64>)
  func truthIsInside(_ seed: UInt64) throws {
    var generator = AnnouncementGenerator(seed: seed)
    for _ in 0..<Self.perSeed {
      let truth = generator.truth(.open)
      let trueDeal = try AnnouncementGenerator.trueDeal(truth)
      let amounts = try AnnouncementGenerator.amounts(truth, trueDeal, hasCapital: true)
      for _ in 0..<Self.perTruth {
        let figures = generator.published(amounts)
        try expectInside(truth, try AnnouncementGenerator.announcement(truth, figures, .open))
      }
    }
  }

  /// Whether no box that holds the true terms is rejected, and their rent and margin are in reach.
  private func expectInside(
    _ truth: AnnouncementGenerator.Truth, _ announced: AnalysedDeal
  ) throws {
    var problem = try #require(FigureProblem.asked(announced))
    let choices = Self.choices(truth, problem.outline)
    let whole = problem.outline.box(choices)
    let accepted = problem.bounds(choices, whole)
    #expect(accepted != nil, "\(truth)")
    // Boxes around the point, ever narrower, that a search could come through.
    var box = whole
    for step in 0..<36 {
      guard let side = box.sides.first else { break }
      let halves = box.halves(side)
      box = Self.holds(halves.0, truth) ? halves.0 : halves.1
      guard step % 9 == 8 else { continue }
      let found = problem.bounds(choices, box)
      #expect(found != nil, "\(truth) \(box)")
      if let found {
        let rent = found.bounds.ratio(.rent, over: .megawatts)
        #expect(rent.contains(Double(truth.rent)), "\(truth) \(rent)")
        let margin = found.bounds.ratio(.income, over: .value)
        #expect(margin.contains(Double(truth.margin) / 1000), "\(truth) \(margin)")
        let capital = found.bounds.ratio(.capital, over: .megawatts)
        #expect(capital.contains(Double(truth.capital)), "\(truth) \(capital)")
      }
    }
  }

  /// The choices that the truth is made by.
  private static func choices(
    _ truth: AnnouncementGenerator.Truth, _ outline: TermsOutline
  ) -> TermChoices {
    var choices = outline.written
    choices.clock = truth.clock
    choices.isEscalationOfLease = truth.isEscalationOfLease
    choices.average = truth.average
    choices.areDatesFree = true
    choices.isMarginFree = true
    choices.isGrowthFree = true
    choices.isCapitalFree = true
    return choices
  }

  /// Whether the true terms lie in a box.
  private static func holds(_ box: TermBox, _ truth: AnnouncementGenerator.Truth) -> Bool {
    let days = truth.halls.map(\.day.dayNumber)
    guard let first = days.min(), let last = days.max() else { return false }
    guard box.growth.contains(Double(truth.growth) / 10_000) else { return false }
    guard box.days[0].contains(first), box.days[1].contains(last) else { return false }
    guard let spread = box.spread, first < last else { return true }
    let start = MonthSpan.months(first, isWholeMonths: false)
    let distance = MonthSpan.months(last, isWholeMonths: false) - start
    let mean = truth.halls.reduce(0.0) { sum, hall in
      sum + Double(hall.megawatts)
        * (MonthSpan.months(hall.day.dayNumber, isWholeMonths: false) - start)
    }
    return spread.contains(mean / Double(truth.megawatts) / distance)
  }

  @Test(
    "ranges hold the true terms, however early the search for them ends",
    arguments: 300..<330 as Range<UInt64>)
  func ranges(_ seed: UInt64) throws {
    var generator = AnnouncementGenerator(seed: seed)
    let truth = generator.truth(.open)
    let figures = generator.published(
      try AnnouncementGenerator.amounts(
        truth, try AnnouncementGenerator.trueDeal(truth), hasCapital: true))
    let announced = try AnnouncementGenerator.announcement(truth, figures, .open)
    var problem = try #require(FigureProblem.asked(announced))
    let choices = Self.choices(truth, problem.outline)
    let days = truth.halls.map(\.day.dayNumber)
    let values = [
      Double(truth.rent), Double(truth.growth) / 10_000, Double(days.min() ?? 0),
      Double(days.max() ?? 0),
    ]
    var widths = values.map { _ in Double.infinity }
    for limit in [1, 10, 60] {
      var clock = SearchClock(limits: .standard) { _ in true }
      let search = RangeSearch(choices: choices, limit: limit)
      let reaches = search.reaches(&problem, &clock) { box, bounds, _ in
        [bounds.ratio(.rent, over: .megawatts), box.growth]
          + box.days.map { Interval(Double($0.lowerBound), Double($0.upperBound)) }
      }
      try #require(reaches.count == values.count, "\(truth)")
      for (place, reach) in reaches.enumerated() {
        #expect(reach.outer.contains(values[place]), "\(place) \(reach) \(truth)")
        #expect(reach.inner.map { reach.outer.contains($0) } ?? true)
        #expect(reach.outer.width <= widths[place])
        widths[place] = reach.outer.width
      }
    }
  }

  @Test("no true announcement is called inconsistent", arguments: 100..<112 as Range<UInt64>)
  func verdict(_ seed: UInt64) throws {
    var generator = AnnouncementGenerator(seed: seed)
    let truth = generator.truth(.open)
    let trueDeal = try AnnouncementGenerator.trueDeal(truth)
    let figures = generator.published(
      try AnnouncementGenerator.amounts(truth, trueDeal, hasCapital: true))
    let announced = try AnnouncementGenerator.announcement(truth, figures, .open)
    let limits = SearchLimits(boxesPerCombination: 200, boxes: 3000, families: 2)
    let outcome = reconcile(ReconciliationQuestion(announced), limits: limits)
    #expect(outcome.verdict != .inconsistent, "\(truth)")
    for family in outcome.families {
      for check in family.witness.checks { #expect(check.agrees != false, "\(check.figure.text)") }
    }
    // The same question has the same answer.
    let again = reconcile(ReconciliationQuestion(announced), limits: limits)
    #expect(again.verdict == outcome.verdict && again.search == outcome.search)
    #expect(again.families.map(\.departures) == outcome.families.map(\.departures))
    #expect(again.families.map(\.witness.solved) == outcome.families.map(\.witness.solved))
  }

  /// 30 seeds of a deal that is announced 12 times: 360 announcements with a figure that is not true.
  @Test("a figure that is moved away is found out", arguments: 200..<230 as Range<UInt64>)
  func corrupted(_ seed: UInt64) throws {
    var generator = AnnouncementGenerator(seed: seed)
    var random = SplitMix64(seed: seed &+ 7)
    let truth = generator.truth(.closed)
    let amounts = try AnnouncementGenerator.amounts(
      truth, try AnnouncementGenerator.trueDeal(truth))
    let plain = try AnnouncementGenerator.announcement(
      truth, generator.published(amounts), .closed)
    let coefficients = try BruteForce.coefficients(of: plain)
    for _ in 0..<12 {
      var figures = generator.published(amounts)
      let culprit = Int.random(in: 0..<figures.count, using: &random)
      let factor = Double(Int.random(in: 1_005...1_200, using: &random)) / 1000
      let isUp = Bool.random(using: &random)
      let moved = figures[culprit].value.times(
        PreciseReal(exactly: isUp ? factor : 1 / factor))
      let isRate = figures[culprit].path == "rate"
      let text = generator.rounded(moved, unit: isRate ? "USD/MW-IT-year" : "USD")
      figures[culprit] = AnnouncementGenerator.Published(
        path: figures[culprit].path, text: text, value: figures[culprit].value)
      let announced = try AnnouncementGenerator.announcement(truth, figures, .closed)
      let independent = try BruteForce(coefficients, truth, announced)
      try expectFoundOut(
        announced, culprit: (figures[culprit].path, text), independent, "\(truth) \(figures)")
    }
  }

  private func expectFoundOut(
    _ announced: AnalysedDeal, culprit: (path: String, text: String), _ independent: BruteForce,
    _ words: String
  ) throws {
    let outcome = reconcile(ReconciliationQuestion(announced))
    // What is called inconsistent is impossible at every growth and reading that was tried.
    if outcome.verdict == .inconsistent {
      #expect(!independent.isFeasible(slack: 0), "\(words)")
    }
    // What is impossible even with every figure seven thousandths wider is called inconsistent.
    guard !independent.isFeasible(slack: 0.007) else { return }
    #expect(outcome.verdict == .inconsistent, "\(words) \(outcome.verdict)")
    #expect(outcome.conflict?.sets.isEmpty == false, "\(words)")
    for set in outcome.conflict?.sets ?? [] {
      #expect(
        set.contains { $0.figure.text == culprit.text }, "\(words) \(set.map(\.figure.text))")
    }
  }
}

/// Whether figures can hold together, by trying growth by growth with the engine alone.
///
/// All else is disclosed: the days, the clocks and the margin's range. At each growth and for each
/// thing that an average may divide by, every figure bounds the first-year rent, or rent and margin.
private struct BruteForce {
  typealias Coefficients = [[AnnouncedFigure.Kind: Double]]

  private let coefficients: Coefficients
  private let figures: [(kind: AnnouncedFigure.Kind, low: Double, high: Double)]
  private let margin: (low: Double, high: Double)
  private let megawatts: Double

  init(
    _ coefficients: Coefficients, _ truth: AnnouncementGenerator.Truth, _ announced: AnalysedDeal
  ) throws {
    self.coefficients = coefficients
    let terms = announced.deal.terms
    let value = try #require(terms.rent.contractValue?.value)
    figures =
      [(.contractValue, value.low.doubleValue, value.high.doubleValue)]
      + announced.deal.announcedFigures.map {
        ($0.kind, $0.figure.low.doubleValue, $0.figure.high.doubleValue)
      }
    megawatts = Double(truth.megawatts)
    let range = try #require(terms.operatingMargin?.value)
    margin = (range.low.doubleValue / 100, range.high.doubleValue / 100)
  }

  /// What each kind of figure is of a year's first rent, growth by growth and reading by reading;
  /// it depends on no amount.
  static func coefficients(of announced: AnalysedDeal) throws -> Coefficients {
    // The disclosed escalator, taken for a rounded figure, may be this much off.
    let escalator = try #require(announced.deal.terms.rent.escalator?.value)
    guard case .fixed(let figure) = escalator else { return [] }
    let (low, high) = (max(0, figure.low.doubleValue), figure.high.doubleValue)
    var all: Coefficients = []
    for step in 0...24 {
      let percent = low + (high - low) * Double(step) / 24
      let growth = ExactDecimal(digits: Int128((percent * 1e6).rounded()), fractionDigits: 6)
      let lease = try announced.resolution.get().lease.growing(growth)
      let projected = try ProjectedLease(lease)
      let rent = projected.annualisedRent
      let base = projected.contractValue.divided(by: rent).doubleValue
      let more = (projected.renewalRent ?? .zero).divided(by: rent).doubleValue
      for reading in [FigureReading.nominalTerm, .megawattYears, .span] {
        let average = base / projected.years(reading).doubleValue
        all.append([
          .contractValue: base, .contractValueWithRenewals: base + more, .annualisedRevenue: 1,
          .rate: 1, .averageAnnualRevenue: average, .cumulativeNOI: base,
          .averageAnnualNOI: average,
        ])
      }
    }
    return all
  }

  /// - Parameter slack: By which each figure's interval is wider on both sides, as a share.
  func isFeasible(slack: Double) -> Bool {
    coefficients.contains { factors in
      var rent = (low: 0.0, high: Double.infinity)
      var income = (low: 0.0, high: Double.infinity)
      for figure in figures {
        guard let factor = factors[figure.kind] else { continue }
        let (low, high) = (
          figure.low * (1 - slack) / factor, figure.high * (1 + slack) / factor
        )
        switch figure.kind {
        case .cumulativeNOI, .averageAnnualNOI:
          income = (max(income.low, low), min(income.high, high))
        case .rate:
          // On so many megawatts that were rounded to whole ones.
          rent = (
            max(rent.low, low * (megawatts - 0.5)), min(rent.high, high * (megawatts + 0.5))
          )
        default: rent = (max(rent.low, low), min(rent.high, high))
        }
      }
      let isRentPossible = rent.low <= rent.high && income.low <= income.high
      // Some rent times some margin is some income.
      return isRentPossible && rent.low * margin.low * (1 - slack) <= income.high
        && income.low <= rent.high * margin.high * (1 + slack)
    }
  }
}

extension Lease {
  /// The lease with another growth, in percent a year.
  fileprivate func growing(_ percent: ExactDecimal) -> Lease {
    let growth = percent.scaled(byPowerOfTen: -2) ?? .zero
    return Lease(
      id: id, halls: halls,
      periods: periods.map {
        RentPeriod(leaseYears: $0.leaseYears, rent: $0.rent, escalator: .fixed(growth))
      },
      renewals: renewals, rules: rules, operatingCosts: operatingCosts, nominalTerm: nominalTerm)
  }
}
