import CashFlowEngine
import FinanceBasics
import Valuation

/// The base rents of a deal that are at risk: those of the base term due on or after a day.
///
/// Rent that was paid ahead, or that a credit for late delivery pays, is not owed and not at risk.
struct OwedRents {
  /// In the order of their days, then of their months; each above zero.
  let rents: [Rent]
  /// What prepaid rent and credits for late delivery pay of rents due on or after the day.
  let setOff: Int64

  /// What all halls owe on a day for a month.
  struct Rent {
    let due: CalendarDate
    let amount: Int64
    /// By whom it is covered does not matter; caps do not count.
    let covered: Int64
    let discountFactor: Double
  }

  private struct Place: Hashable, Comparable {
    let due: CalendarDate
    let month: YearMonth

    static func < (left: Place, right: Place) -> Bool {
      (left.due, left.month) < (right.due, right.month)
    }
  }

  private struct Sum {
    var rent: Int64 = 0
    var setOff: Int64 = 0
    var covered: Int64 = 0
  }

  /// - Throws: A `ValuationProblem` of a rate of −100 % or less.
  init(of flows: DealCashFlows, basis: ValuationBasis) throws(ValuationProblem) {
    let cover = GuaranteeCover(of: flows, isCapped: false)
    var sums: [Place: Sum] = [:]
    flows.forEachAmount(in: basis.date..<CalendarDate.latest, by: .cash) { amount in
      let place = Place(due: amount.due, month: amount.month)
      switch amount.charge {
      case .baseRent:
        sums[place, default: Sum()].rent += amount.minorUnits
        sums[place, default: Sum()].covered += cover.part(of: amount)
      case .prepayment, .lateDeliveryCredit:
        // What is given back of rent paid ahead pays no rent.
        guard !amount.isPrepaymentLeft else { break }
        sums[place, default: Sum()].setOff += max(0, -amount.minorUnits)
      default: break
      }
    }
    var rents: [Rent] = []
    for (place, sum) in sums.sorted(by: { $0.key < $1.key }) where sum.rent > sum.setOff {
      let flow = DatedFlow(date: place.due, amount: 1, accrualMonth: place.month)
      let amount = sum.rent - sum.setOff
      rents.append(
        Rent(
          due: place.due, amount: amount, covered: min(sum.covered, amount),
          discountFactor: try basis.discounting.factor(of: flow, on: basis.date)))
    }
    self.rents = rents
    setOff = sums.values.reduce(0) { $0 + $1.setOff }
  }
}
