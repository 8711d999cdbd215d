import Analysis
import FinanceBasics
import LeaseModel

extension TermsOutline {
  /// What the file assumes, as far as choices do not open it.
  func assumedBounds(_ choices: TermChoices) -> RatioBounds {
    var bounds = RatioBounds()
    let terms = deal.deal.terms
    // A margin is above zero and at most all of the rent.
    _ = bounds.bound(.income, over: .value, Interval(0, 1))
    if !choices.isMarginFree, terms.operatingMargin?.ofSource == nil, let margin = lease.margin {
      _ = bounds.bound(
        .income, over: .value, margin.isPositive ? Interval(enclosing: margin) : .one)
    }
    if terms.criticalIT?.ofSource == nil {
      _ = bounds.bound(.megawatts, over: .one, Interval(enclosing: lease.criticalIT.real))
    }
    if let gross = terms.gross, gross.ofSource == nil {
      _ = bounds.bound(.gross, over: .one, gross.value.enclosure)
    }
    if let utility = terms.utility, utility.ofSource == nil {
      _ = bounds.bound(.utility, over: .one, utility.value.enclosure)
    }
    if let capital = assumedCapital, !choices.isCapitalFree {
      _ = bounds.bound(.capital, over: capital.0, capital.1)
    }
    if let rent = severalRents { _ = bounds.bound(.rent, over: .one, rent) }
    if let cap = deal.deal.guaranteed { _ = bounds.bound(.guarantee, over: .one, cap.enclosure) }
    return bounds
  }

  /// First-year rent a month of a lease with more than one stated rent; each within its rounding.
  ///
  /// `nil` of a lease with one rent, which is a figure of its own, or is free.
  private var severalRents: Interval? {
    let terms = deal.deal.terms
    let periods = terms.periods.flatMap { [$0.rent.contractValue, $0.rent.rate] }
    let stated = (periods + terms.halls.map(\.rate)).compactMap(\.self)
    let steps = (terms.rent.steps + terms.periods.flatMap(\.rent.steps)).map { $0.map(\.rate) }
    var hull: Interval?
    for rent in stated + steps {
      let point = Interval(enclosing: rent.value.point.real)
      guard point.lower > 0 else { continue }
      let figure = rent.ofSource
      let range = figure.map { Interval(from: max(.zero, $0.low), through: $0.high) } ?? point
      let share = range / point
      hull = hull?.hull(share) ?? share
    }
    guard let hull, let projected = try? ProjectedLease(lease) else { return nil }
    return Interval(enclosing: projected.annualisedRent) / Interval(12) * hull
  }

  /// The assumed cost of the halls, in total or a megawatt; `nil` where a source gives it.
  private var assumedCapital: (RatioBounds.Amount, Interval)? {
    guard let stated = deal.deal.terms.capitalCost, stated.ofSource == nil, lease.capital != nil
    else { return nil }
    switch stated.value.unit.megawattKind {
    case .criticalIT: return (.megawatts, stated.value.enclosure)
    case .gross: return (.gross, stated.value.enclosure)
    case .utility: return (.utility, stated.value.enclosure)
    case nil: return (.one, stated.value.enclosure)
    }
  }
}

extension Figure {
  /// All that the wording leaves open.
  var enclosureAsPublished: Interval { Interval(from: low, through: high) }

  /// An assumed figure: a range anywhere in it, any other as it is.
  var enclosure: Interval {
    isRange ? Interval(from: low, through: high) : Interval(enclosing: point.real)
  }
}
