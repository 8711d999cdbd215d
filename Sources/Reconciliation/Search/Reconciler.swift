import Analysis
import FinanceBasics
import LeaseModel

/// The way from a question to its outcome.
struct Reconciler {
  let question: ReconciliationQuestion
  private var clock: SearchClock
  private var notes: [ReconciliationNote] = []

  /// Whether the verdict alone counts, without ranges and without what speaks against the terms.
  private let isBrief: Bool

  init(_ question: ReconciliationQuestion, clock: SearchClock, isBrief: Bool = false) {
    self.question = question
    self.clock = clock
    self.isBrief = isBrief
  }

  mutating func outcome() -> ReconciliationOutcome {
    guard var made = problem() else {
      return outcome(
        .incomplete, question.deal.publishedQuantities.map { FigureCheck($0, computed: nil) })
    }
    guard made.problem.hasRelatedFigures else {
      let answer = Answer(verdict: .nothingToReconcile, families: impliedRent(made))
      return outcome(answer, made)
    }
    let answer = answer(&made)
    return outcome(answer, made)
  }

  /// What a search comes to.
  private struct Answer {
    var verdict: ReconciliationOutcome.Verdict
    var families: [SolutionFamily] = []
    var conflict: FigureConflict?
    var whyNotAsWritten: FigureConflict?
    var undecided = 0
  }

  /// What the terms as written leave of rent, where there is no figure to hold against another.
  private mutating func impliedRent(_ made: Made) -> [SolutionFamily] {
    // An assumed rent is implied by nothing.
    guard !made.isRentOpen, !isBrief, made.problem.constraints.contains(where: \.kind.isOfRent)
    else { return [] }
    var other = made
    other.problem = made.problem.without(made.problem.unmetDays)
    return familySearch(other).asWritten(&other.problem, &clock)
  }

  /// Searches; where figures of different dates exclude each other, once more without the earlier.
  private mutating func answer(_ made: inout Made) -> Answer {
    let asked = made.problem
    let whole = decided(&made)
    var answer = whole
    while answer.verdict == .inconsistent, !clock.isOver,
      let overtaken = made.problem.overtakenFigures(in: answer.conflict)
    {
      made.problem = made.problem.without(overtaken)
      answer = decided(&made)
    }
    identify(answer.families, in: made.problem.outline)
    guard !made.problem.overtaken.isEmpty else { return answer }
    guard !answer.families.isEmpty else {
      made.problem = asked
      return whole
    }
    answer.verdict = .restated
    answer.conflict = whole.conflict
    return answer
  }

  private mutating func decided(_ made: inout Made) -> Answer {
    let search = familySearch(made)
    let result = search.search(&made.problem, &clock)
    return answer(result, &made, search)
  }

  private func familySearch(_ made: Made) -> FamilySearch {
    let (figures, partners) = (made.problem.figures, made.partners)
    let overtaken = made.problem.overtaken
    return FamilySearch(
      outline: made.problem.outline, kinds: Set(made.problem.constraints.map(\.kind)),
      isBrief: isBrief
    ) { deal, readings, isOpen in
      guard let resolved = deal.resolved, let projected = try? ProjectedLease(resolved.lease) else {
        return nil
      }
      let own = CheckedLease(deal: deal.deal, projected: projected, readings: readings)
      return figures.enumerated().map { place, figure in
        var check = partners.check(place, figure, own: own, isOpen: isOpen)
        check.isOvertaken = overtaken.contains(place)
        return check
      }
    }
  }

  /// What a search works on.
  struct Made {
    var problem: FigureProblem
    let partners: ScopedFigures
    /// The figures as the file gives them.
    let written: [FigureCheck]
    /// Whether nothing says what rent is.
    let isRentOpen: Bool
  }

  /// Reads the question; `nil` of a deal that cannot be made whole.
  mutating func problem() -> Made? {
    let completion = DealCompletion(question.deal)
    let figures = question.deal.publishedQuantities
    for text in completion.missing { note(.missing, text) }
    guard var builder = OutlineBuilder(completion),
      let projected = try? ProjectedLease(builder.lease)
    else { return nil }
    let outline = builder.outline()
    notes += outline.notes
    let partners = ScopedFigures(question, figures)
    notes += partners.notes
    let checked = CheckedLease(
      deal: outline.deal.deal, projected: projected, readings: FigureReadings())
    let checks = figures.enumerated().map { place, figure in
      partners.check(place, figure, own: checked, isOpen: false)
    }
    let problem = FigureProblem(
      outline: outline, figures: figures,
      constraints: constraints(figures, outline: outline, projected: projected, partners: partners),
      unmetDays: outline.room.canFreeDates ? Self.unmet(checks, .days) : [],
      unmetTerms: Self.unmet(checks, .months), written: checks)
    return Made(
      problem: problem, partners: partners, written: completion.hidingStandIns(in: checks),
      isRentOpen: completion.isRentOpen)
  }

  private mutating func note(_ subject: ReconciliationNote.Subject, _ text: String) {
    notes.append(ReconciliationNote(subject: subject, description: text))
  }

  /// The figures of days or of lengths that the file does not meet.
  private static func unmet(_ checks: [FigureCheck], _ kind: UnmetKind) -> Set<Int> {
    Set(
      checks.indices.filter { place in
        guard checks[place].agrees == false else { return false }
        return switch (checks[place].figure.range, kind) {
        case (.days, .days), (.months, .months): true
        default: false
        }
      })
  }

  private enum UnmetKind {
    case days, months
  }

  private func outcome(
    _ verdict: ReconciliationOutcome.Verdict, _ checks: [FigureCheck]
  ) -> ReconciliationOutcome {
    outcome(Answer(verdict: verdict), checks, overtaken: [])
  }

  private func outcome(_ answer: Answer, _ made: Made) -> ReconciliationOutcome {
    let overtaken = made.problem.overtaken
    let checks = made.written.enumerated().map { place, check in
      var check = check
      check.isOvertaken = overtaken.contains(place)
      return check
    }
    return outcome(
      answer, checks, overtaken: overtaken.sorted().map { made.problem.figures[$0] })
  }

  private func outcome(
    _ answer: Answer, _ checks: [FigureCheck], overtaken: [AnnouncedQuantity]
  ) -> ReconciliationOutcome {
    ReconciliationOutcome(
      deal: question.deal, figures: checks, verdict: answer.verdict, families: answer.families,
      conflict: answer.conflict, overtaken: overtaken, whyNotAsWritten: answer.whyNotAsWritten,
      notes: notes,
      search: SearchExtent(
        boxes: clock.boxes, undecided: answer.undecided, wasStopped: clock.wasStopped))
  }

  private mutating func answer(
    _ result: FamilySearch.Result, _ made: inout Made, _ search: FamilySearch
  ) -> Answer {
    let verdict = verdict(of: result, made)
    guard !isBrief else { return Answer(verdict: verdict, families: result.families) }
    var explaining = clock.renewed
    let asWritten = ConflictSearch(combinations: [made.problem.outline.written])
    switch verdict {
    case .consistentAsWritten: return Answer(verdict: verdict, families: result.families)
    case .inconsistent:
      let widest = ConflictSearch(combinations: search.widest(made.problem))
      return Answer(verdict: verdict, conflict: widest.conflict(&made.problem, &explaining))
    default:
      return Answer(
        verdict: verdict, families: result.families,
        whyNotAsWritten: asWritten.conflict(&made.problem, &explaining),
        undecided: result.families.isEmpty ? max(1, result.undecided) : result.undecided)
    }
  }

  private func verdict(
    of result: FamilySearch.Result, _ made: Made
  ) -> ReconciliationOutcome.Verdict {
    if let first = result.families.first {
      return first.departures.isEmpty ? .consistentAsWritten : .consistentOnlyIf
    }
    let isDecided = result.undecided == 0 && made.problem.outline.isWholeSearched
    return isDecided ? .inconsistent : .undecided
  }

  private mutating func identify(_ families: [SolutionFamily], in outline: TermsOutline) {
    let areDatesFree = families.contains { family in
      family.departures.contains { if case .dates = $0 { true } else { false } }
    }
    guard areDatesFree,
      case .between? = outline.delivery
    else { return }
    note(
      .notIdentified,
      "the number of halls and the megawatts of each: figures depend on the first and the last "
        + "commencement and on their mean by megawatt alone")
  }
}

extension Reconciler {
  /// The figures that bound amounts, each with what it does not owe to rent.
  private mutating func constraints(
    _ figures: [AnnouncedQuantity], outline: TermsOutline, projected: ProjectedLease,
    partners: ScopedFigures
  ) -> [FigureConstraint] {
    var found: [FigureConstraint] = []
    let costs = FixedCosts(outline, projected)
    for (place, figure) in figures.enumerated() {
      guard let range = figure.interval else { continue }
      var constraint = FigureConstraint(
        figure: place, kind: figure.kind, unit: figure.unit, published: range)
      if !figure.scope.isEmpty, figure.isRatio {
        guard let bound = partners.bound(ofRatio: place, range) else { continue }
        constraint.published = bound
      } else if !figure.scope.isEmpty {
        guard let rest = partners.rest(of: place) else { continue }
        constraint.rest = rest
      }
      switch figure.kind {
      case .cumulativeNOI, .averageAnnualNOI, .noiMargin, .yieldOnCost:
        guard costs.isMargin || figure.kind == .cumulativeNOI || figure.kind == .averageAnnualNOI
        else {
          note(.taken, "\(figure.path) is left out: operating costs are stated by line")
          continue
        }
        guard let constant = costs.constant else {
          note(.taken, "\(figure.path) is left out: operating costs depend on rent")
          continue
        }
        constraint.constant = constant
      case .contractValueWithRenewals:
        constraint.constant = costs.renewalRent
      case .loanToCost:
        // An announced debt is a figure of its own; that of a financing is not.
        let financing = outline.deal.deal.terms.financing.first {
          $0.loanToCost?.path == figure.path
        }
        constraint.debt = financing?.amount?.published.enclosureAsPublished
      default: break
      }
      found.append(constraint)
    }
    return found
  }
}

extension FigureProblem {
  /// The problem of a deal by itself; `nil` of one that cannot be made whole.
  static func asked(_ deal: AnalysedDeal) -> FigureProblem? {
    var reconciler = Reconciler(
      ReconciliationQuestion(deal), clock: SearchClock(limits: .standard) { _ in true })
    return reconciler.problem()?.problem
  }
}
