import FinanceBasics
import LeaseModel

/// Leases of every kind that postings can be certified of, from a seed.
///
/// Rates of few digits give amounts that fall on half a cent; the rest lie anywhere.
struct CertifiedLeaseGenerator {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func lease() -> Lease {
    let months = [12, 36, 60, 120, 180, 240][pick(6)] + pick(3)
    let places = pick(3)
    let isOnFirst = pick(3) == 0
    let abatement = pick(3) == 0 ? self.abatement() : nil
    let hasOwnRates = pick(4) == 0
    let halls = (0..<(1 + pick(4))).map { index in
      let start = day("2027-01-01").adding(days: pick(1500))
      let first = isOnFirst ? start.firstOfMonth : start
      return Hall(
        name: "hall \(index + 1)", criticalIT: decimal(1 + pick(4000), places),
        baseTerm: first..<first.adding(months: months).adding(days: pick(3) == 0 ? pick(40) : 0),
        abatement: abatement, rate: hasOwnRates && pick(2) == 0 ? rate() : nil)
    }
    return Lease(
      id: DealID("certified"), halls: halls, periods: periods(months: months),
      renewals: (0..<pick(3)).map { _ in renewal() }, rules: rules(),
      operatingCosts: operatingCosts())
  }

  private mutating func rules() -> RentRules {
    let clock: RentRules.EscalationClock =
      [.perHall, .perHall, .lease, .date(day("2025-01-01").adding(days: pick(2000)))][pick(4)]
    return RentRules(
      proration: RentRules.Proration.allCases[pick(4)],
      anniversary: RentRules.Anniversary.allCases[pick(3)], escalationClock: clock,
      timing: RentRules.Timing.allCases[pick(2)], paymentDays: pick(2) * 30,
      calendar: pick(3) == 0 ? .usFed : .none,
      businessDays: BusinessDayConvention.allCases[pick(5)])
  }

  private mutating func abatement() -> Abatement {
    Abatement(
      length: pick(4) == 0 ? .days(pick(200)) : .months(pick(9)), share: decimal(pick(101), 2))
  }

  /// One period, or two or three of some lease years each.
  private mutating func periods(months: Int) -> [RentPeriod] {
    guard pick(4) == 0, months > 36 else {
      return [RentPeriod(rent: rent(), escalator: escalator())]
    }
    let first = 1 + pick(months / 12)
    let second = first + 1 + pick(3)
    return [
      RentPeriod(leaseYears: 0..<first, rent: rent(), escalator: escalator()),
      RentPeriod(leaseYears: first..<second, rent: rent(), escalator: escalator()),
      RentPeriod(leaseYears: second..<100, rent: rent(), escalator: escalator()),
    ]
  }

  private mutating func rent() -> BaseRent {
    switch pick(8) {
    case 0: .contractValue(decimal(10_000_000 + pick(2_000_000_000_000), pick(4)))
    case 1:
      .steps([
        RentStep(from: .leaseYear(1), rate: rate()),
        RentStep(from: .date(day("2029-01-01").adding(days: pick(900))), rate: rate()),
        RentStep(from: .leaseYear(7), rate: rate()),
      ])
    default: .rate(rate())
    }
  }

  private mutating func rate() -> RentRate {
    switch pick(6) {
    case 0: .perKilowattMonth(decimal(5 + pick(200_000_000), 6))
    case 1: .perMegawattYear(decimal(6 + pick(400_000_000), 2))
    case 2: .perYear(decimal(100_000 + pick(2_000_000_000), 2))
    case 3: .perMonth(decimal(10_000 + pick(200_000_000), 3))
    default: .perKilowattMonth(decimal(100 + pick(200), 0))
    }
  }

  private mutating func escalator() -> Escalator {
    switch pick(8) {
    case 0: .none
    case 1: .steps((0...pick(9)).map { _ in decimal(50 + pick(150), 2) })
    case 2: .cpi(index())
    case 3: .greaterOf(fixed: decimal(pick(500), 4), cpi: index(catchUp: .annual))
    case 4: .lesserOf(fixed: decimal(pick(500), 4), cpi: index(catchUp: .annual))
    case 5: .fixed(decimal([0, 100, 200, 250, 300, -100][pick(6)], 4))
    default: .fixed(decimal(pick(600), 4))
    }
  }

  private mutating func index(catchUp: CPIEscalator.CatchUp? = nil) -> CPIEscalator {
    CPIEscalator(
      series: Self.prices, lagMonths: pick(6), floor: pick(2) == 0 ? decimal(pick(250), 4) : nil,
      cap: pick(2) == 0 ? decimal(250 + pick(250), 4) : nil,
      catchUp: catchUp ?? CPIEscalator.CatchUp.allCases[pick(3)],
      afterLast: decimal(100 + pick(300), 4))
  }

  /// Prices that rise and fall, with months that were never published, from 2024 to 2033.
  private static let prices: IndexSeries = {
    var random = SplitMix64(seed: 1)
    var value = 300_000
    let values: [ExactDecimal?] = (0..<120).map { month in
      value += Int.random(in: -1500...3000, using: &random)
      return month % 40 == 21 ? nil : ExactDecimal(digits: Int128(value), fractionDigits: 3)
    }
    return IndexSeries(name: "prices", firstMonth: month("2024-01"), values: values)
  }()

  private mutating func renewal() -> RenewalOption {
    let rent: RenewalOption.Rent =
      [.continued, .continued, .flat, .fixed(rate(), escalator: escalator())][pick(4)]
    let months = 1 + pick(61)
    // Of several, those from the first on that are exercised count.
    return RenewalOption(
      months: months, rent: rent, probability: pick(4) > 0 ? decimal(1 + pick(100), 2) : nil,
      isExercised: months % 3 == 0)
  }

  private mutating func operatingCosts() -> OperatingCosts {
    switch pick(3) {
    case 0: .unknown
    case 1: .margin(decimal(pick(1000), 3))
    default: .lines((0...pick(4)).map { line(number: $0) })
    }
  }

  private mutating func line(number: Int) -> CostLine {
    let amount: CostLine.Amount =
      pick(2) == 0
      ? .perKilowattMonth(decimal(1 + pick(2_000), 2)) : .perYear(decimal(1 + pick(900_000_000), 2))
    let recovery: Recovery =
      [
        .none, .all, .all,
        Recovery(share: decimal(pick(101), 2), adminFee: decimal(pick(20), 2)),
      ][pick(4)]
    return CostLine(
      name: "line \(number)", kind: pick(3) == 0 ? .power : .maintenance, amount: amount,
      growth: decimal([0, 200, 250, 300, pick(500)][pick(5)], 4),
      growthDay: CostLine.GrowthDay.allCases[pick(5) == 0 ? 1 : 0], recovery: recovery)
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func decimal(_ digits: Int, _ places: Int) -> ExactDecimal {
    ExactDecimal(digits: Int128(digits), fractionDigits: places)
  }
}
