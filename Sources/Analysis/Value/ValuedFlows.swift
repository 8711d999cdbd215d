import CashFlowEngine
import FinanceBasics
import LeaseModel
import Valuation

/// Projected flows in minor units, by charge and by who stands behind them.
struct ValuedFlows {
  /// In the order of `Charge`, then of `CreditTier`; only those that occur.
  let parts: [Part]

  /// The flows of a charge in a tier, in the order of deals, halls and months.
  struct Part {
    let charge: Charge
    let tier: CreditTier
    var flows: [DatedFlow]
  }

  init(_ parts: [Part]) {
    self.parts = parts
  }

  /// The flows of deals.
  ///
  /// - Parameters:
  ///   - date: The valuation date: rents before it use up no guarantee.
  ///   - isTiered: Whether flows are told apart by tier; else all are the tenant's.
  ///   - exit: The first day whose accruals belong to another; `nil` for none. What is then left of a
  ///     deposit or a prepayment goes with the lease, and is paid to the buyer on that day.
  ///   - view: Whether flows are whole, or the landlord's share in them.
  init(
    of deals: [DealCashFlows], on date: CalendarDate, isTiered: Bool, before exit: CalendarDate?,
    _ view: OwnershipView = .gross
  ) {
    var byPlace: [Place: [DatedFlow]] = [:]
    for deal in deals {
      var split = isTiered ? TierSplit(of: deal, from: date) : nil
      let shares = view == .net ? OwnershipShares(of: deal, view) : nil
      var left: [Charge: Double] = [:]
      let visit = { (amount: DealCashFlows.Amount) in
        let share = shares?.share(of: amount).doubleValue ?? 1
        if amount.charge == .deposit || amount.charge == .prepayment {
          left[amount.charge, default: 0] += Double(amount.minorUnits) * share
        }
        for part in split?.parts(of: amount) ?? [(.tenant, amount.minorUnits)] {
          byPlace[Place(charge: amount.charge, tier: part.tier), default: []].append(
            DatedFlow(
              date: amount.due, amount: Double(part.minorUnits) * share,
              accrualMonth: amount.month))
        }
      }
      if let exit {
        deal.forEachAmount(in: .earliest..<exit, by: .accrual, visit)
        for (charge, amount) in left where amount != 0 {
          byPlace[Place(charge: charge, tier: .tenant), default: []].append(
            DatedFlow(date: exit, amount: -amount))
        }
      } else {
        deal.forEachAmount(in: .always, by: .cash, visit)
      }
    }
    parts = Charge.allCases.flatMap { charge in
      CreditTier.allCases.compactMap { tier in
        byPlace[Place(charge: charge, tier: tier)].map {
          Part(charge: charge, tier: tier, flows: $0)
        }
      }
    }
  }

  private struct Place: Hashable {
    let charge: Charge
    let tier: CreditTier
  }

  /// All flows, charge after charge.
  var all: [DatedFlow] { parts.flatMap(\.flows) }
}

/// How a deal's amounts are shared among tiers.
private struct TierSplit {
  private let deal: DealCashFlows
  private let cover: GuaranteeCover
  /// The days in force of each version's halls.
  private var inForce: [Int: [Range<CalendarDate>]] = [:]

  init(of deal: DealCashFlows, from date: CalendarDate) {
    self.deal = deal
    cover = GuaranteeCover(of: deal, from: date)
  }

  /// The parts of an amount that are not zero.
  mutating func parts(
    of amount: DealCashFlows.Amount
  ) -> [(tier: CreditTier, minorUnits: Int64)] {
    let own = CreditTier(inBaseTerm: amount.charge)
    let covered = cover.part(of: amount)
    let later = amount.charge == .baseRent || amount.charge.isDated ? 0 : afterBaseTerm(amount)
    let parts: [(tier: CreditTier, minorUnits: Int64)] = [
      (.guaranteed, covered), (own, amount.minorUnits - covered - later), (.renewal, later),
    ]
    return parts.filter { $0.minorUnits != 0 }
  }

  /// What of an amount accrues while its hall is in force beyond its base term.
  private mutating func afterBaseTerm(_ amount: DealCashFlows.Amount) -> Int64 {
    let projection = deal.projection(ofVersion: amount.version)
    let days =
      inForce[amount.version] ?? projection.lease.daysInForce(in: projection.projectionCase)
    inForce[amount.version] = days
    let force = days[amount.hall]
    let end = projection.lease.halls[amount.hall].baseTerm.upperBound
    guard end < force.upperBound, end < amount.month.days.upperBound else { return 0 }
    return share(
      of: amount.minorUnits, in: amount.month, force: force, on: end..<force.upperBound)
  }
}
