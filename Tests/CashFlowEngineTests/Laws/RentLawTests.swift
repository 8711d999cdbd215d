import CashFlowEngine
import FinanceBasics
import LeaseModel
import TestSupport
import Testing

@Suite("Rent of generated leases")
struct RentLawTests {
  @Test(
    "zero growth equals flat, by whatever rule it does not grow", arguments: GeneratedLeases.seeds)
  func zeroGrowth(seed: UInt64) {
    let leases = GeneratedLeases(seed, count: 12)
    let flat = leases.projections(.full) { $0.with(everyEscalator: .none) }
    #expect(flat.count >= 9)
    for escalator in Self.standstills {
      let same = leases.projections(.full) { $0.with(everyEscalator: escalator) }
      #expect(differences(same, flat) == [])
    }
  }

  /// Rules that multiply by one: an index that stands still, a cap and a floor of nothing.
  private static let standstills: [Escalator] = {
    let still = IndexSeries(
      name: "still", firstMonth: month("2015-01"),
      values: Array(repeating: number("300"), count: 240))
    let rising = IndexSeries(
      name: "rising", firstMonth: month("2015-01"),
      values: (0..<240).map { ExactDecimal(300 + $0) })
    func held(_ catchUp: CPIEscalator.CatchUp) -> CPIEscalator {
      CPIEscalator(
        series: rising, lagMonths: 3, floor: .zero, cap: .zero, catchUp: catchUp,
        afterLast: number("0.02"))
    }
    let stands = CPIEscalator(series: still, lagMonths: 2, afterLast: .zero)
    return [
      .fixed(.zero), .steps([.one, .one]), .cpi(stands), .cpi(held(.annual)),
      .cpi(held(.cumulative)), .cpi(held(.banked)), .greaterOf(fixed: .zero, cpi: stands),
      .lesserOf(fixed: .zero, cpi: held(.annual)),
    ]
  }()

  @Test("full abatement is zero rent in every month", arguments: GeneratedLeases.seeds)
  func abatement(seed: UInt64) {
    let left: Set<GeneratedLeases.Mechanism> = [.prepayment, .lateDelivery]
    let projections = GeneratedLeases(seed, without: left).projections(.base) { lease in
      lease.changing { parts in
        // A value to solve for has no rate at which free rent sums to it.
        parts.periods = parts.periods.map { $0.withoutContractValue }
        parts.halls = parts.halls.map {
          $0.with(ramp: $0.ramp, abatement: Abatement(length: .months(1200)))
        }
      }
    }
    #expect(projections.count == 40)
    for projection in projections {
      #expect(projection.total(of: .baseRent) == 0)
      #expect(projection.cells.allSatisfy { $0.charge != .baseRent || $0.minorUnits == 0 })
    }
  }

  @Test("an abatement of no share is none", arguments: GeneratedLeases.seeds)
  func noAbatement(seed: UInt64) {
    let leases = GeneratedLeases(seed, count: 20)
    func abated(_ lease: Lease, _ abatement: Abatement?) -> Lease {
      lease.changing { parts in
        parts.halls = parts.halls.map { $0.with(ramp: $0.ramp, abatement: abatement) }
      }
    }
    let without = leases.projections(.full) { abated($0, nil) }
    let nothing = leases.projections(.full) {
      abated(
        $0, Abatement(length: .months(7), share: .zero, charges: Set(Abatement.Charge.allCases)))
    }
    #expect(differences(without, nothing) == [])
  }

  @Test(
    "take or pay of all megawatts charges as if there were no ramp",
    arguments: GeneratedLeases.seeds)
  func takeOrPay(seed: UInt64) {
    // What energy costs follows the megawatts that are used, and a share of it is no rent.
    let leases = GeneratedLeases(seed)
    let charges: Set<Charge> = [.baseRent, .renewalRent, .lateDeliveryCredit, .prepayment]
    let none = leases.projections(.full) { lease in
      lease.changing { parts in
        parts.halls = parts.halls.map { $0.with(ramp: nil, abatement: $0.abatement) }
      }
    }
    let committed = leases.projections(.full) { lease in
      lease.changing { parts in
        parts.halls = parts.halls.map { hall in
          let all = Ramp.Step(from: .month(0), criticalIT: hall.criticalIT)
          let delivered = hall.ramp?.delivered ?? [Ramp.Step(from: .month(3), criticalIT: .zero)]
          return hall.with(
            ramp: Ramp(delivered: delivered, committed: [all]), abatement: hall.abatement)
        }
      }
    }
    #expect(none.count == committed.count)
    for (none, committed) in zip(none, committed) {
      let difference = firstDifference(
        none.namedCells(of: charges), committed.namedCells(of: charges))
      #expect(difference == nil)
    }
  }

  @Test(
    "a ramp that delivers everything at once is none, in every charge",
    arguments: GeneratedLeases.seeds)
  func rampAtOnce(seed: UInt64) {
    let leases = GeneratedLeases(seed, count: 20, without: [.ramp])
    let atOnce = leases.projections(.full) { lease in
      lease.changing { parts in
        parts.halls = parts.halls.map { hall in
          // A cost line that begins before the hall does uses its megawatts then.
          let all = Ramp.Step(from: .date(day("2000-01-01")), criticalIT: hall.criticalIT)
          return hall.with(ramp: Ramp(delivered: [all]), abatement: hall.abatement)
        }
      }
    }
    #expect(differences(leases.projections(.full), atOnce) == [])
  }

  @Test(
    "rent at the solved rate sums to the stated contract value", arguments: GeneratedLeases.seeds)
  func contractValue(seed: UInt64) {
    var solved = 0
    for projection in GeneratedLeases(seed, without: [.termination]).projections(.base) {
      var stated = ExactDecimal.zero
      let isSolved = projection.lease.periods.allSatisfy { period in
        guard case .contractValue(let value) = period.rent else { return false }
        stated = stated + value
        return true
      }
      guard isSolved else { continue }
      solved += 1
      let gap = projection.exactContractValue.minus(stated.real)
      let size = max(1, abs(projection.exactContractValue.doubleValue))
      // Sums of a few hundred amounts of 38 digits, each off by a unit of its last.
      #expect(abs(gap.doubleValue) <= 1e-30 * size)
    }
    #expect(solved >= 1)
  }
}

extension Lease {
  /// The lease with every rent, base and renewal, under one escalator.
  fileprivate func with(everyEscalator escalator: Escalator) -> Lease {
    changing { parts in
      parts.periods = parts.periods.map {
        RentPeriod(leaseYears: $0.leaseYears, rent: $0.rent, escalator: escalator)
      }
      parts.renewals = parts.renewals.map { renewal in
        let rent: RenewalOption.Rent =
          switch renewal.rent {
          case .fixed(let rate, _): .fixed(rate, escalator: escalator)
          case .market(let market, _): .market(market, escalator: escalator)
          case .continued, .flat: renewal.rent
          }
        return RenewalOption(
          months: renewal.months, rent: rent, probability: renewal.probability)
      }
    }
  }
}

extension RentPeriod {
  /// The period with a rate in place of a contract value.
  fileprivate var withoutContractValue: RentPeriod {
    guard case .contractValue = rent else { return self }
    return RentPeriod(
      leaseYears: leaseYears, rent: .rate(.perKilowattMonth(number("100"))), escalator: escalator)
  }
}
