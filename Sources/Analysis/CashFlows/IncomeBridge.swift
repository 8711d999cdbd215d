public import CashFlowEngine
public import FinanceBasics

/// The way from rent to NOI, period by period: what is recovered, what is paid, and what leaks.
public struct IncomeBridge: Sendable {
  /// What was asked.
  public let request: CashFlowRequest
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// Of every amount.
  public let currency: Currency
  /// By period, then by the groups asked for.
  public let rows: [Row]
  /// Of a single deal with one version: what each cost line came to, exact, over all its days.
  public let costLines: [CostLineTotal]

  /// One period of one group.
  public struct Row: Sendable {
    /// The days of the period that were asked for, both included.
    public let firstDay: CalendarDate
    /// The last day, included.
    public let lastDay: CalendarDate
    /// Whose; without a charge.
    public let group: CashFlowTable.Group
    /// Whether a deal in it has operating costs that nobody knows.
    public let isCostUnknown: Bool
    private let sums: [Charge: Int64]

    fileprivate init(_ rows: ArraySlice<CashFlowTable.Row>, first: CashFlowTable.Row) {
      firstDay = first.firstDay
      lastDay = first.lastDay
      group = first.group.withoutCharge
      isCostUnknown = rows.contains(where: \.isCostUnknown)
      var sums: [Charge: Int64] = [:]
      for row in rows {
        if let charge = row.group.charge { sums[charge, default: 0] += row.minorUnits }
      }
      self.sums = sums
    }

    /// The posted sum of a charge in minor units; `nil` where it does not occur.
    public func amount(of charge: Charge) -> Int64? { sums[charge] }

    /// Posted base and renewal rent, before a credit for late delivery.
    public var rent: Int64 { (sums[.baseRent] ?? 0) + (sums[.renewalRent] ?? 0) }

    /// The posted sum of all charges of NOI; `nil` where operating costs are unknown.
    public var netOperatingIncome: Int64? {
      isCostUnknown ? nil : sums.reduce(0) { $1.key.isInNOI ? $0 + $1.value : $0 }
    }

    /// Operating and power cost that no recovery pays back, positive; `nil` where it is unknown.
    ///
    /// An administration fee can make it negative.
    public var leakage: Int64? {
      let charges: [Charge] = [.operatingCost, .powerCost, .recovery, .powerRecovery]
      return isCostUnknown ? nil : -charges.reduce(0) { $0 + (sums[$1] ?? 0) }
    }

    /// An amount over the rent of the period; `nil` where there is none.
    public func shareOfRent(_ minorUnits: Int64) -> Double? {
      rent == 0 ? nil : Double(minorUnits) / Double(rent)
    }
  }

  /// Bridges every period of a request from rent to NOI.
  ///
  /// - Throws: `AnalysisProblem.currenciesMixed`.
  public init(
    of deals: [DealCashFlows], case projectionCase: ProjectionCase, request: CashFlowRequest
  ) throws(AnalysisProblem) {
    var split = request
    split.groups = request.groups.filter { $0 != .charge } + [.charge]
    let table = try CashFlowTable(of: deals, case: projectionCase, request: split)
    self.request = request
    self.projectionCase = projectionCase
    currency = table.currency
    rows = Self.rows(of: table.rows.filter { $0.group.charge?.isInNOI == true })
    let isOne = deals.count == 1 && deals.first?.isSpliced == false
    costLines = isOne ? deals.first?.projection.costLines ?? [] : []
  }

  /// Joins the rows of one period and group, which stand beside each other.
  private static func rows(of rows: [CashFlowTable.Row]) -> [Row] {
    var joined: [Row] = []
    var start = rows.startIndex
    while start < rows.endIndex {
      let first = rows[start]
      let end =
        rows[start...].firstIndex {
          $0.period != first.period || $0.group.withoutCharge != first.group.withoutCharge
        } ?? rows.endIndex
      joined.append(Row(rows[start..<end], first: first))
      start = end
    }
    return joined
  }
}
