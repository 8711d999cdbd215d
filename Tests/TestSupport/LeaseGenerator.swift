import FinanceBasics
public import LeaseModel

/// Leases of every mechanism from a seed; many of their cells fall on half cents.
///
///     var generator = LeaseGenerator(seed: 7)
///     generator.lease()
///
/// Nearly all can be projected; a contract value below the halls' own rents, or a prepayment above
/// all rents, is possible and is for the caller to leave out.
public struct LeaseGenerator {
  /// What a lease may have beside halls, a rent and its rules.
  public enum Mechanism: CaseIterable, Hashable, Sendable {
    case abatement, ramp, ownRates, periods, stepTables, index
    case renewals, marketRenewals
    case margin, costLines, growthOfCosts, power, recoveryLimits, otherIncome, restoration
    case capital, contingency, tenantShare, ownSpending, delays
    case prepayment, deposit, depositSteps
    case lateDelivery, termination, holdover, calendars
  }

  /// The mechanisms that a lease may have.
  public let mechanisms: Set<Mechanism>
  var random: SplitMix64
  /// The rent of a megawatt a month that the amounts of the present lease are near.
  var rentScale = 100_000

  /// The leases of a seed, with all mechanisms but where a set of them is given.
  public init(seed: UInt64, mechanisms: Set<Mechanism> = Set(Mechanism.allCases)) {
    self.mechanisms = mechanisms
    random = SplitMix64(seed: seed)
  }

  /// The next lease.
  public mutating func lease() -> Lease {
    rentScale = [1, 1000, 60_000, 128_000][pick(4)] + pick(1000)
    let months = [1, 5, 12, 36, 60, 120, 180][pick(7)] + pick(3)
    let halls = halls(months: months)
    let renewals = renewals()
    let costs = operatingCosts()
    let megawatts = halls.reduce(ExactDecimal.zero) { $0 + $1.criticalIT }
    let first = halls.map(\.baseTerm.lowerBound).min() ?? .earliest
    return Lease(
      id: DealID("generated"), halls: halls, periods: periods(months: months, megawatts: megawatts),
      renewals: renewals, rules: rules(), operatingCosts: costs,
      power: usesPower(costs) ? powerUse() : nil, otherIncome: otherIncome(),
      capital: capital(from: first), prepayment: prepayment(from: first, megawatts: megawatts),
      deposit: deposit(from: first, months: months),
      lateDelivery: has(.lateDelivery) ? lateDelivery() : nil,
      termination: chance(.termination, oneIn: 4) ? termination(halls) : nil,
      holdover: chance(.holdover, oneIn: 3) ? holdover() : nil,
      restorationCost: chance(.restoration, oneIn: 3) ? decimal(1 + pick(90_000_000), 2) : nil,
      nominalTerm: .months(months))
  }

  private mutating func rules() -> RentRules {
    let clock: RentRules.EscalationClock =
      [.perHall, .lease, .date(day(2025, 1, 1).adding(days: pick(2000)))][pick(3)]
    let isOnCalendar = chance(.calendars, oneIn: 2)
    return RentRules(
      proration: RentRules.Proration.allCases[pick(4)],
      anniversary: RentRules.Anniversary.allCases[pick(3)], escalationClock: clock,
      timing: RentRules.Timing.allCases[pick(2)], paymentDays: [0, 0, 10, 30, 45][pick(5)],
      calendar: isOnCalendar ? BusinessCalendar.allCases[pick(6)] : .none,
      businessDays: isOnCalendar ? BusinessDayConvention.allCases[pick(5)] : .unadjusted)
  }
}

extension LeaseGenerator {
  /// A whole number from 0 to below a count.
  mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  func has(_ mechanism: Mechanism) -> Bool { mechanisms.contains(mechanism) }

  /// Whether a mechanism is there: where it may be, once in so many times.
  mutating func chance(_ mechanism: Mechanism, oneIn count: Int) -> Bool {
    // The number is drawn in any case, so that fewer mechanisms leave the rest of a lease alike.
    pick(count) == 0 && has(mechanism)
  }

  func decimal(_ digits: Int, _ places: Int) -> ExactDecimal {
    ExactDecimal(digits: Int128(digits), fractionDigits: places)
  }

  func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .earliest
  }

  /// A day from 2027 to 2030, often the first, the fifteenth or the last of a month.
  mutating func commencement() -> CalendarDate {
    let any = day(2027, 1, 1).adding(days: pick(1500))
    return switch pick(4) {
    case 0: any.firstOfMonth
    case 1: any.firstOfMonth.adding(days: 14)
    case 2: any.lastOfMonth
    default: any
    }
  }
}
