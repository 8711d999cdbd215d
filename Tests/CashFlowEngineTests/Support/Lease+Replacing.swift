import FinanceBasics
import LeaseModel

extension Lease {
  /// The lease with other halls, rules or an early end.
  func replacing(
    halls: [Hall]? = nil, rules: RentRules? = nil, rent: BaseRent? = nil,
    termination: Termination? = nil
  ) -> Lease {
    let periods = rent.map { [RentPeriod(rent: $0, escalator: self.periods[0].escalator)] }
    return Lease(
      id: id, currency: currency, halls: halls ?? self.halls, periods: periods ?? self.periods,
      renewals: renewals, rules: rules ?? self.rules, operatingCosts: operatingCosts,
      capital: capital, prepayment: prepayment, deposit: deposit, lateDelivery: lateDelivery,
      termination: termination ?? self.termination, holdover: holdover, nominalTerm: nominalTerm)
  }
}

extension Hall {
  /// The hall with other days, or another ramp or abatement.
  func replacing(
    baseTerm: Range<CalendarDate>? = nil, delivery: HallDelivery? = nil, ramp: Ramp? = nil,
    abatement: Abatement? = nil
  ) -> Hall {
    Hall(
      name: name, criticalIT: criticalIT, baseTerm: baseTerm ?? self.baseTerm,
      delivery: delivery ?? self.delivery, ramp: ramp ?? self.ramp,
      abatement: abatement ?? self.abatement, rate: rate, capitalCost: capitalCost,
      capitalSpending: capitalSpending)
  }
}
