import FinanceBasics
import LeaseModel

/// The parts of a lease, each open to change.
struct LeaseParts {
  var halls: [Hall]
  var periods: [RentPeriod]
  var renewals: [RenewalOption]
  var rules: RentRules
  var operatingCosts: OperatingCosts
  var power: PowerUse?
  var otherIncome: [IncomeLine]
  var capital: CapitalPlan?
  var prepayment: Prepayment?
  var deposit: Deposit?
  var lateDelivery: LateDelivery?
  var termination: Termination?
  var holdover: Holdover?
  var restorationCost: ExactDecimal?

  /// The cost lines; none where costs are a margin or unknown.
  var costLines: [CostLine] {
    get { if case .lines(let lines) = operatingCosts { lines } else { [] } }
    set { operatingCosts = .lines(newValue) }
  }
}

extension Lease {
  /// The lease with some parts changed.
  func changing(_ change: (inout LeaseParts) -> Void) -> Lease {
    var parts = LeaseParts(
      halls: halls, periods: periods, renewals: renewals, rules: rules,
      operatingCosts: operatingCosts, power: power, otherIncome: otherIncome, capital: capital,
      prepayment: prepayment, deposit: deposit, lateDelivery: lateDelivery,
      termination: termination, holdover: holdover, restorationCost: restorationCost)
    change(&parts)
    return Lease(
      id: id, currency: currency, halls: parts.halls, periods: parts.periods,
      renewals: parts.renewals, rules: parts.rules, operatingCosts: parts.operatingCosts,
      power: parts.power, otherIncome: parts.otherIncome, capital: parts.capital,
      prepayment: parts.prepayment, deposit: parts.deposit, lateDelivery: parts.lateDelivery,
      termination: parts.termination, holdover: parts.holdover,
      restorationCost: parts.restorationCost, ownership: ownership, nominalTerm: nominalTerm)
  }
}

extension Hall {
  /// The hall with other days, another ramp or another abatement; `nil` takes one away.
  func with(
    name: String? = nil, baseTerm: Range<CalendarDate>? = nil, ramp: Ramp?, abatement: Abatement?
  ) -> Hall {
    Hall(
      name: name ?? self.name, criticalIT: criticalIT, baseTerm: baseTerm ?? self.baseTerm,
      delivery: delivery, ramp: ramp, abatement: abatement, rate: rate, capitalCost: capitalCost,
      capitalSpending: capitalSpending)
  }
}

extension RentRules {
  /// The rules with another way to count.
  func with(
    proration: Proration? = nil, anniversary: Anniversary? = nil,
    escalationClock: EscalationClock? = nil
  ) -> RentRules {
    RentRules(
      proration: proration ?? self.proration, anniversary: anniversary ?? self.anniversary,
      escalationClock: escalationClock ?? self.escalationClock, timing: timing,
      paymentDays: paymentDays, calendar: calendar, businessDays: businessDays)
  }
}
