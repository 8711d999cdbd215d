import FinanceBasics
import LeaseModel

extension ReferenceLease {
  /// The lease in our own terms.
  var lease: Lease {
    let term = Tenor.months(input.term.months)
    let clock: TermClock =
      switch input.term.rule {
      case "from_first": .fromFirst(term)
      case "coterminous_after_last": .coterminousAfterLast(term)
      default: .perHall(term)
      }
    let terms = clock.baseTerms(from: input.phases.map { day($0.commencement) })
    let halls = zip(input.phases, terms).map { phase, days in
      Hall(
        name: phase.name, criticalIT: number(phase.mw), baseTerm: days,
        abatement: input.free_rent_months.map { Abatement(length: .months($0)) })
    }
    let rules = RentRules(
      escalationClock: input.escalator?.anniversary == "lease" ? .lease : .perHall,
      timing: input.payment_timing == "arrears" ? .arrears : .advance)
    return Lease(
      id: DealID(id), halls: halls, periods: [RentPeriod(rent: rent, escalator: escalator)],
      renewals: (input.renewals ?? []).map { RenewalOption(months: $0.months) }, rules: rules,
      operatingCosts: costs, capital: capital, nominalTerm: term)
  }

  private var rent: BaseRent {
    switch input.rent.basis {
    case "solve_tcv": .contractValue(number(input.rent.target ?? ""))
    case "annual": .rate(.perYear(number(input.rent.amount ?? "")))
    default: .rate(.perKilowattMonth(number(input.rent.amount ?? "")))
    }
  }

  private var escalator: Escalator {
    guard let growth = input.escalator else { return .none }
    switch growth.type {
    case "fixed": return .fixed(number(growth.rate ?? ""))
    case "steps": return .steps((growth.multipliers ?? []).map(number))
    default:
      let months = (growth.series ?? [:]).sorted { $0.key < $1.key }
      return .cpi(
        CPIEscalator(
          series: series(from: months[0].key, months.map(\.value)),
          lagMonths: growth.lag_months ?? 0, floor: growth.floor.map(number),
          cap: growth.cap.map(number)))
    }
  }

  /// The oracle has 69/70 as a fraction: 30 digits of it are off by less than 10⁻³⁰.
  private var costs: OperatingCosts {
    if input.noi_margin == "69/70" {
      let digits: Int128 = 985_714_285_714_285_714_285_714_285_714
      return .margin(ExactDecimal(digits: digits, fractionDigits: 30))
    }
    guard let costs = input.opex else { return .lines([]) }
    return .lines([
      CostLine(
        name: "all", amount: .perKilowattMonth(number(costs.per_kw_month)),
        growth: number(costs.growth), recovery: Recovery(share: number(costs.recovery)))
    ])
  }

  private var capital: CapitalPlan? {
    input.capex.map { payments in
      CapitalPlan(
        cost: .total(.one),
        spending: .draws(
          payments.map { CapitalPlan.Draw(date: day($0.date), amount: number($0.amount)) }))
    }
  }
}
