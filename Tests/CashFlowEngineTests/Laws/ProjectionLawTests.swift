import CashFlowEngine
import FinanceBasics
import LeaseModel
import Testing

@Suite("Laws of projection")
struct ProjectionLawTests {
  static let seeds = 0..<100 as Range<UInt64>

  private func lease(_ seed: UInt64) -> Lease {
    var generator = LeaseGenerator(seed: seed)
    return generator.lease()
  }

  @Test("halls sum to the lease", arguments: seeds)
  func halls(seed: UInt64) throws {
    let projection = try project(lease(seed), case: .full)
    for charge in Charge.allCases {
      let sums = projection.lease.halls.indices.map { hall in
        projection.cells.filter { $0.hall == hall && $0.charge == charge }
          .reduce(0) { $0 + $1.minorUnits }
      }
      #expect(sums.reduce(0, +) == projection.total(of: charge))
    }
  }

  @Test("the months of a hall's rent tile its term, each once and in order", arguments: seeds)
  func tiling(seed: UInt64) throws {
    let projection = try project(lease(seed))
    for hall in projection.lease.halls.indices {
      let days = NaiveHall(projection.lease, hall: hall)
      let months = projection.cells.filter { $0.hall == hall && $0.charge == .baseRent }
        .map(\.month)
      let count = days.start.yearMonth.months(until: days.end.adding(days: -1).yearMonth) + 1
      #expect(months == (0..<count).map { days.start.yearMonth.adding(months: $0) })
    }
  }

  @Test("a sum of posted cells is within half a cent a cell of the exact one", arguments: seeds)
  func rounding(seed: UInt64) throws {
    let projection = try project(lease(seed), case: .full)
    for charge in [Charge.baseRent, .renewalRent, .operatingCost] {
      let exact = projection.exactTotal(of: charge).times(100)
      let gap = PreciseReal(integer: Int(projection.total(of: charge))).minus(exact).doubleValue
      let cells = projection.cells.filter { $0.charge == charge }.count
      #expect(abs(gap) <= 0.5 * Double(cells) + 1e-9)
    }
  }

  @Test("zero growth equals no growth", arguments: seeds)
  func zeroGrowth(seed: UInt64) throws {
    let lease = lease(seed)
    let flat = lease.with(escalator: .none)
    #expect(try project(lease.with(escalator: .fixed(.zero))).cells == project(flat).cells)
    #expect(try project(lease.with(escalator: .steps([.one, .one]))).cells == project(flat).cells)
  }

  @Test("full abatement is zero rent in every month", arguments: seeds)
  func abatement(seed: UInt64) throws {
    let lease = lease(seed)
    guard case .rate = lease.periods[0].rent else { return }
    let free = lease.with(
      halls: lease.halls.map { hall in
        Hall(
          name: hall.name, criticalIT: hall.criticalIT, baseTerm: hall.baseTerm,
          abatement: Abatement(length: .months(1200)))
      })
    let cells = try project(free).cells.filter { $0.charge == .baseRent }
    #expect(!cells.isEmpty && cells.allSatisfy { $0.minorUnits == 0 })
  }

  @Test("two halls of half the megawatts bring the same exact totals", arguments: seeds)
  func halves(seed: UInt64) throws {
    let lease = lease(seed)
    let halved = lease.with(
      halls: lease.halls.flatMap { hall in
        repeatElement(
          Hall(
            name: hall.name, criticalIT: hall.criticalIT * number("0.5"), baseTerm: hall.baseTerm,
            abatement: hall.abatement), count: 2)
      })
    let whole = try project(lease, case: .full)
    let split = try project(halved, case: .full)
    for charge in [Charge.baseRent, .renewalRent, .operatingCost] {
      #expect(
        whole.exactTotal(of: charge).formatted(fractionDigits: 15)
          == split.exactTotal(of: charge).formatted(fractionDigits: 15))
    }
  }

  @Test("the same lease gives the same runs", arguments: seeds)
  func determinism(seed: UInt64) throws {
    #expect(try project(lease(seed), case: .full).runs == project(lease(seed), case: .full).runs)
  }

  @Test(
    "runs stand by hall, charge and month, and every charge but rent has one sign", arguments: seeds
  )
  func order(seed: UInt64) throws {
    let cells = try project(lease(seed), case: .full).cells
    let order = Dictionary(
      uniqueKeysWithValues: Charge.allCases.enumerated().map { ($1, $0) })
    let keys = cells.map { ($0.hall, order[$0.charge] ?? 0, $0.month) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(
      cells.allSatisfy { $0.charge == .operatingCost ? $0.minorUnits <= 0 : $0.minorUnits >= 0 })
  }
}

extension Lease {
  fileprivate func with(escalator: Escalator) -> Lease {
    Lease(
      id: id, halls: halls, periods: [RentPeriod(rent: periods[0].rent, escalator: escalator)],
      renewals: renewals, rules: rules, operatingCosts: operatingCosts)
  }

  fileprivate func with(halls: [Hall]) -> Lease {
    Lease(
      id: id, halls: halls, periods: periods, renewals: renewals, rules: rules,
      operatingCosts: operatingCosts)
  }
}
