import FinanceBasics
import LeaseModel

/// Leases of every rule, from a seed; amounts are chosen so that many cells fall on half cents.
struct LeaseGenerator {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func lease() -> Lease {
    let months = [1, 5, 12, 36, 60, 120, 180][pick(7)] + pick(3)
    let abatement =
      pick(3) == 0
      ? Abatement(length: .months(pick(max(1, months - 1))), share: decimal(pick(101), 2)) : nil
    let halls = (0..<(1 + pick(3))).map { index in
      let start = day("2027-01-01").adding(days: pick(1500))
      return Hall(
        name: "hall \(index + 1)", criticalIT: decimal(1 + pick(4000), pick(3)),
        baseTerm: start..<start.adding(months: months), abatement: abatement)
    }
    let clock: RentRules.EscalationClock =
      [.perHall, .lease, .date(day("2025-01-01").adding(days: pick(2000)))][pick(3)]
    let rules = RentRules(
      proration: RentRules.Proration.allCases[pick(4)],
      anniversary: RentRules.Anniversary.allCases[pick(3)], escalationClock: clock,
      timing: RentRules.Timing.allCases[pick(2)], paymentDays: pick(2) * 30)
    let isFlat = pick(2) == 0
    let renewals = (0..<pick(3)).map { _ in
      RenewalOption(months: 1 + pick(61), rent: isFlat ? .flat : .continued)
    }
    return Lease(
      id: DealID("generated"), halls: halls,
      periods: [RentPeriod(rent: rent(), escalator: escalator())], renewals: renewals,
      rules: rules, operatingCosts: pick(2) == 0 ? .margin(decimal(pick(1001), 3)) : .unknown,
      nominalTerm: .months(months))
  }

  /// Many rates end in half a cent for a megawatt.
  private mutating func rent() -> BaseRent {
    switch pick(5) {
    case 0: .rate(.perKilowattMonth(decimal(5 + 5 * pick(40_000_000), 6)))
    case 1: .rate(.perMegawattYear(decimal(6 + 6 * pick(400_000_000), 2)))
    case 2: .rate(.perYear(decimal(1 + pick(2_000_000_000), 2)))
    case 3: .rate(.perMonth(decimal(5 + 5 * pick(200_000_000), 3)))
    default: .contractValue(decimal(6 + 6 * pick(1_000_000_000), pick(3)))
    }
  }

  private mutating func escalator() -> Escalator {
    switch pick(4) {
    case 0: .none
    case 1: .steps((0...pick(6)).map { _ in decimal(50 + pick(150), 2) })
    default: .fixed(decimal(pick(1000), 4))
    }
  }

  private mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private func decimal(_ digits: Int, _ places: Int) -> ExactDecimal {
    ExactDecimal(digits: Int128(digits), fractionDigits: places)
  }
}
