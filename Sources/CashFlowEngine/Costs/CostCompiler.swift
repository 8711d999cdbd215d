import FinanceBasics
import LeaseModel

/// Follows a cost line through its days, and writes down a piece for each change.
struct CostCompiler {
  private let line: CostLine
  private let setting: CostSetting
  private let growth: CostGrowth
  private let kept: KeptShares
  /// In use, where the line depends on them.
  private let megawatts: MegawattCourse?
  /// Of the line before growth, times the prices of the day that its base is taken at.
  private let unit: PreciseReal
  private let baseUnit: PreciseReal
  private let abatedDays: Range<MonthDay>
  private let isShare: Bool

  private var level: PriceLevel
  private var limits: LimitLevels

  init(_ line: CostLine, in setting: CostSetting) {
    self.line = line
    self.setting = setting
    growth = CostGrowth(line.growthDay, of: setting.lease, term: setting.term)
    kept = KeptShares(line.reductions, term: setting.term)
    isShare = line.amount.isShare
    megawatts =
      line.amount.isOfMegawattsInUse ? MegawattCourse(setting.hall, term: setting.term) : nil
    unit = setting.unit(of: line.amount)
    let priceGrowth = isShare ? .zero : line.growth
    level = PriceLevel(growth: priceGrowth)
    limits = LimitLevels(line.recovery, in: setting)
    let abates = setting.abatement(of: line.kind) != nil
    abatedDays =
      abates ? setting.term.abatedDays : setting.term.start..<setting.term.start
    if let day = line.recovery.priceDay(commencement: setting.term.start) {
      var baseLevel = PriceLevel(growth: priceGrowth)
      baseUnit = unit.times(baseLevel.value(after: growth.count(at: day)))
        .times(kept.share(at: day).kept)
    } else {
      baseUnit = .zero
    }
  }

  /// The line on all its days.
  mutating func course() -> CostCourse {
    let (start, end) = setting.days(of: line)
    return CostCourse(
      line.amount.measure, from: start, to: end, pieces: pieces(from: start, to: end),
      recovery: RecoveryTerms(line, in: setting), proration: setting.lease.rules.proration)
  }

  private mutating func pieces(from start: MonthDay, to end: MonthDay) -> [CostPiece] {
    var pieces: [CostPiece] = []
    var day = start
    var count = growth.count(at: day)
    let isGrowing = !level.isFlat || limits.isGrowing
    while day < end {
      var next = end
      if isGrowing { next = min(next, growth.beginning(ofCount: count + 1)) }
      pieces.append(piece(from: day, to: &next, growths: count))
      day = next
      if isGrowing, day >= growth.beginning(ofCount: count + 1) { count += 1 }
    }
    return pieces
  }

  /// The piece from a day on, which ends at a bound or at the first change before it.
  private mutating func piece(
    from day: MonthDay, to next: inout MonthDay, growths: Int
  ) -> CostPiece {
    let (kept, keptUntil) = kept.share(at: day)
    next = min(next, keptUntil)
    let scale = scale(at: day, &next)
    if day < abatedDays.lowerBound { next = min(next, abatedDays.lowerBound) }
    let isAbated = abatedDays.contains(day)
    if isAbated { next = min(next, abatedDays.upperBound) }
    let costScale = isShare ? .one : scale
    let limit = limits.amounts(after: growths, scale: limitScale(at: day))
    return CostPiece(
      end: next, cost: unit.times(level.value(after: growths)).times(kept).times(costScale),
      base: limit.base ?? baseUnit.times(costScale), floor: limit.floor, cap: limit.cap,
      isAbated: isAbated)
  }

  /// By how much the day counts, times the megawatts in use where the line depends on them.
  private func scale(at day: MonthDay, _ next: inout MonthDay) -> PreciseReal {
    let (weight, until) = setting.weights.weight(at: day)
    next = min(next, until)
    guard let (stage, stageUntil) = megawatts?.stage(at: day) else { return weight }
    next = min(next, stageUntil)
    return weight.times(stage.delivered.real)
  }

  /// By how much the day counts, whatever is in use.
  private func limitScale(at day: MonthDay) -> PreciseReal {
    setting.weights.weight(at: day).weight
  }
}

extension CostLine.Amount {
  var isShare: Bool {
    switch self {
    case .shareOfRent, .shareOfPower: true
    case .perKilowattMonth, .perYear, .perMegawattHour, .perKilowattMonthOfDemand: false
    }
  }

  var isOfMegawattsInUse: Bool {
    switch self {
    case .perMegawattHour, .perKilowattMonthOfDemand: true
    case .perKilowattMonth, .perYear, .shareOfRent, .shareOfPower: false
    }
  }

  /// What the amount is multiplied by.
  fileprivate var measure: CostCourse.Measure {
    switch self {
    case .perKilowattMonth, .perYear, .perKilowattMonthOfDemand: .month
    case .perMegawattHour: .day
    case .shareOfRent: .rent
    case .shareOfPower: .power
    }
  }
}
