import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The costs and recoveries of a lease day by day, as the rules read: slow, and without stretches.
struct NaiveCosts {
  struct Key: Hashable {
    let charge: Charge
    let hall: Int
    let month: YearMonth
  }

  /// What a line comes to in a month, in currency units.
  private struct Sums {
    var cost = PreciseReal.zero
    var base = PreciseReal.zero
    var floor = PreciseReal.zero
    var cap = PreciseReal.zero
    var days = 0
    var abatedDays = 0
    var passed = PreciseReal.zero
  }

  /// The exact amounts of each cell in currency units.
  private(set) var cells: [Key: PreciseReal] = [:]
  private let lease: Lease
  private let megawatts: PreciseReal

  init(_ projection: Projection) {
    lease = projection.lease
    megawatts = lease.criticalIT.real
    let lines: [CostLine] =
      switch lease.operatingCosts {
      case .unknown: []
      case .margin(let margin):
        [CostLine(name: "margin", amount: .shareOfRent(ExactDecimal.one - margin))]
      case .lines(let lines): lines
      }
    var rents: [Key: PreciseReal] = [:]
    for run in projection.runs where run.charge == .baseRent || run.charge == .renewalRent {
      for offset in 0..<run.monthCount {
        let month = run.firstMonth.adding(months: offset)
        rents[Key(charge: .baseRent, hall: run.hall, month: month), default: .zero] =
          (rents[Key(charge: .baseRent, hall: run.hall, month: month)] ?? .zero).plus(run.exact)
      }
    }
    for hall in lease.halls.indices {
      let days = NaiveCostDays(lease, hall: hall, case: projection.projectionCase)
      addCosts(of: lines, hall: hall, days: days) {
        rents[Key(charge: .baseRent, hall: hall, month: $0)] ?? .zero
      }
      for income in lease.otherIncome { add(income, hall: hall, days: days) }
      guard let restoration = lease.restorationCost, !days.inForce.isEmpty else { continue }
      let last = days.inForce.upperBound.adding(days: -1).yearMonth
      add(ofLease(restoration, days).negated, .operatingCost, hall, last)
    }
  }

  private mutating func add(
    _ amount: PreciseReal, _ charge: Charge, _ hall: Int, _ month: YearMonth
  ) {
    let key = Key(charge: charge, hall: hall, month: month)
    cells[key] = (cells[key] ?? .zero).plus(amount)
  }

  private mutating func addCosts(
    of lines: [CostLine], hall: Int, days: NaiveCostDays, rent: (YearMonth) -> PreciseReal
  ) {
    var power: [YearMonth: (cost: PreciseReal, passed: PreciseReal)] = [:]
    for line in lines.filter({ !$0.isShareOfPower }) + lines.filter(\.isShareOfPower) {
      for (month, stretch) in months(of: days.days(of: line)) {
        var whole = (cost: rent(month), passed: rent(month))
        if line.isShareOfPower { whole = power[month] ?? (.zero, .zero) }
        let sums = sums(of: line, stretch, days, whole: whole)
        if line.kind == .power, !line.isShareOfPower {
          let sum = power[month] ?? (.zero, .zero)
          power[month] = (sum.cost.plus(sums.cost), sum.passed.plus(sums.passed))
        }
        let isPower = line.kind == .power
        add(sums.cost.negated, isPower ? .powerCost : .operatingCost, hall, month)
        if line.recovery.share > .zero || line.recovery.floor != nil {
          add(
            recovered(sums, of: line, days.hall), isPower ? .powerRecovery : .recovery, hall, month)
        }
      }
    }
  }

  private mutating func add(_ income: IncomeLine, hall: Int, days: NaiveCostDays) {
    for (month, stretch) in months(of: days.inForce) {
      let part = days.part(of: stretch)
      for date in dates(of: stretch) {
        add(
          limit(income.amount, growths: days.growths(on: date, income.growthDay), days)
            .times(days.weight(on: date)).times(part), .otherIncome, hall, month)
      }
    }
  }

  private func recovered(_ sums: Sums, of line: CostLine, _ hall: Hall) -> PreciseReal {
    let recovery = line.recovery
    var amount = max(.zero, sums.passed.minus(sums.base)).times(recovery.share.real)
    if recovery.floor != nil { amount = max(amount, sums.floor) }
    if recovery.cap != nil { amount = min(amount, sums.cap) }
    amount = amount.times((ExactDecimal.one + recovery.adminFee).real)
    let charge: Abatement.Charge = line.kind == .power ? .powerRecovery : .recovery
    guard let abatement = hall.abatement, abatement.charges.contains(charge) else { return amount }
    let off = abatement.share.real.times(PreciseReal(sums.abatedDays, over: sums.days))
    return amount.times(PreciseReal.one.minus(off))
  }

  /// - Parameter whole: What a share is taken of.
  private func sums(
    of line: CostLine, _ stretch: Range<CalendarDate>, _ days: NaiveCostDays,
    whole: (cost: PreciseReal, passed: PreciseReal)
  ) -> Sums {
    var sums = Sums()
    let part = days.part(of: stretch)
    let baseDay: CalendarDate? =
      switch line.recovery.base {
      case .firstLeaseYear: days.inForce.lowerBound
      case .day(let date): date
      case .amount, nil: nil
      }
    for date in dates(of: stretch) {
      let growths = days.growths(on: date, line.growthDay)
      let quantity = quantity(of: line, on: date, days, part: part)
      sums.cost = sums.cost.plus(quantity.times(prices(of: line, on: date, days)))
      if let baseDay {
        sums.base = sums.base.plus(quantity.times(prices(of: line, on: baseDay, days)))
      }
      let scale = days.weight(on: date).times(part)
      func limited(_ bound: CostLimit?) -> PreciseReal {
        bound.map { limit($0, growths: growths, days).times(scale) } ?? .zero
      }
      if case .amount(let stop) = line.recovery.base { sums.base = sums.base.plus(limited(stop)) }
      sums.floor = sums.floor.plus(limited(line.recovery.floor))
      sums.cap = sums.cap.plus(limited(line.recovery.cap))
      sums.days += 1
      if days.isAbated(date) { sums.abatedDays += 1 }
    }
    if let fraction = line.fraction {
      let share = fraction.times(days.kept(on: stretch.lowerBound, line))
      sums.cost = whole.cost.times(share)
      sums.passed = whole.passed.times(share)
      return sums
    }
    let passed = passedPart(of: line)
    sums.passed = sums.cost.times(passed)
    if baseDay != nil { sums.base = sums.base.times(passed) }
    return sums
  }

  private func passedPart(of line: CostLine) -> PreciseReal {
    guard line.kind == .power, line.isOfPowerInUse, let use = lease.power,
      let guaranteed = use.guaranteedPUE
    else { return .one }
    return min(.one, guaranteed.real.divided(by: use.powerUsageEffectiveness.real))
  }

  private func prices(
    of line: CostLine, on date: CalendarDate, _ days: NaiveCostDays
  ) -> PreciseReal {
    (ExactDecimal.one + line.growth).real.raised(to: days.growths(on: date, line.growthDay))
      .times(days.kept(on: date, line))
  }

  /// The cost of a day at first prices, as far as the day counts.
  private func quantity(
    of line: CostLine, on date: CalendarDate, _ days: NaiveCostDays, part: PreciseReal
  ) -> PreciseReal {
    let weight = days.weight(on: date)
    let pue = lease.power?.powerUsageEffectiveness.real ?? .one
    switch line.amount {
    case .perKilowattMonth(let amount):
      return amount.real.times(1000).times(days.hall.criticalIT.real).times(part).times(weight)
    case .perYear(let amount):
      return ofLease(amount, days).divided(by: PreciseReal(integer: 12)).times(part).times(weight)
    case .perMegawattHour(let price):
      return price.real.times(days.delivered(on: date)).times(pue)
        .times(lease.power?.loadFactor.real ?? .one).times(24).times(weight)
    case .perKilowattMonthOfDemand(let price):
      return price.real.times(1000).times(days.delivered(on: date)).times(pue).times(part)
        .times(weight)
    case .shareOfRent, .shareOfPower: return .zero
    }
  }

  private func limit(_ limit: CostLimit, growths: Int, _ days: NaiveCostDays) -> PreciseReal {
    let level = (ExactDecimal.one + limit.growth).real.raised(to: growths)
    switch limit.amount {
    case .perKilowattMonth(let amount):
      return amount.real.times(1000).times(days.hall.criticalIT.real).times(level)
    case .perYear(let amount):
      return ofLease(amount, days).divided(by: PreciseReal(integer: 12)).times(level)
    }
  }

  /// The hall's part of an amount of the whole lease.
  private func ofLease(_ amount: ExactDecimal, _ days: NaiveCostDays) -> PreciseReal {
    amount.real.times(days.hall.criticalIT.real).divided(by: megawatts)
  }

  private func dates(of days: Range<CalendarDate>) -> [CalendarDate] {
    (0..<days.lowerBound.days(until: days.upperBound)).map { days.lowerBound.adding(days: $0) }
  }

  /// The days of a stretch, month by month.
  private func months(
    of days: Range<CalendarDate>
  ) -> [(month: YearMonth, days: Range<CalendarDate>)] {
    guard !days.isEmpty else { return [] }
    let first = days.lowerBound.yearMonth
    let last = days.upperBound.adding(days: -1).yearMonth
    return (0...first.months(until: last)).map { offset in
      let month = first.adding(months: offset)
      return (month, days.clamped(to: month.days))
    }
  }
}

extension CostLine {
  fileprivate var isShareOfPower: Bool {
    if case .shareOfPower = amount { true } else { false }
  }

  fileprivate var isOfPowerInUse: Bool {
    switch amount {
    case .perMegawattHour, .perKilowattMonthOfDemand: true
    case .perKilowattMonth, .perYear, .shareOfRent, .shareOfPower: false
    }
  }

  fileprivate var fraction: PreciseReal? {
    switch amount {
    case .shareOfRent(let fraction), .shareOfPower(let fraction): fraction.real
    case .perKilowattMonth, .perYear, .perMegawattHour, .perKilowattMonthOfDemand: nil
    }
  }
}
