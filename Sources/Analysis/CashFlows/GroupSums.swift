import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Sums by group and period, kept densely by period: what a table of cash flows is made of.
struct GroupSums {
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
    let actuals = flows.actuals
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
      var sum = PeriodSum(minorUnits: amount.minorUnits, isCostUnknown: isCostUnknown)
      if let actuals {
        let hall = flows.projection(ofVersion: amount.version).lease.halls[amount.hall].name
        sum.take(actuals.origin(of: amount, hall: hall))
      }
      groups[place].periods.add(sum, at: request.length.index(ofPeriodWith: month))
    }
    actuals?.forEachDifference(in: request.days, by: request.dates) { flow, part in
      let month = isByCash || flow.charge.isDated ? flow.due.yearMonth : flow.month
      first = min(first, month)
      end = max(end, month)
      var sum = PeriodSum(minorUnits: part, isCostUnknown: isCostUnknown)
      sum.take(.billed)
      sum.differenceMinorUnits = part
      let place = self.place(of: Self.group(of: flow, in: flows, by: request.groups))
      groups[place].periods.add(sum, at: request.length.index(ofPeriodWith: month))
    }
    guard first <= end else { return }
    let own = first..<end.adding(months: 1)
    months = months.map {
      min($0.lowerBound, own.lowerBound)..<max($0.upperBound, own.upperBound)
    }
    months = months ?? own
  }

  private mutating func place(of amount: DealCashFlows.Amount, in flows: DealCashFlows) -> Int {
    place(of: Self.group(of: amount, in: flows, by: request.groups))
  }

  private mutating func place(of group: CashFlowTable.Group) -> Int {
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

  private static func group(
    of flow: ActualFlow, in flows: DealCashFlows, by groups: [CashFlowGrouping]
  ) -> CashFlowTable.Group {
    var group = CashFlowTable.Group()
    for grouping in groups {
      switch grouping {
      case .charge: group.charge = flow.charge
      case .hall:
        group.hall = flow.hall
        group.hallOrder = flows.hallOrder(of: flow)
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
            period: period, minorUnits: sum.minorUnits, isCostUnknown: sum.isCostUnknown,
            billedMinorUnits: sum.billedMinorUnits,
            differenceMinorUnits: sum.differenceMinorUnits, origin: sum.origin))
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
