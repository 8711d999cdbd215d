import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Recoveries of generated leases")
struct RecoveryLawTests {
  /// Posted cost and posted recovery of a cell are the same exact amount with two signs.
  @Test(
    "full recovery makes NOI equal rent, with what the landlord earns beside it",
    arguments: GeneratedLeases.seeds)
  func fullRecovery(seed: UInt64) {
    let projections = recovered(seed, by: .all)
    #expect(!projections.isEmpty)
    for projection in projections {
      let earned = [Charge.baseRent, .renewalRent, .lateDeliveryCredit, .otherIncome]
        .reduce(0) { $0 + projection.total(of: $1) }
      #expect(projection.netOperatingIncome == earned)
      expectOpposite(projection, .operatingCost, .recovery)
      expectOpposite(projection, .powerCost, .powerRecovery)
    }
  }

  private func expectOpposite(_ projection: Projection, _ cost: Charge, _ recovery: Charge) {
    let costs = projection.namedCells(of: [cost])
    let recoveries = projection.namedCells(of: [recovery])
    let opposite = costs.map {
      NamedCell(
        hall: $0.hall, charge: recovery, month: $0.month, minorUnits: -$0.minorUnits, due: $0.due)
    }
    #expect(firstDifference(opposite, recoveries) == nil)
  }

  @Test("no recovery leaves every cost with the landlord", arguments: GeneratedLeases.seeds)
  func noRecovery(seed: UInt64) {
    for projection in recovered(seed, by: .none) {
      #expect(projection.total(of: .recovery) == 0)
      #expect(projection.total(of: .powerRecovery) == 0)
    }
  }

  @Test(
    "a recovery of a share is that share of the full one, exactly", arguments: GeneratedLeases.seeds
  )
  func share(seed: UInt64) {
    let full = recovered(seed, by: .all)
    let quarter = recovered(seed, by: Recovery(share: number("0.25")))
    #expect(full.count == quarter.count)
    for (full, quarter) in zip(full, quarter) {
      for charge in [Charge.recovery, .powerRecovery] {
        #expect(
          full.exactTotal(of: charge).formatted(fractionDigits: 12)
            == quarter.exactTotal(of: charge).times(4).formatted(fractionDigits: 12))
      }
    }
  }

  /// Leases with cost lines that are all recovered in one way, with nothing that limits it.
  private func recovered(_ seed: UInt64, by recovery: Recovery) -> [Projection] {
    let leases = GeneratedLeases(seed, without: [.restoration, .margin])
    return leases.projections(.full) { lease in
      lease.changing { parts in
        parts.operatingCosts = .lines(parts.costLines.map { $0.with(recovery: recovery) })
        parts.power = parts.power.map {
          PowerUse(
            powerUsageEffectiveness: $0.powerUsageEffectiveness, loadFactor: $0.loadFactor)
        }
        parts.halls = parts.halls.map { hall in
          let abatement = hall.abatement.map { Abatement(length: $0.length, share: $0.share) }
          return hall.with(ramp: hall.ramp, abatement: abatement)
        }
      }
    }
  }
}

extension CostLine {
  /// The line with another recovery.
  func with(recovery: Recovery) -> CostLine {
    CostLine(
      name: name, kind: kind, amount: amount, growth: growth, growthDay: growthDay,
      reductions: reductions, from: from, through: through, recovery: recovery)
  }
}
