public import FinanceBasics

/// A flow as the books have it up to a day, and as it is projected from the next day on.
public struct CutOverFlow: Hashable, Sendable {
  /// What makes it one flow.
  public let key: FlowKey
  /// The day on which it is or was to be paid.
  public let due: CalendarDate
  /// In minor units; negative where it is taken off.
  public let minorUnits: Int64
  /// Whether it is what was billed.
  public let isActual: Bool
}

extension DealAccount {
  /// Each flow once: what was billed of those due up to a day, what is projected of all others.
  ///
  /// A flow that the projection no longer has counts as due when it was billed.
  ///
  /// - Parameter cutOver: Included.
  /// - Returns: By due day, then in the order of the projection.
  public func flows(of deal: BillableDeal, cutOver: CalendarDate) -> [CutOverFlow] {
    var flows = deal.joinedFlows.values.map { flow in
      let isActual = flow.due <= cutOver
      return CutOverFlow(
        key: flow.key, due: flow.due, minorUnits: isActual ? billed(flow.key) : flow.minorUnits,
        isActual: isActual)
    }
    let projected = deal.joinedFlows
    for (key, billed) in billed where projected[key] == nil {
      let isActual = billed.day <= cutOver
      flows.append(
        CutOverFlow(
          key: key, due: billed.day, minorUnits: isActual ? billed.minorUnits : 0,
          isActual: isActual))
    }
    return flows.sorted { left, right in
      (left.due, left.key.month, left.key.hall, left.key.item.rawValue)
        < (right.due, right.key.month, right.key.hall, right.key.item.rawValue)
    }
  }
}
