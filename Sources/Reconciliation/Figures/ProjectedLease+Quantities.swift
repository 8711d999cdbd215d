import FinanceBasics
import LeaseModel

/// What figures are taken to mean.
struct FigureReadings: Hashable {
  var average = FigureReading.nominalTerm
  var firstYear = FigureReading.firstYearRates
}

/// A deal with its projection, for the figures that are checked against it.
struct CheckedLease {
  let deal: Deal
  let projected: ProjectedLease
  let readings: FigureReadings
  /// What the halls are promised for; `nil` where rent alone commences.
  var lease: Lease { projected.lease }

  /// A figure of this deal alone beside what the projection gives.
  func check(_ figure: AnnouncedQuantity) -> FigureCheck {
    let (computed, missing) = value(of: figure)
    let reading: FigureReading? =
      switch figure.kind {
      case .averageAnnualNOI, .averageAnnualRevenue: readings.average
      case .firstYearRevenue: readings.firstYear
      default: nil
      }
    return FigureCheck(figure, computed: computed, reading: reading, missing: missing)
  }

  /// The value, or why there is none.
  func value(of figure: AnnouncedQuantity) -> (QuantityValue?, String?) {
    switch figure.kind {
    case .term:
      return (deal.terms.term?.value.months.map { .months($0) }, "the term is not known")
    case .firstDelivery: return (day(ofHalls: { $0.min() }), nil)
    case .lastDelivery: return (day(ofHalls: { $0.max() }), nil)
    default:
      let (amount, missing) = amount(of: figure)
      return (amount.map { .amount($0) }, missing)
    }
  }

  private func day(ofHalls choose: ([CalendarDate]) -> CalendarDate?) -> QuantityValue? {
    choose(lease.halls.map(\.readyForService)).map { .day($0) }
  }

  private func amount(of figure: AnnouncedQuantity) -> (PreciseReal?, String?) {
    switch figure.kind {
    case .contractValue: (projected.contractValue, nil)
    case .contractValueWithRenewals:
      (
        projected.renewalRent.map { projected.contractValue.plus($0) },
        "no renewals are known"
      )
    case .firstYearRevenue:
      readings.firstYear == .firstTwelveMonths
        ? (projected.firstTwelveMonthsRent, "the term is shorter than a year")
        : (projected.annualisedRent, nil)
    case .annualisedRevenue: (projected.annualisedRent, nil)
    case .averageAnnualRevenue:
      (projected.contractValue.divided(by: projected.years(readings.average)), nil)
    case .cumulativeNOI: (projected.operatingIncome, Self.costsUnknown)
    case .averageAnnualNOI:
      (
        projected.operatingIncome?.divided(by: projected.years(readings.average)),
        Self.costsUnknown
      )
    case .noiMargin: (margin, Self.costsUnknown)
    case .rate: (rate(in: figure.unit), "the lease has more than one rate")
    case .criticalIT: (lease.criticalIT.real, nil)
    case .gross: (gross, "the gross megawatts are not known")
    case .utility: (deal.terms.utility?.value.point.real, "the interconnection is not known")
    default: capitalAmount(of: figure)
    }
  }

  private static let costsUnknown = "operating costs are not known"
  private static let hundred = PreciseReal(integer: 100)

  private var margin: PreciseReal? {
    guard projected.contractValue.isPositive else { return nil }
    return projected.operatingIncome?.divided(by: projected.contractValue).times(Self.hundred)
  }

  var gross: PreciseReal? {
    if let gross = deal.terms.gross { return gross.value.point.real }
    return deal.terms.powerUsageEffectiveness.map {
      $0.value.point.real.times(lease.criticalIT.real)
    }
  }

  private func rate(in unit: MeasureUnit?) -> PreciseReal? {
    let annual = projected.annualisedRent
    switch unit {
    case .moneyPerKilowattMonth: return annual.divided(by: lease.criticalIT.real.times(12_000))
    case .moneyPerMegawattYear(_, .criticalIT): return annual.divided(by: lease.criticalIT.real)
    case .moneyPerYear: return annual
    case .moneyPerMonth: return annual.divided(by: PreciseReal(integer: 12))
    default: return nil
    }
  }

  private func capitalAmount(of figure: AnnouncedQuantity) -> (PreciseReal?, String?) {
    guard figure.kind != .guaranteeAmount else {
      let cap = deal.guaranteed.map { figure.nearest(within: $0) { $0 } }
      return (cap, "no single cap of credit support is stated")
    }
    guard let cost = projected.capitalCost, cost.isPositive else {
      return (nil, "the capital cost is not known")
    }
    switch figure.kind {
    case .capitalCost: return (cost, nil)
    case .capitalCostPerMegawatt:
      let megawatts: PreciseReal? =
        switch figure.unit?.megawattKind {
        case .criticalIT, nil: lease.criticalIT.real
        case .gross: gross
        case .utility: deal.terms.utility?.value.point.real
        }
      return (megawatts.map { cost.divided(by: $0) }, "those megawatts are not known")
    case .yieldOnCost:
      return (
        projected.stabilisedIncome.map { $0.divided(by: cost).times(Self.hundred) },
        "no year in which all halls pay full rent is known"
      )
    case .loanToCost:
      let debt = deal.debt(besides: figure.path)
      let share = debt.map { debt in
        figure.nearest(within: debt) { $0.divided(by: cost).times(Self.hundred) }
      }
      return (share, "no debt is stated")
    case .debt:
      let share = deal.loanToCost
      let debt = share.map { share in
        figure.nearest(within: share) { $0.divided(by: Self.hundred).times(cost) }
      }
      return (debt, "no loan to cost is stated")
    default: return (nil, nil)
    }
  }
}

extension AnnouncedQuantity {
  /// What grows with another published figure: at that figure's point where it then agrees, else
  /// as near to this one's interval as the other's wording allows.
  fileprivate func nearest(
    within other: Figure, _ value: (PreciseReal) -> PreciseReal
  ) -> PreciseReal {
    guard case .amount(let low, let high, _) = range else { return value(other.point.real) }
    let (least, point, most) = (
      value(other.low.real), value(other.point.real), value(other.high.real)
    )
    if point < low.real { return min(most, low.real) }
    return high.real < point ? max(least, high.real) : point
  }
}

extension Deal {
  /// The cap of the one guarantee that states one.
  var guaranteed: Figure? {
    let caps = terms.creditSupport.compactMap(\.upTo?.published)
    return caps.count == 1 ? caps.first : nil
  }

  /// The debt that a loan to cost is of: of its own financing, or the one that was announced.
  func debt(besides path: FieldPath) -> Figure? {
    for financing in terms.financing where financing.loanToCost?.path == path {
      return financing.amount?.published
    }
    return announcedFigures.first { $0.kind == .debt && $0.scope.isEmpty }?.figure
  }

  /// The loan to cost that was announced.
  var loanToCost: Figure? {
    announcedFigures.first { $0.kind == .loanToCost && $0.scope.isEmpty }?.figure
  }
}
