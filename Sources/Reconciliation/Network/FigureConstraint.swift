import FinanceBasics
import LeaseModel

/// A published figure as a bound on a ratio of amounts; an assumption of the file likewise.
struct FigureConstraint {
  /// The place of the figure in the list of figures; `nil` of what the file assumes.
  let figure: Int?
  let kind: AnnouncedQuantity.Kind
  let unit: MeasureUnit?
  /// As published, in base units: percentages as fractions.
  var published: Interval
  /// What is in the figure beside what rent makes: of a lease with cost lines, less their costs.
  var constant = Interval.zero
  /// The debt that a loan to cost is of, where it has one of its own.
  var debt: Interval?
  /// What other deals have of a figure that covers several: as their files are written, and under
  /// any choice.
  var rest = (asWritten: Interval.zero, open: Interval.zero)

  /// The two amounts, and what their ratio is multiplied by.
  struct Ratio {
    let above: RatioBounds.Amount
    let below: RatioBounds.Amount
    let factor: Interval
    let range: Interval
  }

  /// What is left of the figure for this deal.
  func range(_ choices: TermChoices) -> Interval {
    let others = choices.areOthersFree ? rest.open : rest.asWritten
    return others == .zero ? published : published - others
  }

  /// The ratio that the figure bounds; `nil` where the coefficients do not tell.
  func ratio(_ coefficients: RentCoefficients, _ choices: TermChoices) -> Ratio? {
    let range = range(choices)
    let rest = constant == .zero ? range : range - constant
    let isShifted = constant != .zero
    switch kind {
    case .contractValue: return over(.one, .value, .one, rest)
    case .contractValueWithRenewals: return withRenewals(coefficients, choices, range)
    case .firstYearRevenue:
      let isTwelve = choices.firstYear == .firstTwelveMonths
      return over(.one, .rent, isTwelve ? coefficients.firstTwelve : Interval(12), range)
    case .annualisedRevenue: return over(.one, .rent, Interval(12), range)
    case .averageAnnualRevenue:
      return over(.one, .value, Interval.one.share(of: coefficients.years(choices.average)), range)
    case .cumulativeNOI: return over(.one, isShifted ? .value : .income, .one, rest)
    case .averageAnnualNOI:
      let years = coefficients.years(choices.average)
      return isShifted
        ? over(.one, .value, .one, range * years - constant)
        : over(.one, .income, Interval.one.share(of: years), range)
    case .noiMargin: return over(.value, .income, .one, range)
    case .rate: return rate(range)
    case .criticalIT: return over(.one, .megawatts, .one, range)
    case .gross: return over(.one, .gross, .one, range)
    case .utility: return over(.one, .utility, .one, range)
    default: return capital(coefficients, range)
    }
  }

  private func over(
    _ below: RatioBounds.Amount, _ above: RatioBounds.Amount, _ factor: Interval,
    _ range: Interval
  ) -> Ratio {
    Ratio(above: above, below: below, factor: factor, range: range)
  }

  private func withRenewals(
    _ coefficients: RentCoefficients, _ choices: TermChoices, _ range: Interval
  ) -> Ratio? {
    guard choices.renewalRent != .another, let renewals = coefficients.renewalsOverBase else {
      // Whatever renewals pay, it is not less than nothing.
      return over(.one, .value, .one, Interval(0, max(0, range.upper)))
    }
    return over(.one, .value, .one + renewals, range - constant)
  }

  private func rate(_ range: Interval) -> Ratio? {
    switch unit {
    case .moneyPerKilowattMonth: over(.megawatts, .rent, .one / Interval(1000), range)
    case .moneyPerMegawattYear(_, .criticalIT): over(.megawatts, .rent, Interval(12), range)
    case .moneyPerYear: over(.one, .rent, Interval(12), range)
    case .moneyPerMonth: over(.one, .rent, .one, range)
    default: nil
    }
  }

  private func capital(_ coefficients: RentCoefficients, _ range: Interval) -> Ratio? {
    switch kind {
    case .capitalCost: return over(.one, .capital, .one, range)
    case .capitalCostPerMegawatt:
      switch unit?.megawattKind {
      case .criticalIT, nil: return over(.megawatts, .capital, .one, range)
      case .gross: return over(.gross, .capital, .one, range)
      case .utility: return over(.utility, .capital, .one, range)
      }
    case .yieldOnCost:
      return coefficients.stabilisedOverBase.map { over(.capital, .income, $0, range) }
    case .debt: return over(.one, .debt, .one, range)
    case .loanToCost:
      guard let debt else { return over(.capital, .debt, .one, range) }
      let low = range.upper > 0 ? (debt / Interval(range.upper)).lower : 0
      let high = range.lower > 0 ? (debt / Interval(range.lower)).upper : .infinity
      return over(.one, .capital, .one, Interval(max(0, low), high))
    case .guaranteeAmount: return over(.one, .guarantee, .one, range)
    default: return nil
    }
  }
}

extension RatioBounds {
  /// Adds how the value of a contract follows from its first-year rent.
  mutating func take(_ coefficients: RentCoefficients) -> Bool {
    bound(.value, over: .rent, coefficients.base)
  }

  /// Adds what a figure says, over every coefficient of a box.
  ///
  /// - Returns: Whether any coefficient leaves room for it.
  mutating func take(
    _ constraint: FigureConstraint, _ coefficients: RentCoefficients, _ choices: TermChoices
  ) -> Bool {
    guard let ratio = constraint.ratio(coefficients, choices) else { return true }
    guard ratio.range.upper > 0, ratio.factor.upper > 0 else { return false }
    let high =
      ratio.factor.lower > 0 ? (ratio.range.upper / ratio.factor.lower).nextUp : Double.infinity
    let low = max(0, (ratio.range.lower / ratio.factor.upper).nextDown)
    return bound(ratio.above, over: ratio.below, Interval(min(low, high), high))
  }
}
