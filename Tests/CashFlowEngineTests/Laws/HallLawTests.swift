import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Halls beside each other")
struct HallLawTests {
  /// A hall is on its own where every amount is a kilowatt's and every clock its own.
  @Test(
    "one more hall changes no cell of the others where amounts are a kilowatt's",
    arguments: GeneratedLeases.seeds)
  func oneMore(seed: UInt64) throws {
    let left: Set<GeneratedLeases.Mechanism> = [
      .restoration, .capital, .ownSpending, .prepayment, .deposit, .termination, .margin,
    ]
    for lease in GeneratedLeases(seed, without: left).leases.map(\.byKilowatt) {
      guard let before = try? project(lease, case: .full) else { continue }
      let longer = lease.changing { parts in
        // It begins with the first hall, so that growth counts from the same year.
        let first = lease.firstCommencement
        parts.halls.append(
          Hall(
            name: "one more", criticalIT: number("17.5"),
            baseTerm: first..<first.adding(months: 77)))
      }
      let after = try project(longer, case: .full)
      let others = after.namedCells().filter { $0.hall != "one more" }
      #expect(firstDifference(others, before.namedCells()) == nil)
    }
  }

  @Test("halls in another order have the same cells", arguments: GeneratedLeases.seeds)
  func order(seed: UInt64) {
    // A prepayment and a deposit sit on the first hall.
    let leases = GeneratedLeases(seed, without: [.prepayment, .deposit])
    for projection in leases.projections(.full) {
      let turned = try? project(
        projection.lease.changing { $0.halls = $0.halls.reversed() }, case: .full)
      let missing = Set(projection.namedCells()).subtracting(turned?.namedCells() ?? [])
      #expect(missing.first == nil)
    }
  }
}

extension Lease {
  /// The lease with each amount a kilowatt's, and escalation by each hall's own clock.
  fileprivate var byKilowatt: Lease {
    changing { parts in
      parts.rules = parts.rules.with(escalationClock: .perHall)
      parts.periods = parts.periods.map {
        RentPeriod(
          leaseYears: $0.leaseYears, rent: $0.rent.byKilowatt, escalator: $0.escalator)
      }
      parts.costLines = parts.costLines.map(\.byKilowatt)
      parts.otherIncome = parts.otherIncome.map {
        IncomeLine(name: $0.name, amount: $0.amount.byKilowatt, growthDay: $0.growthDay)
      }
      let hasAmounts = parts.lateDelivery?.ladder.contains { rung in
        if case .amount = rung.credit { true } else { false }
      }
      if case .amount = parts.lateDelivery?.cap { parts.lateDelivery = nil }
      if hasAmounts == true { parts.lateDelivery = nil }
    }
  }
}

extension BaseRent {
  fileprivate var byKilowatt: BaseRent {
    switch self {
    case .rate(.perKilowattMonth), .rate(.perMegawattYear), .steps: self
    case .rate, .contractValue: .rate(.perKilowattMonth(number("128.0157")))
    }
  }
}

extension CostLine {
  fileprivate var byKilowatt: CostLine {
    let rate: Amount =
      if case .perYear = amount { .perKilowattMonth(number("3.125")) } else { amount }
    let base: Recovery.Base? =
      if case .amount(let limit) = recovery.base { .amount(limit.byKilowatt) } else {
        recovery.base
      }
    return CostLine(
      name: name, kind: kind, amount: rate, growth: growth, growthDay: growthDay,
      reductions: reductions, from: from, through: through,
      recovery: Recovery(
        share: recovery.share, base: base, cap: recovery.cap?.byKilowatt,
        floor: recovery.floor?.byKilowatt, adminFee: recovery.adminFee))
  }
}

extension CostLimit {
  fileprivate var byKilowatt: CostLimit {
    if case .perYear = amount {
      CostLimit(.perKilowattMonth(number("1.75")), growth: growth)
    } else {
      self
    }
  }
}
