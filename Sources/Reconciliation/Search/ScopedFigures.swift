import Analysis
import FinanceBasics
import LeaseModel

/// Figures that cover several deals: what the other deals of each may have of it.
struct ScopedFigures {
  /// By the place of the figure: the sum that the others may have, and have as written.
  private var others: [Int: (range: Interval, written: PreciseReal)] = [:]
  private var missing: [Int: String] = [:]
  private(set) var notes: [ReconciliationNote] = []

  init(_ question: ReconciliationQuestion, _ figures: [AnnouncedQuantity]) {
    for (place, figure) in figures.enumerated() where !figure.scope.isEmpty {
      var range = Interval.zero
      var written = PreciseReal.zero
      for id in figure.scope where id != question.deal.deal.id {
        guard let partner = question.partners.first(where: { $0.deal.id == id }) else {
          missing[place] = "\(id) is not at hand"
          break
        }
        guard let share = PartnerShare(of: figure, in: partner) else {
          missing[place] = "\(id) does not say enough"
          break
        }
        range = range + share.range
        written = written.plus(share.written)
      }
      guard missing[place] == nil else { continue }
      others[place] = (range, written)
    }
    for place in missing.keys.sorted() {
      notes.append(
        ReconciliationNote(
          subject: .missing,
          description: "\(figures[place].path) covers several deals: \(missing[place] ?? "")"))
    }
  }

  /// What the other deals may have of a figure; `nil` where one of them is not known.
  func rest(of place: Int) -> Interval? { others[place]?.range }

  /// A figure beside what this deal gives and the others have; each anywhere in its own range.
  func check(_ place: Int, _ figure: AnnouncedQuantity, own: CheckedLease) -> FigureCheck {
    let check = own.check(figure)
    guard !figure.scope.isEmpty else { return check }
    guard case .amount(let amount)? = check.computed, let others = others[place],
      case .amount(let low, let high, let unit) = figure.range
    else { return FigureCheck(figure, computed: nil, missing: missing[place] ?? check.missing) }
    let scale = unit == .percent ? PreciseReal(integer: 100) : .one
    let written = amount.plus(others.written.times(scale))
    // The other deals move within their own figures towards the interval.
    let least = amount.plus(PreciseReal(exactly: others.range.lower).times(scale))
    let most = amount.plus(PreciseReal(exactly: others.range.upper).times(scale))
    let target = written < low.real ? low.real : high.real < written ? high.real : written
    let reached = target < least ? least : most < target ? most : target
    return FigureCheck(figure, computed: .amount(reached), reading: check.reading)
  }
}

/// What a deal may have of a figure that it shares with others.
private struct PartnerShare {
  /// Within its own figures, as its file is written; percentages as fractions.
  let range: Interval
  let written: PreciseReal

  init?(of figure: AnnouncedQuantity, in partner: AnalysedDeal) {
    let completion = DealCompletion(partner)
    guard var builder = OutlineBuilder(completion), !completion.isRentOpen,
      let projected = try? ProjectedLease(builder.lease)
    else { return nil }
    let outline = builder.outline()
    let checked = CheckedLease(
      deal: outline.deal.deal, projected: projected, readings: FigureReadings())
    guard case (.amount(let amount)?, _) = checked.value(of: figure) else { return nil }
    written = figure.unit == .percent ? amount.divided(by: PreciseReal(integer: 100)) : amount
    let point = Interval(enclosing: written)
    let figures = partner.deal.publishedQuantities
    let constraints = figures.enumerated().compactMap { place, own -> FigureConstraint? in
      guard own.scope.isEmpty, let range = own.interval else { return nil }
      return FigureConstraint(figure: place, kind: own.kind, unit: own.unit, range: range)
    }
    var problem = FigureProblem(
      outline: outline, figures: figures, constraints: constraints, unmetDays: [])
    let asked = FigureConstraint(
      figure: nil, kind: figure.kind, unit: figure.unit, range: .notNegative)
    guard
      let found = problem.bounds(outline.written, outline.box(outline.written))
        ?? problem.bounds(
          outline.written, outline.box(outline.written), subset: Self.terms(figures)),
      let ratio = asked.ratio(found.coefficients, outline.written)
    else {
      range = point
      return
    }
    let own = ratio.factor * found.bounds.ratio(ratio.above, over: ratio.below)
    range = own.upper.isFinite ? own.hull(point) : point
  }

  /// The disclosed terms among figures, where what was announced beside them does not fit.
  private static func terms(_ figures: [AnnouncedQuantity]) -> Set<Int> {
    Set(figures.indices.filter { figures[$0].block == .terms })
  }
}
