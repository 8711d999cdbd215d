import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The paths of a deal file that may state a quantity of a lease, the one that counts first.
struct LeasePaths {
  let lease: Lease

  func paths(of quantity: LeaseQuantity) -> [String] {
    switch quantity {
    case .criticalIT(let hall): [self.hall(hall, "criticalIT"), "criticalIT"]
    case .commencement(let hall): [self.hall(hall, "rentCommencement")] + readiness(hall)
    case .readyForService(let hall): readiness(hall)
    case .termEnd(let hall):
      [self.hall(hall, "expiry"), self.hall(hall, "term"), "term", "expiry"]
    case .guaranteedDelivery(let hall):
      [self.hall(hall, "guaranteedDelivery"), "lateDelivery.guaranteed"]
    case .delivered(let hall, let step): [self.hall(hall, "ramp[\(step + 1)].criticalIT")]
    case .committed(let hall, let step): [self.hall(hall, "takeOrPay[\(step + 1)].criticalIT")]
    case .proration: ["rent.proration"]
    case .escalationClock: ["rent.escalationClock"]
    case .anniversary: ["rent.anniversary"]
    case .operatingMargin: ["operatingMargin"]
    case .powerUsageEffectiveness: ["power.pue", "pue"]
    case .guaranteedPUE: ["power.guaranteedPUE"]
    case .loadFactor: ["power.loadFactor"]
    case .cost(let part, let line): cost(part, line)
    case .income(let part, let line):
      ["otherIncome[\(lease.otherIncome[line].name)].\(part == .amount ? "amount" : "growth")"]
    default: rentPaths(of: quantity) ?? fundPaths(of: quantity)
    }
  }

  private func hall(_ hall: Int, _ key: String) -> String {
    "halls[\(lease.halls[hall].name)].\(key)"
  }

  private func readiness(_ hall: Int) -> [String] {
    [self.hall(hall, "readyForService"), "rentCommencement", "delivery.last", "delivery.first"]
  }

  private func rentPaths(of quantity: LeaseQuantity) -> [String]? {
    switch quantity {
    case .ownRate(let hall): [self.hall(hall, "rent.rate")]
    case .rate(let period): rent(period, "rate") + [hall(0, "rent.rate")]
    case .contractValue(let period): rent(period, "contractValue")
    case .stepRate(let period, let step): rent(period, "steps[\(step + 1)].rate")
    case .escalator(let part, let place): escalator(part, place)
    case .abatementLength(let hall): [self.hall(hall, "abatement.length"), "rent.abatement.length"]
    case .abatementShare(let hall): [self.hall(hall, "abatement.share"), "rent.abatement.share"]
    case .lateCredit(let rung):
      ["daysOfRent", "amount"].map { "lateDelivery.ladder[\(rung + 1)].\($0)" }
    case .lateCreditCap: ["lateDelivery.cap.daysOfRent", "lateDelivery.cap.amount"]
    case .renewalLength(let renewal):
      ["renewals.options[\(renewal + 1)].length", "renewals.each"]
    case .renewalProbability(let renewal): option(renewal, "probability")
    case .renewalRate(let renewal): option(renewal, "rent.fixed")
    case .market(let part, let renewal): option(renewal, "rent.market.\(part.key)")
    case .holdoverShare: ["holdover.rent"]
    case .holdoverLength: ["holdover.length"]
    case .terminationDay: ["termination.exercised"]
    case .terminationFee(let row):
      ["termination.fee.schedule[\(row + 1)].amount", "termination.fee.amount"]
        + ["termination.fee.monthsOfRent", "termination.fee.unamortisedCost"]
    default: nil
    }
  }

  private func rent(_ period: Int, _ key: String) -> [String] {
    ["periods[\(period + 1)].rent.\(key)", "rent.\(key)"]
  }

  private func option(_ renewal: Int, _ key: String) -> [String] {
    ["renewals.options[\(renewal + 1)].\(key)", "renewals.\(key)"]
  }

  private func escalator(_ part: EscalatorPart, _ place: EscalatorPlace) -> [String] {
    let period =
      switch place {
      case .period(let period): period
      case .renewal: lease.periods.count - 1
      }
    let keys: [String] =
      switch part {
      case .fixed: ["fixed", "greaterOf.fixed", "lesserOf.fixed"]
      case .floor: ["cpi.floor", "greaterOf.cpi.floor", "lesserOf.cpi.floor"]
      case .cap: ["cpi.cap", "greaterOf.cpi.cap", "lesserOf.cpi.cap"]
      case .afterLast: ["cpi.afterLast", "greaterOf.cpi.afterLast", "lesserOf.cpi.afterLast"]
      case .multiplier(let row): ["steps[\(row + 1)]"]
      }
    return ["periods[\(period + 1)].rent.escalator", "rent.escalator"].flatMap { prefix in
      keys.map { "\(prefix).\($0)" }
    }
  }

  private func fundPaths(of quantity: LeaseQuantity) -> [String] {
    switch quantity {
    case .restorationCost: ["restoration.cost"]
    case .capitalCost: ["capitalCost"]
    case .ownCapitalCost(let hall): [self.hall(hall, "capitalCost")]
    case .capitalMonths(let hall):
      [self.hall(hall, "capitalSpending.months"), "capitalSpending.months"]
    case .capitalDraw(let draw): ["capitalSpending.draws[\(draw + 1)].amount"]
    case .ownCapitalDraw(let hall, let draw):
      [self.hall(hall, "capitalSpending.draws[\(draw + 1)].amount")]
    case .contingency: ["capitalContingency"]
    case .tenantShare: ["capitalTenantShare"]
    case .prepayment: ["prepayment.amount", "prepayment.share"]
    case .prepaymentDate: ["prepayment.date"]
    case .deposit: ["deposit.amount"]
    case .depositDate: ["deposit.date"]
    case .depositStep(let step): ["deposit.steps[\(step + 1)].amount"]
    case .depositReturn: ["deposit.returned"]
    default: []
    }
  }

  private func cost(_ part: CostPart, _ line: Int) -> [String] {
    guard case .lines(let lines) = lease.operatingCosts else { return [] }
    let name = lines[line].name
    let keys: [String] =
      switch part {
      case .amount: ["amount", "energy", "demand", "fixed", "share"]
      case .growth: ["growth"]
      case .from: ["from"]
      case .through: ["through"]
      case .reduction(let row): ["abatements[\(row + 1)].share"]
      case .recoveryShare: ["recovery"]
      case .base: ["expenseStop", "baseYear"]
      case .baseGrowth: ["expenseStopGrowth"]
      case .cap: ["recoveryCap"]
      case .capGrowth: ["recoveryCapGrowth"]
      case .floor: ["recoveryFloor"]
      case .floorGrowth: ["recoveryFloorGrowth"]
      case .adminFee: ["adminFee"]
      }
    let paths = ["operatingCosts[\(name)]", "power.tariff[\(name)]"].flatMap { line in
      keys.map { "\(line).\($0)" }
    }
    // What a line does not say of recovery, the structure of the lease does.
    return part == .recoveryShare || part == .base ? paths + ["contract.structure"] : paths
  }
}

extension MarketPart {
  fileprivate var key: String {
    switch self {
    case .share: "share"
    case .floor: "floor"
    case .cap: "cap"
    case .afterLast: "afterLast"
    }
  }
}
