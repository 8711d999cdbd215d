import CashFlowEngine
import FinanceBasics
import Foundation
import LeaseModel

/// What a book comes to, worked out month by month in doubles, without the engine.
///
/// Source: CONVENTIONS §3 and §5, with the month's actual days, anniversaries split by days, rent in
/// advance, and prices that grow on 1 January; §8 with `actual365`.
struct ExpectedBook {
  /// In cents.
  private(set) var totals: [Charge: Double] = [:]
  private(set) var presentValue = 0.0
  /// By month, of base rent.
  private(set) var rents: [YearMonth: Double] = [:]
  private(set) var cells = 0

  /// - Parameter factor: By the day of payment.
  mutating func add(_ lease: BookLease, factor: (CalendarDate) -> Double) {
    let halls = lease.base.tranches.map { HallMonths($0, lease: lease) }
    let rate = lease.monthlyRate(halls)
    for hall in halls {
      for month in hall.months {
        let due = factor(month.due)
        let rent = rate * hall.megawatts * month.level
        rents[month.month, default: 0] += rent
        add(rent, .baseRent, due)
        switch lease.costs {
        case .none: break
        case .margin(let percent): add(-rent * Double(100 - percent) / 100, .operatingCost, due)
        case .lines(let cents, let percent):
          let cost = hall.cost(in: month, cents: cents)
          add(cost * Double(percent) / 100, .recovery, due)
          add(-cost, .operatingCost, due)
        }
      }
    }
  }

  private mutating func add(_ amount: Double, _ charge: Charge, _ factor: Double) {
    totals[charge, default: 0] += amount
    presentValue += amount * factor
    cells += 1
  }

  /// Half a cent a cell, and what sums of doubles may be off.
  func tolerance(of sum: Double) -> Double { 0.5 * Double(cells) + 1e-11 * sum.magnitude }
}

/// The months of one hall.
private struct HallMonths {
  struct Month {
    let month: YearMonth
    let due: CalendarDate
    /// Of the rent: the part of the month times the growth since commencement.
    let level: Double
    /// The part of the month in force.
    let part: Double
  }

  let megawatts: Double
  let firstYear: Int
  private(set) var months: [Month] = []

  init(_ tranche: GeneratedLease.Tranche, lease: BookLease) {
    megawatts = Double(tranche.megawattTenths) / 10
    firstYear = lease.base.tranches.map(\.commencement.year).min() ?? 0
    let start = tranche.commencement
    let levels = lease.levels(from: start.yearMonth)
    let last = GeneratedLease.months
    for offset in 0...last {
      let month = start.yearMonth.adding(months: offset)
      let length = Double(month.dayCount)
      // The days of the month before the day on which lease years and free rent change.
      let before = Double(start.adding(months: offset).day - 1)
      let old = offset > 0 ? before / length : 0
      let new = offset < last ? (length - before) / length : 0
      guard old + new > 0 else { continue }
      let isOldFree = offset <= lease.freeMonths
      let isNewFree = offset < lease.freeMonths
      let level =
        (isOldFree ? 0 : old * levels[max(0, offset - 1) / 12])
        + (isNewFree || offset == last ? 0 : new * levels[offset / 12])
      months.append(
        Month(
          month: month, due: offset == 0 ? start : month.firstDay, level: level,
          part: old + new))
    }
  }

  /// All lines of a month, in cents.
  func cost(in month: Month, cents: [Int]) -> Double {
    let years = Double(month.month.year - firstYear)
    let sum = zip(cents, BookLease.lineGrowthPercents).reduce(0.0) { sum, line in
      sum + Double(line.0) * pow(1 + Double(line.1) / 100, years)
    }
    return sum * 1000 * megawatts * month.part
  }
}

extension BookLease {
  /// Cents a megawatt and month, stated or solved.
  fileprivate func monthlyRate(_ halls: [HallMonths]) -> Double {
    switch base.rent {
    case .rate(let cents): return Double(cents) * 1000
    case .contractValue(let millions):
      let weight = halls.reduce(0.0) { sum, hall in
        sum + hall.megawatts * hall.months.reduce(0.0) { $0 + $1.level }
      }
      return Double(millions) * 1e8 / weight
    }
  }

  /// The growth since commencement by lease year.
  fileprivate func levels(from commencement: YearMonth) -> [Double] {
    let years = GeneratedLease.months / 12
    switch growth {
    case .fixed(let points):
      return (0..<years).map { pow(1 + Double(points) / 10_000, Double($0)) }
    case .index(let catchUp):
      let floor = 1 + Double(Self.floorBasisPoints) / 10_000
      let cap = 1 + Double(Self.capBasisPoints) / 10_000
      var levels = [1.0]
      var raw = 1.0
      for year in 1..<years {
        let month = commencement.adding(months: 12 * year - Self.lagMonths)
        let growth = BookIndex.growth(in: month)
        raw *= growth
        let previous = levels[year - 1]
        switch catchUp {
        case .annual: levels.append(previous * min(max(growth, floor), cap))
        case .cumulative:
          levels.append(min(max(raw, pow(floor, Double(year))), pow(cap, Double(year))))
        case .banked: levels.append(max(min(raw, previous * cap), previous * floor))
        }
      }
      return levels
    }
  }
}

extension BookIndex {
  /// The index of a month over that of twelve months before, or what is assumed.
  fileprivate static func growth(in month: YearMonth) -> Double {
    let place = firstMonth.months(until: month)
    guard place < values.count else { return 1 + Double(assumedBasisPoints) / 10_000 }
    return Double(values[place]) / Double(values[place - 12])
  }
}
