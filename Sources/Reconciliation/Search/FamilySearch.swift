import Analysis
import FinanceBasics
import LeaseModel

/// Searches the fewest choices under which all figures hold.
struct FamilySearch {
  let outline: TermsOutline
  /// The kinds of figures that bound amounts.
  let kinds: Set<AnnouncedQuantity.Kind>
  /// Checks a deal; whether other deals may move from what their files assume is the last argument.
  let check: (AnalysedDeal, FigureReadings, Bool) -> [FigureCheck]?

  /// Whether families go without the ranges of their terms.
  private let isBrief: Bool

  struct Result {
    var families: [SolutionFamily] = []
    /// Combinations that were neither shown to work nor shown to fail.
    var undecided = 0
  }

  init(
    outline: TermsOutline, kinds: Set<AnnouncedQuantity.Kind>, isBrief: Bool = false,
    check: @escaping (AnalysedDeal, FigureReadings, Bool) -> [FigureCheck]?
  ) {
    self.outline = outline
    self.kinds = kinds
    self.isBrief = isBrief
    self.check = check
  }

  /// One combination of choices with what it departs by.
  private struct Combination {
    let choices: TermChoices
    let departures: [Departure]

    var weight: Int { departures.reduce(0) { $0 + $1.weight } }
  }

  /// The file's own choices first, then all others by their number of departures.
  func search(_ problem: inout FigureProblem, _ clock: inout SearchClock) -> Result {
    var result = Result()
    if take(combination(outline.written), &problem, &clock, &result) { return result }
    result.undecided = 0
    let open = widest(problem).filter { isOpen($0, &problem, &clock) }
    var combinations = open.flatMap { narrower(than: $0) }.map(combination)
      .filter { !$0.departures.isEmpty }
    combinations.sort { ($0.departures.count, $0.weight) < ($1.departures.count, $1.weight) }
    for combination in combinations where !clock.isOver {
      guard result.families.count < clock.limits.families else { break }
      let isMore = result.families.contains { family in
        family.departures.allSatisfy(combination.departures.contains)
      }
      if !isMore { _ = take(combination, &problem, &clock, &result) }
    }
    // What is open at its widest and has no family is left over.
    if result.families.isEmpty, !open.isEmpty { result.undecided = max(1, result.undecided) }
    return result
  }

  /// The family of the file's own choices, where it has one.
  func asWritten(
    _ problem: inout FigureProblem, _ clock: inout SearchClock
  ) -> [SolutionFamily] {
    var result = Result()
    _ = take(combination(outline.written), &problem, &clock, &result)
    return result.families
  }

  private func combination(_ choices: TermChoices) -> Combination {
    Combination(
      choices: choices, departures: choices.departures(from: outline.written, outline: outline))
  }

  /// Whether a combination is not proven to fail.
  private func isOpen(
    _ choices: TermChoices, _ problem: inout FigureProblem, _ clock: inout SearchClock
  ) -> Bool {
    let search = BoxSearch(choices: choices, limit: clock.limits.boxesPerCombination)
    return search.decide(&problem, &clock) { _ in true } != .rejected
  }

  /// Adds the family of a combination, if it has one.
  ///
  /// - Returns: Whether it has one.
  private func take(
    _ combination: Combination, _ problem: inout FigureProblem, _ clock: inout SearchClock,
    _ result: inout Result
  ) -> Bool {
    var witness: Witness?
    var point: TermBox?
    let search = BoxSearch(
      choices: combination.choices, limit: clock.limits.boxesPerCombination)
    var attempts = 0
    let known = problem
    let isOpen = combination.choices.areOthersFree
    let answer = search.decide(&problem, &clock) { candidate in
      attempts += 1
      var builder = WitnessBuilder(candidate, known) { check($0, $1, isOpen) }
      witness = builder.witness()
      point = candidate.box
      return witness != nil || attempts >= Self.mostAttempts
    }
    clock.combinations += 1
    guard let witness else {
      if answer != .rejected { result.undecided += 1 }
      return false
    }
    clock.families += 1
    result.families.append(
      family(combination, witness: witness, at: point, &problem, &clock))
    return true
  }

  /// Candidates that the engine judges before a combination is left undecided.
  private static let mostAttempts = 24

  private func family(
    _ combination: Combination, witness: Witness, at point: TermBox?,
    _ problem: inout FigureProblem, _ clock: inout SearchClock
  ) -> SolutionFamily {
    let terms = FreeTerms(outline: outline, choices: combination.choices, kinds: kinds)
    let search = RangeSearch(choices: combination.choices, limit: Self.boxesForRanges)
    let constraints = problem.constraints
    let reaches =
      isBrief
      ? []
      : search.reaches(&problem, &clock, known: point) {
        terms.intervals(box: $0, bounds: $1, coefficients: $2, constraints: constraints)
      }
    return SolutionFamily(
      departures: combination.departures, freeTerms: terms.ranges(reaches),
      rentPerKilowattMonth: terms.rent(reaches), witness: witness)
  }

  /// Boxes by which the ranges of one family are tightened.
  private static let boxesForRanges = 3000
}

// MARK: - Combinations

extension FamilySearch {
  /// Every combination of discrete choices, with all that is continuous free, and other deals too
  /// where a figure covers them.
  func widest(_ problem: FigureProblem) -> [TermChoices] {
    let coversOthers = problem.constraints.contains { $0.rest.open != $0.rest.asWritten }
    return widestCombinations.map { choices in
      var choices = choices
      choices.areOthersFree = coversOthers
      return choices
    }
  }

  /// Every combination of discrete choices, with all that is continuous free.
  var widestCombinations: [TermChoices] {
    let written = outline.written
    let room = outline.room
    let hasAverage = kinds.contains(.averageAnnualNOI) || kinds.contains(.averageAnnualRevenue)
    let averages: [FigureReading] =
      hasAverage ? [.nominalTerm, .megawattYears, .span] : [.nominalTerm]
    let firstYears: [FigureReading] =
      kinds.contains(.firstYearRevenue) ? [.firstYearRates, .firstTwelveMonths] : [.firstYearRates]
    let renewals =
      kinds.contains(.contractValueWithRenewals) ? room.renewalRents : [written.renewalRent]
    let clocks: [TermClockKind?] =
      room.clocks.isEmpty ? [written.clock] : room.clocks.map { $0 }
    var all: [TermChoices] = []
    for clock in clocks {
      for isOfLease in room.escalationClocks {
        for renewal in renewals {
          for average in averages {
            for firstYear in firstYears {
              var choices = written
              choices.clock = clock
              choices.isEscalationOfLease = isOfLease
              choices.renewalRent = renewal
              choices.average = average
              choices.firstYear = firstYear
              all.append(freed(choices))
            }
          }
        }
      }
    }
    return all
  }

  private var hasIncome: Bool {
    !kinds.isDisjoint(with: [.cumulativeNOI, .averageAnnualNOI, .noiMargin, .yieldOnCost])
  }

  private var hasCapital: Bool {
    !kinds.isDisjoint(
      with: [.capitalCost, .capitalCostPerMegawatt, .yieldOnCost, .debt, .loanToCost])
  }

  private func freed(_ choices: TermChoices) -> TermChoices {
    var choices = choices
    let room = outline.room
    choices.areDatesFree = choices.areDatesFree || room.canFreeDates
    choices.isMarginFree = choices.isMarginFree || room.canFreeMargin && hasIncome
    choices.isGrowthFree = choices.isGrowthFree || room.canFreeGrowth
    choices.isCapitalFree = choices.isCapitalFree || room.canFreeCapital && hasCapital
    return choices
  }

  /// The same discrete choices with any of what is free put back as it is written.
  private func narrower(than widest: TermChoices) -> [TermChoices] {
    var all = [widest]
    let written = outline.written
    let keep: [WritableKeyPath<TermChoices, Bool>] = [
      \.areDatesFree, \.isMarginFree, \.isGrowthFree, \.isCapitalFree, \.areOthersFree,
    ]
    for path in keep where widest[keyPath: path] != written[keyPath: path] {
      all += all.map { choices in
        var choices = choices
        choices[keyPath: path] = written[keyPath: path]
        return choices
      }
    }
    return all
  }
}
