public import FinanceBasics

/// A flow as the books have it up to a day, and as it is projected from the next day on.
public struct CutOverFlow: Hashable, Sendable {
  /// What makes it one flow.
  public let key: FlowKey
  /// The day on which it is or was to be paid.
  public let due: CalendarDate
  /// As the terms have it, in minor units; zero of what they do not have.
  public let projected: Int64
  /// What was billed, less what was credited; `nil` of a flow that is due after the cut-over.
  public let billed: Int64?

  /// Whether it is what was billed.
  public var isActual: Bool { billed != nil }

  /// What the books have of it, else what is projected; negative where it is taken off.
  public var minorUnits: Int64 { billed ?? projected }
}

extension DealAccount {
  /// Each flow once: what was billed of those due up to a day, what is projected of all others.
  ///
  /// A credit or a charge by hand counts with the flow that it is of, whenever it was made; one of
  /// no flow, interest and true-ups count where they are payable by the day. A flow that the
  /// projection no longer has counts as due when it was billed last.
  ///
  /// - Parameter cutOver: Included.
  /// - Returns: By due day, then by month, hall and item.
  public func flows(of deal: BillableDeal, cutOver: CalendarDate) -> [CutOverFlow] {
    var flows: [FlowKey: CutOverFlow] = [:]
    for flow in deal.joinedFlows.values {
      flows[flow.key] = CutOverFlow(
        key: flow.key, due: flow.due, projected: flow.minorUnits,
        billed: flow.due <= cutOver ? billed(flow.key) : nil)
    }
    for (key, billed) in billed where flows[key] == nil {
      let isActual = billed.day <= cutOver
      flows[key] = CutOverFlow(
        key: key, due: billed.day, projected: 0, billed: isActual ? billed.minorUnits : nil)
    }
    var others: [CutOverFlow] = []
    for voucher in vouchers {
      // A loss taken back is no flow, as the loss was none.
      for line in voucher.lines
      where (voucher.isByHand || !line.key.item.isProjected)
        && line.key.item != .depositWrittenOff
      {
        if let flow = flows[line.key] {
          flows[line.key] = flow.adding(line.minorUnits)
        } else if let due = due(of: line, in: voucher), due <= cutOver {
          others.append(
            CutOverFlow(key: line.key, due: due, projected: 0, billed: line.minorUnits))
        }
      }
    }
    return (flows.values + others).sorted { left, right in
      (left.due, left.key.month, left.key.hall, left.key.item.rawValue, left.projected)
        < (right.due, right.key.month, right.key.hall, right.key.item.rawValue, right.projected)
    }
  }

  /// When a line of no projected flow is payable: a credit with the line that it takes off.
  private func due(of line: VoucherLine, in voucher: Voucher) -> CalendarDate? {
    guard voucher.kind == .creditNote else { return voucher.payableOn }
    let corrected = interest.invoice(correctedBy: line) ?? line.about
    return corrected.flatMap { self.voucher($0)?.payableOn } ?? voucher.payableOn
  }
}

extension CutOverFlow {
  /// With what was charged or credited by hand; a flow that is not due yet stays as projected.
  fileprivate func adding(_ minorUnits: Int64) -> CutOverFlow {
    CutOverFlow(key: key, due: due, projected: projected, billed: billed.map { $0 + minorUnits })
  }
}

/// What was billed of the flows due up to a day against what was projected of them, by item.
public struct CutOverSummary: Hashable, Sendable {
  /// One item of both.
  public struct Line: Hashable, Sendable {
    /// What it is for.
    public let item: LineItem
    /// As the terms have it, in minor units.
    public let projected: Int64
    /// What was billed, less what was credited.
    public let billed: Int64

    /// What was billed beyond what is projected.
    public var difference: Int64 { billed - projected }
  }

  /// In the order of the items; those without any amount are left out.
  public let lines: [Line]

  /// - Parameter flows: Of any deals of one currency.
  public init(_ flows: [CutOverFlow]) {
    let actual = Dictionary(grouping: flows.filter(\.isActual), by: \.key.item)
    lines = LineItem.allCases.compactMap { item in
      let flows = actual[item] ?? []
      let line = Line(
        item: item, projected: flows.reduce(0) { $0 + $1.projected },
        billed: flows.reduce(0) { $0 + ($1.billed ?? 0) })
      return line.projected == 0 && line.billed == 0 ? nil : line
    }
  }

  /// As the terms have it, in minor units.
  public var projected: Int64 { lines.reduce(0) { $0 + $1.projected } }

  /// What was billed, less what was credited, in minor units.
  public var billed: Int64 { lines.reduce(0) { $0 + $1.billed } }
}
