public import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// A flow of which the books say what was billed, in place of what is projected.
public struct ActualFlow: Hashable, Sendable {
  /// What it is for.
  public let charge: Charge
  /// The hall's name; empty of what no hall bears alone.
  public let hall: String
  /// The month that earns it.
  public let month: YearMonth
  /// The day on which it is to be paid.
  public let due: CalendarDate
  /// Whether it is taken off what is due, as a deposit given back.
  public let isAllowance: Bool
  /// What was billed beyond what is projected, in minor units.
  public let difference: Int64

  /// Takes the parts as given.
  public init(
    charge: Charge, hall: String, month: YearMonth, due: CalendarDate, isAllowance: Bool,
    difference: Int64
  ) {
    self.charge = charge
    self.hall = hall
    self.month = month
    self.due = due
    self.isAllowance = isAllowance
    self.difference = difference
  }
}

/// The flows of a deal that are as the books have them, and by how much they differ.
///
/// What is projected stays, and the differences are added to it: no flow is left out or counted
/// twice, however a table cuts the days.
struct ActualFlows: Sendable {
  private struct Key: Hashable {
    let charge: Charge
    let hall: String
    let month: YearMonth
    let isAllowance: Bool
  }

  private let keys: Set<Key>
  private let differences: [ActualFlow]

  init(_ flows: [ActualFlow]) {
    keys = Set(
      flows.map {
        Key(charge: $0.charge, hall: $0.hall, month: $0.month, isAllowance: $0.isAllowance)
      })
    differences = flows.filter { $0.difference != 0 }
  }

  /// Where a projected amount of a hall comes from; neither where no tenant pays it.
  func origin(of amount: DealCashFlows.Amount, hall: String) -> CashFlowTable.Origin {
    guard amount.charge.isPaidByTenant, amount.minorUnits != 0 else { return [] }
    let key = Key(
      charge: amount.charge, hall: hall, month: amount.month,
      isAllowance: amount.minorUnits < 0)
    return keys.contains(key) ? .billed : .projected
  }

  /// Visits the parts of the differences that fall into the days asked for.
  func forEachDifference(
    in days: Range<CalendarDate>, by dates: CashFlowDates,
    _ body: (ActualFlow, _ minorUnits: Int64) -> Void
  ) {
    for flow in differences {
      if dates == .cash || flow.charge.isDated {
        if days.contains(flow.due) { body(flow, flow.difference) }
      } else if days.overlaps(flow.month.days) {
        let part = share(of: flow.difference, in: flow.month, force: .always, on: days)
        body(flow, part)
      }
    }
  }
}

extension DealCashFlows {
  /// The same cash flows, some of them as the books have them.
  public func replacing(_ flows: [ActualFlow]) -> DealCashFlows {
    var replaced = self
    replaced.actuals = ActualFlows(flows)
    return replaced
  }

  /// The place of a flow's hall in the version that governs its month, or in any; else the last.
  func hallOrder(of flow: ActualFlow) -> Int {
    let governing = version(governing: flow.charge.isDated ? .latest : flow.month.lastDay)
    let places = [governing] + (0...versionCount - 1).reversed()
    for version in places {
      let halls = projection(ofVersion: version).lease.halls
      if let place = halls.firstIndex(where: { $0.name == flow.hall }) { return place }
    }
    return .max
  }
}

extension Charge {
  /// Whether the tenant pays it, or is paid it back, rather than the landlord paying others.
  var isPaidByTenant: Bool {
    switch self {
    case .operatingCost, .powerCost, .capitalCost: false
    case .baseRent, .renewalRent, .recovery, .powerRecovery, .otherIncome, .prepayment, .deposit,
      .terminationFee, .lateDeliveryCredit:
      true
    }
  }
}
