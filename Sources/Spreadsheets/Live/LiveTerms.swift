import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// What formulas carry of a lease in one case, and what stands as posted, with the reasons.
struct LiveTerms {
  let flows: DealCashFlows
  let halls: [LiveHall]
  let rates: [LiveRates]
  /// By the place of the rates, in currency units a megawatt-month.
  let firstRates: [Double]
  /// By hall, base rent before renewal rent; each carried by formulas.
  let blocks: [LiveBlock]
  /// NOI over rent, where operating cost follows from rent by formula.
  let margin: ExactDecimal?
  /// Posted amounts that no formula carries, in the order of the projection.
  let others: [Cell]
  /// What stands as posted though it is rent, with the reason.
  let remarks: [String]
  /// The digits behind the point of a cent that formulas round to before they look for halves.
  let digits: Int

  var lease: Lease { flows.projection.lease }

  /// - Throws: `live.amended`, `live.ended`.
  init(_ flows: DealCashFlows) throws(LiveProblem) {
    let deal = flows.analysed.deal.id
    if let end = flows.analysed.end { throw .ended(deal, on: end) }
    guard !flows.isSpliced else { throw .amended(deal) }
    self.flows = flows
    let projection = flows.projection
    let lease = projection.lease
    let inForce = lease.daysInForce(in: projection.projectionCase)
    halls = lease.halls.indices.map { LiveHall($0, of: lease, inForce: inForce[$0]) }
    let posted = PostedCells(projection)
    digits = Self.digits(for: posted.largest)
    var planner = LivePlanner(projection, halls: halls)
    planner.plan()
    var blocks = planner.blocks.map { LiveBlock($0, rates: planner.rates) }
    let firstRates = LiveBlock.firstRates(planner.rates, blocks)
    var remarks = planner.remarks
    for index in blocks.indices {
      blocks[index].settle(
        firstRate: firstRates[blocks[index].rates], digits: digits, posted)
    }
    for block in blocks where !block.isMeasured(by: posted) {
      remarks.append(
        "\(block.charge.words) of \(block.live.hall.name): its months do not follow from these "
          + "inputs alone")
    }
    var kept = blocks.filter { $0.isMeasured(by: posted) }
    var margin: ExactDecimal?
    if case .margin(let share) = lease.operatingCosts, lease.restorationCost == nil {
      for index in kept.indices {
        let (hall, charge) = (kept[index].live.index, kept[index].charge)
        kept[index].settleCosts(
          margin: share.doubleValue, digits: digits,
          other: kept.first { $0.live.index == hall && $0.charge != charge }, posted)
      }
      if kept.allSatisfy(\.isCostMeasured) { margin = share }
    }
    self.blocks = kept
    self.firstRates = firstRates
    rates = planner.rates
    self.margin = margin
    self.remarks = remarks
    let costed = Set(
      margin == nil
        ? []
        : kept.flatMap { block in
          block.months.filter { $0.days > 0 }.map { HallMonth(block.live.index, $0.month) }
        })
    others = projection.cells.filter { cell in
      switch cell.charge {
      case .baseRent, .renewalRent:
        !kept.contains { $0.live.index == cell.hall && $0.charge == cell.charge }
      case .operatingCost:
        !costed.contains(HallMonth(cell.hall, cell.month))
      default: true
      }
    }
  }

  /// As many digits as fifteen leave behind the cents of the largest amount.
  private static func digits(for largest: UInt64) -> Int {
    min(max(15 - String(largest).utf8.count, 3), 7)
  }
}

/// A hall and a month that it is in force in.
private struct HallMonth: Hashable {
  let hall: Int
  let month: YearMonth

  init(_ hall: Int, _ month: YearMonth) {
    self.hall = hall
    self.month = month
  }
}

/// Posted amounts by charge, hall and month.
struct PostedCells {
  private struct Key: Hashable {
    let charge: Charge
    let hall: Int
    let month: YearMonth
  }

  private var amounts: [Key: Int64] = [:]
  /// The greatest magnitude of any rent, in minor units.
  private(set) var largest: UInt64 = 1

  init(_ projection: Projection) {
    projection.forEachCell { cell in
      let key = Key(charge: cell.charge, hall: cell.hall, month: cell.month)
      amounts[key, default: 0] += cell.minorUnits
      if cell.charge == .baseRent || cell.charge == .renewalRent {
        largest = max(largest, cell.minorUnits.magnitude)
      }
    }
  }

  func amount(_ charge: Charge, hall: Int, _ month: YearMonth) -> Int64 {
    amounts[Key(charge: charge, hall: hall, month: month)] ?? 0
  }

  /// The months of a charge of a hall that have an amount.
  func months(_ charge: Charge, hall: Int) -> Set<YearMonth> {
    Set(amounts.keys.filter { $0.charge == charge && $0.hall == hall }.map(\.month))
  }
}
