import FinanceBasics
import LeaseModel

/// A day that a test writes out; the first of all days where it is misspelt.
func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .earliest }

/// A month that a test writes out.
func month(_ text: String) -> YearMonth { YearMonth(text) ?? YearMonth(index: 0) }

/// A number that a test writes out; zero where it is misspelt.
func number(_ text: String) -> ExactDecimal { ExactDecimal(text) ?? .zero }

/// A hall with a base term of so many months.
func hall(
  _ name: String = "hall 1", megawatts: String, from start: String, months: Int,
  readyForService: String? = nil, delivery: HallDelivery? = nil, ramp: Ramp? = nil,
  abatement: Abatement? = nil, rate: RentRate? = nil, capitalCost: String? = nil,
  capitalSpending: CapitalPlan.Spending? = nil
) -> Hall {
  Hall(
    name: name, criticalIT: number(megawatts),
    baseTerm: day(start)..<Tenor.months(months).added(to: day(start)),
    delivery: delivery ?? readyForService.map { HallDelivery(readyForService: day($0)) },
    ramp: ramp, abatement: abatement, rate: rate, capitalCost: capitalCost.map(number),
    capitalSpending: capitalSpending)
}

/// A lease of one rent period.
func lease(
  halls: [Hall], rent: BaseRent, escalator: Escalator = .none, renewals: [RenewalOption] = [],
  rules: RentRules = RentRules(), operatingCosts: OperatingCosts = .unknown,
  capital: CapitalPlan? = nil, prepayment: Prepayment? = nil, deposit: Deposit? = nil,
  lateDelivery: LateDelivery? = nil, termination: Termination? = nil, holdover: Holdover? = nil,
  nominalTerm: Tenor? = nil
) -> Lease {
  Lease(
    id: DealID("test"), halls: halls, periods: [RentPeriod(rent: rent, escalator: escalator)],
    renewals: renewals, rules: rules, operatingCosts: operatingCosts, capital: capital,
    prepayment: prepayment, deposit: deposit, lateDelivery: lateDelivery, termination: termination,
    holdover: holdover, nominalTerm: nominalTerm)
}

/// Months of an index, one after the other.
func series(_ name: String = "cpi", from first: String, _ values: [String?]) -> IndexSeries {
  IndexSeries(name: name, firstMonth: month(first), values: values.map { $0.map(number) })
}
