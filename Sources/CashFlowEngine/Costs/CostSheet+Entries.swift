import FinanceBasics
import LeaseModel

extension CostSheet {
  /// What a lease pays and receives for a hall beside rent: costs in the order of the deal, the
  /// restoration, then other income.
  static func compiled(
    _ lease: Lease, hall: Int, term: HallTerm, plan: RenewalPlan
  ) -> (entries: [Entry], courses: [CostCourse]) {
    let setting = CostSetting(lease, hall: hall, term: term, plan: plan)
    var entries: [Entry] = []
    var courses: [CostCourse] = []
    func add(_ line: CostLine, kind: CostLine.Kind?, _ role: Role) {
      var compiler = CostCompiler(line, in: setting)
      entries.append(Entry(name: line.name, kind: kind, role: role))
      courses.append(compiler.course())
    }
    switch lease.operatingCosts {
    case .unknown: break
    case .margin(let margin):
      // What a margin leaves for cost is a share of rent.
      let line = CostLine(name: "margin", amount: .shareOfRent(ExactDecimal.one - margin))
      add(line, kind: nil, .operating)
    case .lines(let lines):
      for line in lines { add(line, kind: line.kind, line.kind.isPower ? .power : .operating) }
    }
    if let cost = lease.restorationCost {
      entries.append(Entry(name: "restoration", kind: nil, role: .operating))
      courses.append(CostCourse(restoration: cost, in: setting))
    }
    for income in lease.otherIncome { add(income.line, kind: nil, .income) }
    return (entries, courses)
  }
}

extension CostCourse {
  /// The hall's part of the restoration, as the cost of all of its last month in force.
  fileprivate init(restoration cost: ExactDecimal, in setting: CostSetting) {
    let line = CostLine(name: "restoration", amount: .perYear(cost))
    let last = setting.term.lastDay.map { MonthDay($0) }
    let start = last?.firstOfMonth ?? setting.term.start
    let end = last == nil ? start : start.adding(months: 1)
    let piece = CostPiece(
      end: end, cost: cost.real.times(setting.leaseShare), base: .zero, floor: .zero, cap: .zero,
      isAbated: false)
    self.init(
      .month, from: start, to: end, pieces: [piece], recovery: RecoveryTerms(line, in: setting),
      proration: setting.lease.rules.proration)
  }
}

extension IncomeLine {
  /// The income as a line that nobody pays back.
  fileprivate var line: CostLine {
    let inFirstYear: CostLine.Amount =
      switch amount.amount {
      case .perKilowattMonth(let value): .perKilowattMonth(value)
      case .perYear(let value): .perYear(value)
      }
    return CostLine(
      name: name, amount: inFirstYear, growth: amount.growth, growthDay: growthDay)
  }
}
