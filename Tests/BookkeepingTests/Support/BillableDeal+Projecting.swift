import Bookkeeping
import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport

extension BillableDeal {
  /// What the tenant of a lease is to pay in its base term.
  init(_ lease: Lease, id: DealID? = nil, lateInterest: LateInterest? = nil) throws {
    let projection = try project(lease, case: .base)
    var flows: [BillableFlow] = []
    var used: Set<[Int]> = []
    projection.forEachCell { cell in
      guard let item = LineItem(cell.charge) else { return }
      // A month of a hall uses rent paid ahead once, if it has rent; what else goes out is given back.
      let place = [cell.hall, Int(cell.month.index)]
      let isBack =
        item == .prepayment && cell.minorUnits < 0
        && (cell.due == lease.termination?.lastDay && !lease.hasRent(projection, place)
          || !used.insert(place).inserted)
      flows.append(
        BillableFlow(
          item: isBack ? .prepaymentReturn : item, hall: lease.halls[cell.hall].name,
          month: cell.month, due: cell.due,
          minorUnits: cell.minorUnits, clause: "rent.contractValue"))
    }
    self.init(
      id: id ?? lease.id, landlord: PartyID("hut-8"), currency: lease.currency, flows: flows,
      lateInterest: lateInterest)
  }

  /// The first lease of a seed that can be projected.
  static func generated(
    _ seed: UInt64, id: DealID? = nil, lateInterest: LateInterest? = nil
  ) throws -> BillableDeal {
    var generator = LeaseGenerator(seed: seed)
    for _ in 0..<20 {
      if let deal = try? BillableDeal(generator.lease(), id: id, lateInterest: lateInterest) {
        return deal
      }
    }
    throw NoneProjectable()
  }

  private struct NoneProjectable: Error {}

  /// The first day on which anything is due, and the last.
  var days: ClosedRange<CalendarDate> {
    let dues = flows.map(\.due)
    return (dues.min() ?? .earliest)...(dues.max() ?? .earliest)
  }

  /// What is projected of flows due through a day, in minor units.
  func projected(through day: CalendarDate) -> Int64 {
    flows.reduce(0) { $0 + ($1.due <= day ? $1.minorUnits : 0) }
  }

  /// The same deal with interest whose rate is amended twice, or given up, while rents fall due.
  func amendingInterest(_ random: inout SplitMix64) -> BillableDeal {
    let length = days.lowerBound.days(until: days.upperBound) + 1
    let later = (0..<2).map { _ in days.lowerBound.adding(days: random.pick(length)) }.sorted()
    let rules = ([CalendarDate.earliest] + later).map { day -> (CalendarDate, LateInterest?) in
      let percent = [0, 6, 12, 18, 24][random.pick(5)]
      let rule = LateInterest(
        rate: ExactDecimal(digits: Int128(percent), fractionDigits: 2), graceDays: random.pick(20))
      return (day, percent == 0 ? nil : rule)
    }
    return BillableDeal(
      id: id, landlord: landlord, currency: currency, flows: flows,
      lateInterest: LateInterestHistory(rules.map { (from: $0.0, rule: $0.1) }))
  }

  /// The same deal with other flows.
  func with(flows: [BillableFlow]) -> BillableDeal {
    BillableDeal(
      id: id, landlord: landlord, currency: currency, flows: flows, lateInterest: lateInterest)
  }
}

extension Lease {
  /// Whether a hall has base rent in a month, given as their two numbers.
  fileprivate func hasRent(_ projection: Projection, _ place: [Int]) -> Bool {
    projection.cells.contains {
      $0.charge == .baseRent && $0.hall == place[0] && Int($0.month.index) == place[1]
    }
  }
}

extension CalendarDate {
  static func on(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return date
  }
}

extension SplitMix64 {
  /// A number from 0 below a limit.
  mutating func pick(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
