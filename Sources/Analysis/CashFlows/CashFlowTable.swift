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
    /// Which period it is, by its place in the calendar.
    let period: Int
    /// The sum of posted amounts; received is positive.
    public let minorUnits: Int64
    /// Whether a deal in the row has operating costs that nobody knows, so that there is no NOI.
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
    var sums = GroupSums(request: request)
    for deal in deals { sums.add(deal) }
    rows = sums.rows
  }
}

extension CashFlowTable.Group {
  /// By landlord, deal, hall in the deal's order, and charge in the order of `Charge`.
  func isBefore(_ other: Self) -> Bool {
    if landlord != other.landlord { return (landlord?.text ?? "") < (other.landlord?.text ?? "") }
    if deal != other.deal { return (deal?.text ?? "") < (other.deal?.text ?? "") }
    if hallOrder != other.hallOrder { return hallOrder < other.hallOrder }
    if hall != other.hall { return (hall ?? "") < (other.hall ?? "") }
    return Self.order(of: charge) < Self.order(of: other.charge)
  }

  private static func order(of charge: Charge?) -> Int {
    charge.flatMap(Charge.allCases.firstIndex(of:)) ?? -1
  }

  /// The same group whatever the charge.
  var withoutCharge: Self {
    var group = self
    group.charge = nil
    return group
  }
}

/// Sums by group and period, kept densely by period: what a table of cash flows is made of.
private struct GroupSums {
  let request: CashFlowRequest
  private var places: [CashFlowTable.Group: Int] = [:]
  private var groups: [(group: CashFlowTable.Group, periods: PeriodSums)] = []
  /// The months of all amounts, as long as there are any.
  private var months: Range<YearMonth>?

  init(request: CashFlowRequest) {
    self.request = request
  }

  /// Adds every amount of a deal that was asked for.
  mutating func add(_ flows: DealCashFlows) {
    let isCostUnknown = flows.projection.netOperatingIncome == nil
    let isByCash = request.dates == .cash
    var last: (charge: Charge, hall: Int, version: Int)?
    var place = 0
    var (first, end) = (YearMonth(index: .max), YearMonth(index: .min))
    flows.forEachAmount(in: request.days, by: request.dates) { amount in
      if last?.charge != amount.charge || last?.hall != amount.hall
        || last?.version != amount.version
      {
        last = (amount.charge, amount.hall, amount.version)
        place = self.place(of: amount, in: flows)
      }
      let month = isByCash || amount.charge.isDated ? amount.due.yearMonth : amount.month
      first = min(first, month)
      end = max(end, month)
      groups[place].periods.add(
        amount.minorUnits, at: request.length.index(ofPeriodWith: month),
        isCostUnknown: isCostUnknown)
    }
    guard first <= end else { return }
    let own = first..<end.adding(months: 1)
    months = months.map {
      min($0.lowerBound, own.lowerBound)..<max($0.upperBound, own.upperBound)
    }
    months = months ?? own
  }

  private mutating func place(of amount: DealCashFlows.Amount, in flows: DealCashFlows) -> Int {
    let group = Self.group(of: amount, in: flows, by: request.groups)
    if let place = places[group] { return place }
    places[group] = groups.count
    groups.append((group, PeriodSums()))
    return groups.count - 1
  }

  private static func group(
    of amount: DealCashFlows.Amount, in flows: DealCashFlows, by groups: [CashFlowGrouping]
  ) -> CashFlowTable.Group {
    var group = CashFlowTable.Group()
    for grouping in groups {
      switch grouping {
      case .charge: group.charge = amount.charge
      case .hall:
        let halls = flows.projection(ofVersion: amount.version).lease.halls
        group.hall = halls[amount.hall].name
        group.hallOrder = amount.hall
      case .deal: group.deal = flows.analysed.deal.id
      case .landlord: group.landlord = flows.analysed.deal.terms.landlord?.value
      }
    }
    return group
  }

  /// By period, landlord, deal, hall in the deal's order, and charge in the order of `Charge`.
  var rows: [CashFlowTable.Row] {
    let sorted = groups.sorted { $0.group.isBefore($1.group) }
    let starts = sorted.compactMap { $0.periods.indices.first }
    let ends = sorted.compactMap { $0.periods.indices.last }
    guard let first = starts.min(), let last = ends.max() else { return [] }
    var rows: [CashFlowTable.Row] = []
    for period in first...last {
      let days = days(ofPeriod: period)
      for (group, periods) in sorted {
        guard let sum = periods[period] else { continue }
        rows.append(
          CashFlowTable.Row(
            firstDay: days.lowerBound, lastDay: days.upperBound.adding(days: -1), group: group,
            period: period, minorUnits: sum.minorUnits, isCostUnknown: sum.isCostUnknown))
      }
    }
    return rows
  }

  /// The days of a period, cut to those asked for.
  private func days(ofPeriod period: Int) -> Range<CalendarDate> {
    let months = request.length.months(ofPeriod: period) ?? self.months
    guard let months else { return request.days }
    let whole = months.lowerBound.firstDay..<months.upperBound.firstDay
    return whole.clamped(to: request.days)
  }
}

/// The sums of one group by period, dense from the first period to the last.
private struct PeriodSums {
  private(set) var indices: Range<Int> = 0..<0
  private var sums: [Sum?] = []

  struct Sum {
    var minorUnits: Int64
    /// Whether a deal in the sum has operating costs that nobody knows.
    var isCostUnknown: Bool
  }

  subscript(period: Int) -> Sum? {
    indices.contains(period) ? sums[period - indices.lowerBound] : nil
  }

  mutating func add(_ minorUnits: Int64, at period: Int, isCostUnknown: Bool) {
    reach(period)
    let place = period - indices.lowerBound
    let sum = sums[place] ?? Sum(minorUnits: 0, isCostUnknown: false)
    sums[place] = Sum(
      minorUnits: sum.minorUnits + minorUnits,
      isCostUnknown: sum.isCostUnknown || isCostUnknown)
  }

  /// Makes room up to a period; months come in order, so that room is seldom made in front.
  private mutating func reach(_ period: Int) {
    if indices.isEmpty { indices = period..<period }
    if period >= indices.upperBound {
      sums.append(contentsOf: repeatElement(nil, count: period + 1 - indices.upperBound))
      indices = indices.lowerBound..<period + 1
    } else if period < indices.lowerBound {
      sums.insert(
        contentsOf: repeatElement(nil, count: indices.lowerBound - period), at: 0)
      indices = period..<indices.upperBound
    }
  }
}
