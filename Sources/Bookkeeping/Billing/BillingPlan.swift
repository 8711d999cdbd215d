import FinanceBasics
import LeaseModel

/// The documents that bring what was billed of a deal to what is projected.
///
/// A flow that was never billed is billed on its due day, with all others of that day. One that was
/// billed and that the versions now in force have otherwise is corrected by the difference, on the
/// day billed through, or on that of the document that it corrects where that is later.
struct BillingPlan {
  /// One document before it has a number.
  struct Draft {
    let day: CalendarDate
    let lines: [VoucherLine]
    var minorUnits: Int64 { lines.reduce(0) { $0 + $1.minorUnits } }
  }

  /// In the order of their days; what comes to nothing is among them, for it is billed too.
  let invoices: [Draft]
  /// In the order of their days; each comes to less than nothing.
  let creditNotes: [Draft]

  init(_ deal: BillableDeal, account: DealAccount, through: CalendarDate) {
    let flows = deal.joinedFlows
    let order = Self.order(of: deal.flows)
    var fresh: [CalendarDate: [VoucherLine]] = [:]
    for flow in flows.values where account.billed[flow.key] == nil && flow.due <= through {
      guard let line = account.line(billing: flow.key, as: flow) else { continue }
      fresh[flow.due, default: []].append(line)
    }
    var more: [CalendarDate: [VoucherLine]] = [:]
    var less: [CalendarDate: [VoucherLine]] = [:]
    for (key, billed) in account.billed {
      guard let line = account.line(billing: key, as: flows[key]) else { continue }
      let day = max(through, billed.day)
      if line.minorUnits > 0 {
        more[day, default: []].append(line)
      } else {
        less[day, default: []].append(line)
      }
    }
    let drafts = [fresh, more, less].flatMap { lines in
      lines.keys.sorted().map { day in
        Draft(day: day, lines: Self.sorted(lines[day] ?? [], by: order))
      }
    }
    invoices = drafts.filter { $0.minorUnits >= 0 }.sortedByDay
    creditNotes = drafts.filter { $0.minorUnits < 0 }.sortedByDay
  }

  /// The places of the flows in the projection, the first of each key.
  private static func order(of flows: [BillableFlow]) -> [FlowKey: Int] {
    var order: [FlowKey: Int] = [:]
    for (place, flow) in flows.enumerated() where order[flow.key] == nil {
      order[flow.key] = place
    }
    return order
  }

  /// In the order of the projection; what is no longer projected comes last.
  private static func sorted(
    _ lines: [VoucherLine], by order: [FlowKey: Int]
  ) -> [VoucherLine] {
    lines.sorted { left, right in
      let places = (order[left.key] ?? .max, order[right.key] ?? .max)
      guard places.0 == places.1 else { return places.0 < places.1 }
      return left.key.sortText < right.key.sortText
    }
  }
}

extension DealAccount {
  /// What is to be billed of a flow: all of it where it never was, else its difference from what was.
  ///
  /// - Parameter flow: As it is projected now; `nil` where it no longer is.
  /// - Returns: `nil` where nothing is to be billed.
  func line(billing key: FlowKey, as flow: BillableFlow?) -> VoucherLine? {
    guard let before = billed[key] else {
      return flow.map { VoucherLine(key, minorUnits: $0.minorUnits, clause: $0.clause) }
    }
    let difference = (flow?.minorUnits ?? 0) - before.minorUnits
    guard difference != 0 else { return nil }
    return VoucherLine(key, minorUnits: difference, clause: flow?.clause, about: before.number)
  }
}

extension [BillingPlan.Draft] {
  /// By day; of one day as they were.
  fileprivate var sortedByDay: [BillingPlan.Draft] {
    enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }
}

extension FlowKey {
  fileprivate var sortText: String { "\(month) \(hall) \(item.rawValue) \(isAllowance)" }
}
