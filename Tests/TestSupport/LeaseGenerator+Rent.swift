import FinanceBasics
import LeaseModel

extension LeaseGenerator {
  /// One period, or two of which the second begins with a lease year.
  mutating func periods(months: Int, megawatts: ExactDecimal) -> [RentPeriod] {
    let years = months / 12
    guard years >= 2, chance(.periods, oneIn: 4) else {
      return [RentPeriod(rent: rent(months: months, megawatts), escalator: escalator())]
    }
    let border = 1 + pick(years - 1)
    return [
      RentPeriod(
        leaseYears: 0..<border, rent: rent(months: border * 12, megawatts), escalator: escalator()),
      RentPeriod(
        leaseYears: border..<100, rent: rent(months: months - border * 12, megawatts),
        escalator: escalator()),
    ]
  }

  /// Per kilowatt and month; half of them are half a cent for a megawatt.
  mutating func rentPerKilowatt() -> ExactDecimal {
    decimal(rentScale * 1000 + 5 * pick(2000), 6)
  }

  private mutating func rent(months: Int, _ megawatts: ExactDecimal) -> BaseRent {
    switch pick(6) {
    case 0: .rate(.perKilowattMonth(rentPerKilowatt()))
    case 1: .rate(.perMegawattYear(decimal(rentScale * 1200 + 6 * pick(2000), 2)))
    case 2: .rate(.perYear((megawatts * decimal(rentScale * 12 + pick(1000), 0)).normalized))
    case 3: .rate(.perMonth((megawatts * decimal(rentScale * 1000 + 5 * pick(200), 3)).normalized))
    case 4 where has(.stepTables): .steps(steps())
    default:
      .contractValue(
        (megawatts * decimal(rentScale * months * 100 + 6 * pick(1000), 2)).normalized)
    }
  }

  private mutating func steps() -> [RentStep] {
    let count = 1 + pick(4)
    let isDated = pick(2) == 0
    var (day, year) = (day(2020, 1, 1), 1)
    return (0..<count).map { place in
      let start: RentStep.Start = isDated ? .date(day) : .leaseYear(year)
      day = place == 0 ? commencement().adding(days: 200) : day.adding(days: 30 + pick(900))
      year += 1 + pick(3)
      return RentStep(from: start, rate: .perKilowattMonth(rentPerKilowatt()))
    }
  }

  private mutating func escalator() -> Escalator {
    let fixed = decimal(pick(1000), 4)
    let kind = pick(8)
    let cpi = kind >= 5 ? index() : nil
    switch (kind, has(.index) ? cpi : nil) {
    case (0, _): return .none
    case (1, _): return .steps((0...pick(6)).map { _ in decimal(50 + pick(150), 2) })
    case (5, let cpi?): return .cpi(cpi)
    case (6, let cpi?): return .greaterOf(fixed: fixed, cpi: cpi)
    case (7, let cpi?): return .lesserOf(fixed: fixed, cpi: cpi)
    default: return .fixed(fixed)
    }
  }

  private mutating func index() -> CPIEscalator {
    let last = 2028 + pick(25)
    return CPIEscalator(
      series: series("index \(last)", first: 2015, last: last, from: 300_000),
      lagMonths: pick(7), floor: pick(2) == 0 ? decimal(pick(30), 3) : nil,
      cap: pick(2) == 0 ? decimal(20 + pick(40), 3) : nil,
      catchUp: CPIEscalator.CatchUp.allCases[pick(3)], afterLast: decimal(pick(40), 3))
  }

  /// Monthly values of three digits after the point; one month in thirty is missing.
  private mutating func series(
    _ name: String, first: Int, last: Int, from level: Int
  ) -> IndexSeries {
    var level = level
    let count = (last - first + 1) * 12
    let values = (0..<count).map { month -> ExactDecimal? in
      level += pick(level / 100) - level / 400
      let isMissing = pick(30) == 0 && month > 0 && month < count - 1
      return isMissing ? nil : decimal(level, 3)
    }
    return IndexSeries(
      name: name, firstMonth: YearMonth(year: first, month: 1), values: values)
  }

  /// Up to three options; nearly all have a probability.
  mutating func renewals() -> [RenewalOption] {
    let count = pick(4)
    guard has(.renewals) else { return [] }
    return (0..<count).map { _ in
      let rent: RenewalOption.Rent =
        switch pick(5) {
        case 0: .flat
        case 1: .fixed(.perKilowattMonth(rentPerKilowatt()), escalator: escalator())
        case 2 where has(.marketRenewals): .market(marketRent(), escalator: escalator())
        default: .continued
        }
      return RenewalOption(
        months: 1 + pick(61), rent: rent,
        probability: pick(8) == 0 ? nil : decimal(pick(11), 1), notice: .months(12))
    }
  }

  private mutating func marketRent() -> MarketRent {
    let last = 2030 + pick(40)
    return MarketRent(
      curve: series("market \(last)", first: 2026, last: last, from: max(400, rentScale)),
      share: decimal(80 + pick(30), 2), floor: pick(2) == 0 ? decimal(pick(10), 2) : nil,
      cap: pick(2) == 0 ? decimal(5 + pick(30), 2) : nil, afterLast: decimal(pick(40), 3))
  }
}
