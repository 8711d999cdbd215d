import FinanceBasics
import LeaseModel

extension Lease {
  /// The lease with another term clock, escalation clock or renewal rent; days and rents stay.
  func choosing(_ choices: TermChoices, from written: TermChoices) -> Lease {
    var halls = halls
    if let clock = choices.clock, clock != written.clock, let term = nominalTerm {
      let starts = halls.map(\.baseTerm.lowerBound)
      let rule: TermClock? =
        switch clock {
        case .perHall: .perHall(term)
        case .fromFirst: .fromFirst(term)
        case .coterminousAfterLast: .coterminousAfterLast(term)
        case .fixedEnd: nil
        }
      let terms = rule?.baseTerms(from: starts) ?? halls.map(\.baseTerm)
      halls = zip(halls, terms).compactMap { hall, days in
        days.isEmpty ? nil : hall.inForce(days)
      }
    }
    let renewals = renewals.map { option in
      RenewalOption(
        months: option.months,
        rent: choices.renewalRent == written.renewalRent || choices.renewalRent == .another
          ? option.rent : choices.renewalRent == .flat ? .flat : .continued,
        probability: option.probability, notice: option.notice)
    }
    return Lease(
      id: id, currency: currency, halls: halls.isEmpty ? self.halls : halls, periods: periods,
      renewals: renewals,
      rules: rules.counting(escalationOfLease: choices.isEscalationOfLease, from: written),
      operatingCosts: operatingCosts, power: power, otherIncome: otherIncome, capital: capital,
      ownership: ownership, nominalTerm: nominalTerm)
  }
}

extension Hall {
  fileprivate func inForce(_ days: Range<CalendarDate>) -> Hall {
    Hall(
      name: name, criticalIT: criticalIT, baseTerm: days, delivery: delivery, ramp: ramp,
      abatement: abatement, rate: rate, capitalCost: capitalCost, capitalSpending: capitalSpending)
  }
}

extension RentRules {
  fileprivate func counting(escalationOfLease: Bool, from written: TermChoices) -> RentRules {
    guard escalationOfLease != written.isEscalationOfLease else { return self }
    return RentRules(
      proration: proration, anniversary: anniversary,
      escalationClock: escalationOfLease ? .lease : .perHall, timing: timing,
      paymentDays: paymentDays, calendar: calendar, businessDays: businessDays)
  }
}
