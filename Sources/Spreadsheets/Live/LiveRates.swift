import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel

/// Rents by lease year: a first rate, and levels that it is multiplied by.
struct LiveRates {
  /// What the first rate follows from.
  enum First {
    /// In currency units; the rate is what base rent sums to it at.
    case contractValue(ExactDecimal)
    case stated(RentRate)
    /// A number that formulas do not reach.
    case posted
  }

  /// How one level follows from another.
  enum Growth {
    case none
    /// A fraction a year, compounded.
    case fixed(ExactDecimal)
    /// Numbers that formulas do not reach, for a reason.
    case posted(String)
  }

  /// Whose rates these are.
  let name: String
  let first: First
  let growth: Growth
  /// The rent of a megawatt a month in the first lease year, in currency units.
  let firstRate: Double
  /// By lease year, from the first on; the last holds.
  let levels: [Double]
  /// The hall whose own rates these are; `nil` of all halls.
  let hall: Int?
  /// Of renewals that may not come, the place of the rates that they count a part of.
  let base: Int?
  /// That part, by lease year from the first on; empty where there is none.
  let weights: [Double]

  /// The level of a lease year, from 1, as it counts.
  func level(_ year: Int) -> Double {
    let place = min(max(year, 1), levels.count) - 1
    return weights.isEmpty ? levels[place] : levels[place] * weights[place]
  }
}

extension LiveRates {
  /// Rates that count as renewals are likely.
  init(_ other: LiveRates, at base: Int, weights: [Double]) {
    name = other.name
    first = other.first
    growth = other.growth
    firstRate = other.firstRate
    levels = other.levels
    hall = other.hall
    self.base = base
    self.weights = weights
  }
}

extension LiveRates {
  /// Rates whose levels are compounded by formula; `nil` where the lease has others.
  init?(_ lease: Lease, hall: Int?, years: Int, firstRate: Double) {
    guard lease.periods.count == 1 else { return nil }
    switch lease.periods[0].escalator {
    case .none: growth = .none
    case .fixed(let rate): growth = .fixed(rate)
    case .steps, .cpi, .greaterOf, .lesserOf: return nil
    }
    if let hall, let own = lease.halls[hall].rate {
      first = .stated(own)
      name = lease.halls[hall].name
    } else {
      switch lease.periods[0].rent {
      case .steps: return nil
      case .rate(let rate): first = .stated(rate)
      case .contractValue(let value):
        first = lease.halls.contains { $0.rate != nil } ? .posted : .contractValue(value)
      }
      name = "all halls"
    }
    self.hall = hall
    base = nil
    weights = []
    self.firstRate = firstRate
    levels =
      switch growth {
      case .fixed(let rate):
        (0..<years).map { pow(1 + rate.doubleValue, Double($0)) }
      case .none, .posted: Array(repeating: 1, count: years)
      }
  }

  /// The rates of one hall as they are charged, year by year.
  init(
    _ live: LiveHall, of lease: Lease, years: Int, _ derivations: inout LeaseDerivations
  ) {
    let rule = lease.rules.anniversary
    var rates: [Double] = []
    for year in 1...years {
      let day = max(live.start, live.beginning(ofYear: year, rule))
      let rate = derivations.rent(ofHall: live.index, on: day)?.perMegawattMonth.doubleValue
      rates.append(rate ?? rates.last ?? 0)
    }
    let start = rates.first { $0 != 0 } ?? 0
    name = live.hall.name
    first = .posted
    growth = .posted(Self.reason(lease))
    firstRate = start
    levels = rates.map { start == 0 ? 0 : $0 / start }
    hall = live.index
    base = nil
    weights = []
  }

  private static func reason(_ lease: Lease) -> String {
    if lease.periods.count > 1 { return "rents of several periods" }
    if case .steps = lease.periods[0].rent { return "a table of rents" }
    return switch lease.periods[0].escalator {
    case .cpi, .greaterOf, .lesserOf: "an index"
    case .steps: "a table of multipliers"
    case .none, .fixed: "renewals at another rent"
    }
  }
}
