import Analysis
import FinanceBasics
import LeaseModel

/// Figures that cover several deals: what the other deals of each may have of it.
struct ScopedFigures {
  /// What the other deals of a figure have together; percentages as fractions.
  ///
  /// Of an amount the sums; of a ratio, what its deals have each, weighted by what it is over.
  private struct Others {
    var written = PreciseReal.zero
    /// Each within its own figures, as its file is written.
    var asWritten = Interval.zero
    /// Each within its own figures, under any choice.
    var open = Interval.zero
    /// What a ratio is over; zero of an amount.
    var weight = PreciseReal.zero
  }

  /// By the place of the figure.
  private var others: [Int: Others] = [:]
  private var missing: [Int: String] = [:]
  private(set) var notes: [ReconciliationNote] = []

  init(_ question: ReconciliationQuestion, _ figures: [AnnouncedQuantity]) {
    for (place, figure) in figures.enumerated() where !figure.scope.isEmpty {
      var sum = Others()
      for id in figure.scope where id != question.deal.deal.id {
        guard let partner = question.partners.first(where: { $0.deal.id == id }) else {
          missing[place] = "\(id) is not at hand"
          break
        }
        guard let share = PartnerShare(of: figure, in: partner) else {
          missing[place] = "\(id) does not say enough"
          break
        }
        if figure.isRatio {
          sum.open = sum.weight.isZero ? share.open : sum.open.hull(share.open)
          sum.written = sum.written.plus(share.written.times(share.weight))
          sum.weight = sum.weight.plus(share.weight)
        } else {
          sum.written = sum.written.plus(share.written)
          sum.asWritten = sum.asWritten + share.asWritten
          sum.open = sum.open + share.open
        }
      }
      if missing[place] == nil { others[place] = sum }
    }
    for place in missing.keys.sorted() {
      notes.append(
        ReconciliationNote(
          subject: .missing,
          description: "\(figures[place].path) covers several deals: \(missing[place] ?? "")"))
    }
  }

  /// What the ratio of this deal must be for that of all deals to be as published, whatever each
  /// weighs; `nil` where nothing follows, or where another deal is not known.
  ///
  /// A mean is neither below nor above everything that it is of.
  func bound(ofRatio place: Int, _ published: Interval) -> Interval? {
    guard let others = others[place], others.weight.isPositive else { return nil }
    if others.open.upper < published.lower { return Interval(published.lower, .infinity) }
    if published.upper < others.open.lower { return Interval(0, published.upper) }
    return nil
  }

  /// What the other deals may have of an amount, as their files are written and under any choice;
  /// `nil` where one of them is not known.
  func rest(of place: Int) -> (asWritten: Interval, open: Interval)? {
    others[place].map { ($0.asWritten, $0.open) }
  }

  /// A figure beside what this deal gives and the others have, each anywhere in its own range.
  func check(
    _ place: Int, _ figure: AnnouncedQuantity, own: CheckedLease, isOpen: Bool
  ) -> FigureCheck {
    let check = own.check(figure)
    guard !figure.scope.isEmpty else { return check }
    guard case .amount(let amount)? = check.computed, let others = others[place],
      case .amount(let low, let high, let unit) = figure.range
    else { return FigureCheck(figure, computed: nil, missing: missing[place] ?? check.missing) }
    let scale = unit == .percent ? PreciseReal(integer: 100) : .one
    guard !figure.isRatio else {
      guard let weight = own.weight(of: figure) else {
        return FigureCheck(figure, computed: nil, missing: "what it is over is not known")
      }
      let all = amount.times(weight).plus(others.written.times(scale))
      let mean = all.divided(by: weight.plus(others.weight))
      return FigureCheck(figure, computed: .amount(mean), reading: check.reading)
    }
    let range = isOpen ? others.open : others.asWritten
    let written = amount.plus(others.written.times(scale))
    // The other deals move within their own figures towards the interval.
    let least = amount.plus(PreciseReal(exactly: range.lower).times(scale))
    let most = amount.plus(PreciseReal(exactly: range.upper).times(scale))
    let target = written < low.real ? low.real : high.real < written ? high.real : written
    let reached = target < least ? least : most < target ? most : target
    return FigureCheck(figure, computed: .amount(reached), reading: check.reading)
  }
}

/// What a deal may have of a figure that it shares with others; percentages as fractions.
private struct PartnerShare {
  let written: PreciseReal
  let asWritten: Interval
  let open: Interval
  /// What a ratio is over; zero of an amount.
  let weight: PreciseReal

  init?(of figure: AnnouncedQuantity, in partner: AnalysedDeal) {
    let completion = DealCompletion(partner)
    guard var builder = OutlineBuilder(completion), !completion.isRentOpen,
      let projected = try? ProjectedLease(builder.lease)
    else { return nil }
    let outline = builder.outline()
    let checked = CheckedLease(
      deal: outline.deal.deal, projected: projected, readings: FigureReadings())
    guard case (.amount(let amount)?, _) = checked.value(of: figure) else { return nil }
    let weight = figure.isRatio ? checked.weight(of: figure) : .zero
    guard let weight, !figure.isRatio || weight.isPositive else { return nil }
    self.weight = weight
    written = figure.unit == .percent ? amount.divided(by: PreciseReal(integer: 100)) : amount
    let figures = partner.deal.publishedQuantities
    let constraints = figures.enumerated().compactMap { place, own -> FigureConstraint? in
      guard own.scope.isEmpty, let range = own.interval else { return nil }
      return FigureConstraint(figure: place, kind: own.kind, unit: own.unit, published: range)
    }
    var problem = FigureProblem(
      outline: outline, figures: figures, constraints: constraints, unmetDays: [])
    let asked = FigureConstraint(
      figure: nil, kind: figure.kind, unit: figure.unit, published: .notNegative)
    let point = Interval(enclosing: written)
    asWritten =
      Self.reach(of: asked, outline.written, &problem)?.finite(or: point).hull(point) ?? point
    let kinds = Set(constraints.map(\.kind)).union([figure.kind])
    let widest = FamilySearch(outline: outline, kinds: kinds) { _, _, _ in nil }.widestCombinations
    var hull = asWritten
    for choices in widest {
      if let reach = Self.reach(of: asked, choices, &problem) {
        hull = hull.hull(reach.finite(or: point))
      }
    }
    open = hull
  }

  /// What a deal may have of a quantity over all that choices leave open; at least what its terms
  /// leave, where the figures beside them do not fit.
  private static func reach(
    of asked: FigureConstraint, _ choices: TermChoices, _ problem: inout FigureProblem
  ) -> Interval? {
    let box = problem.outline.box(choices)
    let terms = Set(problem.figures.indices.filter { problem.figures[$0].block == .terms })
    guard
      let found = problem.bounds(choices, box) ?? problem.bounds(choices, box, subset: terms),
      let ratio = asked.ratio(found.coefficients, choices)
    else { return nil }
    return ratio.factor * found.bounds.ratio(ratio.above, over: ratio.below)
  }
}

extension Interval {
  /// The interval, or another one where it has no end.
  fileprivate func finite(or other: Interval) -> Interval { upper.isFinite ? self : other }
}
