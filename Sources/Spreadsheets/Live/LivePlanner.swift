import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Finds which rents of a lease formulas can carry, and by which rates.
struct LivePlanner {
  /// A hall's base term or its renewals, to be laid out.
  struct Plan {
    let live: LiveHall
    let charge: Charge
    let days: Range<CalendarDate>
    let rates: Int
    let rules: RentRules
  }

  private let projection: Projection
  private let halls: [LiveHall]
  private var derivations: LeaseDerivations
  private(set) var rates: [LiveRates] = []
  private(set) var blocks: [Plan] = []
  /// What is left out, with the reason.
  private(set) var remarks: [String] = []

  private var lease: Lease { projection.lease }

  init(_ projection: Projection, halls: [LiveHall]) {
    self.projection = projection
    self.halls = halls
    derivations = LeaseDerivations(projection.lease, case: projection.projectionCase)
  }

  mutating func plan() {
    for live in halls where live.start < live.end {
      if let reason = obstacle(live) {
        remarks.append("rent of \(live.hall.name): \(reason)")
        continue
      }
      let base = live.start..<min(live.baseEnd, live.end)
      let years = live.year(on: live.end, lease.rules.anniversary) + Self.spareYears
      let common = commonRates(live, years: years)
      let place = common ?? ownRates(live, years: years)
      add(live, .baseRent, base, place)
      if live.baseEnd < live.end { planRenewals(of: live, common: common, years: years) }
    }
  }

  /// Lease years beyond the last, for the rows beyond the last month.
  private static let spareYears = 2

  private mutating func add(
    _ live: LiveHall, _ charge: Charge, _ days: Range<CalendarDate>, _ rates: Int
  ) {
    guard !days.isEmpty else { return }
    blocks.append(
      Plan(live: live, charge: charge, days: days, rates: rates, rules: lease.rules))
  }

  private mutating func planRenewals(of live: LiveHall, common: Int?, years: Int) {
    let staysOver =
      lease.holdover?.isCertain == true
      || (lease.holdover != nil && projection.projectionCase != .base)
    guard !staysOver else {
      remarks.append("rent of \(live.hall.name) after the base term: a stay after the term")
      return
    }
    let isContinued = lease.renewals.allSatisfy { $0.rent == .continued }
    let base = isContinued ? common ?? ownRates(live, years: years) : ownRates(live, years: years)
    let weights = renewalWeights(live, years: rates[base].levels.count)
    let place =
      weights.allSatisfy { $0 == 1 } ? base : weightedRates(base, weights, of: live.index)
    add(live, .renewalRent, live.baseEnd..<live.end, place)
  }

  /// The place of rates that count as renewals are likely; halls that agree share them.
  private mutating func weightedRates(_ base: Int, _ weights: [Double], of hall: Int) -> Int {
    if let known = rates.firstIndex(where: { $0.base == base && $0.weights == weights }) {
      return known
    }
    rates.append(LiveRates(rates[base], at: base, weights: weights))
    return rates.count - 1
  }

  /// How likely the renewal is that a lease year lies in, by lease year from the first on.
  private func renewalWeights(_ live: LiveHall, years: Int) -> [Double] {
    guard projection.projectionCase == .expected else { return Array(repeating: 1, count: years) }
    var ends: [(day: CalendarDate, weight: Double)] = []
    var months = 0
    for (place, renewal) in lease.renewals.enumerated() where months < live.renewalMonths {
      months += renewal.months
      let own = place < lease.exercisedRenewals ? 1 : renewal.probability?.doubleValue ?? 0
      ends.append((live.baseEnd.adding(months: months), (ends.last?.weight ?? 1) * own))
    }
    return (1...years).map { year in
      let day = live.beginning(ofYear: year, lease.rules.anniversary)
      return ends.first { day < $0.day }?.weight ?? ends.last?.weight ?? 1
    }
  }

  /// What stands in the way of formulas for a hall's rent.
  private func obstacle(_ live: LiveHall) -> String? {
    if live.hall.ramp != nil { return "megawatts that come by steps" }
    if lease.termination != nil { return "an early end" }
    return nil
  }

  // MARK: - Rates

  /// The place of rates that halls share, or of a hall's own rate; `nil` where formulas reach none.
  private mutating func commonRates(_ live: LiveHall, years: Int) -> Int? {
    let own = live.hall.rate == nil ? nil : live.index
    if let known = rates.firstIndex(where: { rates in
      if case .posted = rates.growth { return false }
      return rates.base == nil && rates.hall == own
    }) {
      return known
    }
    let years = halls.map { $0.year(on: $0.end, lease.rules.anniversary) }.max() ?? years
    guard
      let first = derivations.rent(
        ofHall: live.index, on: live.start)?.perMegawattMonth.doubleValue,
      let made = LiveRates(
        lease, hall: own, years: years + Self.spareYears,
        firstRate: first / growth(at: live.year(on: live.start, lease.rules.anniversary)))
    else { return nil }
    rates.append(made)
    return rates.count - 1
  }

  /// What a fixed escalator has made of the first rate by a lease year.
  private func growth(at year: Int) -> Double {
    guard lease.periods.count == 1, case .fixed(let rate) = lease.periods[0].escalator else {
      return 1
    }
    return (1..<max(year, 1)).reduce(1) { product, _ in product * (1 + rate.doubleValue) }
  }

  private mutating func ownRates(_ live: LiveHall, years: Int) -> Int {
    if let known = rates.firstIndex(where: { rates in
      if case .posted = rates.growth { return rates.base == nil && rates.hall == live.index }
      return false
    }) {
      return known
    }
    rates.append(LiveRates(live, of: lease, years: years, &derivations))
    return rates.count - 1
  }
}
