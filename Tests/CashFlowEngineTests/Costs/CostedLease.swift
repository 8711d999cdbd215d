import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A lease of 10 USD a kilowatt and month, of which only costs matter.
///
/// One hall of 1 MW for 24 months from 2027-07-01, so that an amount a kilowatt and month is as many
/// thousands of dollars a month; all else as given.
func costedLease(
  _ lines: [CostLine], halls: [Hall] = [hall(megawatts: "1", from: "2027-07-01", months: 24)],
  rules: RentRules = RentRules(), power: PowerUse? = nil, renewals: [RenewalOption] = [],
  otherIncome: [IncomeLine] = [], termination: Termination? = nil, holdover: Holdover? = nil,
  restorationCost: ExactDecimal? = nil, costs: OperatingCosts? = nil
) -> Lease {
  Lease(
    id: DealID("costs"), halls: halls,
    periods: [RentPeriod(rent: .rate(.perKilowattMonth(number("10"))))], renewals: renewals,
    rules: rules, operatingCosts: costs ?? .lines(lines), power: power, otherIncome: otherIncome,
    termination: termination, holdover: holdover, restorationCost: restorationCost)
}

/// A hall of 1 MW, as a test needs it.
func megawatt(
  from start: String, months: Int = 24, abatement: Abatement? = nil, ramp: Ramp? = nil
) -> Hall {
  Hall(
    name: "hall 1", criticalIT: .one,
    baseTerm: day(start)..<Tenor.months(months).added(to: day(start)), ramp: ramp,
    abatement: abatement)
}

/// A cost of so many dollars a kilowatt and month.
func perKilowatt(
  _ amount: String, kind: CostLine.Kind = .other, growth: String = "0",
  grows: CostLine.GrowthDay = .newYear, reductions: [CostReduction] = [], from: String? = nil,
  through: String? = nil, recovery: Recovery = .none
) -> CostLine {
  CostLine(
    name: "line", kind: kind, amount: .perKilowattMonth(number(amount)), growth: number(growth),
    growthDay: grows, reductions: reductions, from: from.map(day), through: through.map(day),
    recovery: recovery)
}

/// A power line.
func powerLine(
  _ amount: CostLine.Amount, name: String = "power", recovery: Recovery = .none
) -> CostLine {
  CostLine(name: name, kind: .power, amount: amount, recovery: recovery)
}

/// A limit of so many dollars a year.
func yearly(_ amount: String, growth: String = "0") -> CostLimit {
  CostLimit(.perYear(number(amount)), growth: number(growth))
}

extension Lease {
  /// What is posted of a charge in some months, in cents; `nil` where there is no cell.
  func posted(
    _ charge: Charge, in months: [String], case projectionCase: ProjectionCase = .base
  ) throws -> [Int64?] {
    let cells = try project(self, case: projectionCase).posted(charge)
    return months.map { cells[month($0)] }
  }

  /// The days on which cells of a charge fall due, by month.
  func dueDays(_ charge: Charge) throws -> [YearMonth: CalendarDate] {
    var days: [YearMonth: CalendarDate] = [:]
    try project(self).forEachCell { cell in
      if cell.charge == charge { days[cell.month] = cell.due }
    }
    return days
  }
}
