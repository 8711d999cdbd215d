import FinanceBasics
import LeaseModel

/// Leases of one rent and a fixed escalator, from a seed.
struct PlainLeaseGenerator {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// Terms, halls, rules and rents of every kind that posting can certify.
  mutating func lease() -> Lease {
    let months = [12, 60, 120, 180, 240, 300][pick(6)] + pick(3)
    return lease(months: months, rent: rent(), escalator: .fixed(decimal(pick(600), 4)))
  }

  /// A lease whose rent is so many cents and a half a month, and the gap in 10⁻¹⁵ of a cent more.
  mutating func leaseNearHalf(gap: Int128) -> (lease: Lease, wholeCents: Int64) {
    let wholeCents = Int64(500_000 + pick(1_000_000))
    let halfCent: Int128 = 500_000_000_000_000
    let monthly = ExactDecimal(
      digits: Int128(wholeCents) * 2 * halfCent + halfCent + gap, fractionDigits: 17)
    let start = day("2027-01-01").adding(months: pick(60))
    let hall = Hall(
      name: "hall", criticalIT: decimal(1 + pick(4000), pick(3)),
      baseTerm: start..<start.adding(months: 1 + pick(180)))
    let lease = Lease(
      id: DealID("near half"), halls: [hall],
      periods: [RentPeriod(rent: .rate(.perMonth(monthly)))])
    return (lease, wholeCents)
  }

  private mutating func lease(months: Int, rent: BaseRent, escalator: Escalator) -> Lease {
    let isOnFirst = pick(3) == 0
    let halls = (0..<(1 + pick(3))).map { index in
      let start = day("2027-01-01").adding(days: pick(1500))
      let first = isOnFirst ? start.firstOfMonth : start
      return Hall(
        name: "hall \(index + 1)", criticalIT: decimal(1 + pick(4000), pick(3)),
        baseTerm: first..<first.adding(months: months).adding(days: pick(2) * pick(40)))
    }
    let rules = RentRules(
      proration: RentRules.Proration.allCases[pick(4)],
      anniversary: RentRules.Anniversary.allCases[pick(3)],
      timing: RentRules.Timing.allCases[pick(2)], paymentDays: pick(2) * 30)
    return Lease(
      id: DealID("plain"), halls: halls, periods: [RentPeriod(rent: rent, escalator: escalator)],
      rules: rules)
  }

  private mutating func rent() -> BaseRent {
    switch pick(6) {
    case 0: .rate(.perKilowattMonth(decimal(5 + pick(200_000_000), 6)))
    case 1: .rate(.perMegawattYear(decimal(6 + pick(400_000_000), 2)))
    case 2: .rate(.perYear(decimal(100_000 + pick(2_000_000_000), 2)))
    case 3: .rate(.perMonth(decimal(10_000 + pick(200_000_000), 3)))
    default: .contractValue(decimal(10_000_000 + pick(2_000_000_000_000), pick(4)))
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func decimal(_ digits: Int, _ places: Int) -> ExactDecimal {
    ExactDecimal(digits: Int128(digits), fractionDigits: places)
  }
}
