public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// The posted cash flows of deals by period and group; every row is a sum of posted cents.
public struct CashFlowTable: Sendable {
  /// What was asked.
  public let request: CashFlowRequest
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// Of every amount.
  public let currency: Currency
  /// By period, then by the groups in the order asked for.
  public let rows: [Row]

  /// The sum of one group in one period.
  public struct Row: Hashable, Sendable {
    /// The days of the period that were asked for, both included.
    public let firstDay: CalendarDate
    /// The last day, included.
    public let lastDay: CalendarDate
    /// What the row is split by.
    public let group: Group
    /// The sum of posted amounts; received is positive.
    public let minorUnits: Int64
    /// Whether a deal in the row has operating costs that nobody knows, so that no NOI can be stated.
    public let isCostUnknown: Bool
  }

  /// What a row is split by; `nil` where it is not.
  public struct Group: Hashable, Sendable {
    /// Whose deals, where rows are split by landlord.
    public var landlord: PartyID?
    /// Which deal, where rows are split by deal.
    public var deal: DealID?
    /// The name of the hall, where rows are split by hall.
    public var hall: String?
    /// Which charge, where rows are split by charge.
    public var charge: Charge?
    /// Order among the halls of the deal.
    fileprivate var hallOrder = 0

    fileprivate init() {}
  }

  /// - Throws: `AnalysisProblem.currenciesMixed`.
  public init(
    of deals: [DealCashFlows], case projectionCase: ProjectionCase, request: CashFlowRequest
  ) throws(AnalysisProblem) {
    self.request = request
    self.projectionCase = projectionCase
    currency = try commonCurrency(of: deals)
    var sums: [Key: Int64] = [:]
    var unknown: Set<Key> = []
    var months: Range<YearMonth>?
    for deal in deals {
      let isCostUnknown = deal.projection.netOperatingIncome == nil
      deal.forEachAmount(in: request.days, by: request.dates) { amount in
        let isByDay = request.dates == .cash || amount.charge.isDated
        let month = isByDay ? amount.due.yearMonth : amount.month
        months =
          months.map {
            min($0.lowerBound, month)..<max($0.upperBound, month.adding(months: 1))
          } ?? month..<month.adding(months: 1)
        let key = Key(
          period: request.length.firstMonth(ofPeriodWith: month) ?? YearMonth(index: 0),
          group: Self.group(of: amount, in: deal.analysed.deal, by: request.groups))
        sums[key, default: 0] += amount.minorUnits
        if isCostUnknown { unknown.insert(key) }
      }
    }
    rows = Self.sorted(sums).map { key, sum in
      let days = Self.days(of: key.period, request: request, months: months)
      return Row(
        firstDay: days.lowerBound, lastDay: days.upperBound.adding(days: -1), group: key.group,
        minorUnits: sum, isCostUnknown: unknown.contains(key))
    }
  }

  private struct Key: Hashable {
    let period: YearMonth
    let group: Group
  }

  private static func group(
    of amount: DealCashFlows.Amount, in deal: Deal, by groups: [CashFlowGrouping]
  ) -> Group {
    var group = Group()
    for grouping in groups {
      switch grouping {
      case .charge: group.charge = amount.charge
      case .hall:
        group.hall = amount.hallName
        group.hallOrder = amount.hall
      case .deal: group.deal = deal.id
      case .landlord: group.landlord = deal.terms.landlord?.value
      }
    }
    return group
  }

  /// By period, landlord, deal, hall in the deal's order, and charge in the order of `Charge`.
  private static func sorted(_ sums: [Key: Int64]) -> [(key: Key, value: Int64)] {
    sums.sorted { left, right in
      let (a, b) = (left.key, right.key)
      if a.period != b.period { return a.period < b.period }
      let (x, y) = (a.group, b.group)
      if x.landlord != y.landlord { return (x.landlord?.text ?? "") < (y.landlord?.text ?? "") }
      if x.deal != y.deal { return (x.deal?.text ?? "") < (y.deal?.text ?? "") }
      if x.hallOrder != y.hallOrder { return x.hallOrder < y.hallOrder }
      if x.hall != y.hall { return (x.hall ?? "") < (y.hall ?? "") }
      return order(of: x.charge) < order(of: y.charge)
    }
  }

  private static func order(of charge: Charge?) -> Int {
    charge.flatMap(Charge.allCases.firstIndex(of:)) ?? -1
  }

  /// The days of a period, cut to those asked for.
  private static func days(
    of period: YearMonth, request: CashFlowRequest, months: Range<YearMonth>?
  ) -> Range<CalendarDate> {
    let whole: Range<CalendarDate>
    if request.length == .total {
      let covered = months ?? period..<period.adding(months: 1)
      whole = covered.lowerBound.firstDay..<covered.upperBound.firstDay
    } else {
      whole = period.firstDay..<period.adding(months: request.length.monthCount).firstDay
    }
    return whole.clamped(to: request.days)
  }
}
