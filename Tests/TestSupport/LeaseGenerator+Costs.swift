import FinanceBasics
import LeaseModel

extension LeaseGenerator {
  mutating func operatingCosts() -> OperatingCosts {
    switch pick(3) {
    case 0 where has(.margin): return .margin(decimal(pick(1001), 3))
    case 1 where has(.costLines): break
    default: return .unknown
    }
    let simple = (0..<pick(4)).map { line("cost \($0 + 1)", isPower: false) }
    guard has(.power) else { return .lines(simple) }
    return .lines(simple + (0..<pick(4)).map { line("power \($0 + 1)", isPower: true) })
  }

  func usesPower(_ costs: OperatingCosts) -> Bool {
    guard case .lines(let lines) = costs else { return false }
    return lines.contains { line in
      switch line.amount {
      case .perMegawattHour, .perKilowattMonthOfDemand: true
      case .perKilowattMonth, .perYear, .shareOfRent, .shareOfPower: false
      }
    }
  }

  mutating func powerUse() -> PowerUse {
    PowerUse(
      powerUsageEffectiveness: decimal(110 + pick(60), 2),
      guaranteedPUE: pick(2) == 0 ? decimal(110 + pick(40), 2) : nil,
      loadFactor: decimal(50 + pick(51), 2))
  }

  private mutating func line(_ name: String, isPower: Bool) -> CostLine {
    let amount = isPower ? powerAmount() : costAmount()
    let isShare =
      switch amount {
      case .shareOfRent, .shareOfPower: true
      default: false
      }
    let start = commencement()
    return CostLine(
      name: name, kind: isPower ? .power : CostLine.Kind.allCases[1 + pick(6)], amount: amount,
      growth: chance(.growthOfCosts, oneIn: 2) && !isShare ? decimal(pick(60), 3) : .zero,
      growthDay: CostLine.GrowthDay.allCases[pick(2)], reductions: reductions(),
      from: chance(.growthOfCosts, oneIn: 6) ? start : nil,
      through: chance(.growthOfCosts, oneIn: 6) ? start.adding(days: 300 + pick(3000)) : nil,
      recovery: recovery(isShare: isShare))
  }

  private mutating func costAmount() -> CostLine.Amount {
    switch pick(5) {
    case 0: .perKilowattMonth(decimal(1 + pick(8000), 3))
    case 1 where has(.power): .shareOfRent(decimal(1 + pick(80), 3))
    default: .perYear(decimal(1 + pick(90_000_000), 2))
    }
  }

  private mutating func powerAmount() -> CostLine.Amount {
    switch pick(6) {
    case 0: .perKilowattMonthOfDemand(decimal(1 + pick(9000), 3))
    case 1: .perYear(decimal(1 + pick(90_000_000), 2))
    case 2: .shareOfPower(decimal(1 + pick(150), 3))
    default: .perMegawattHour(decimal(1 + pick(90_000), 3))
    }
  }

  private mutating func reductions() -> [CostReduction] {
    guard chance(.growthOfCosts, oneIn: 4) else { return [] }
    if pick(2) == 0 {
      let first = 1 + pick(3)
      return [
        CostReduction(from: .leaseYear(first), share: decimal(pick(101), 2)),
        CostReduction(from: .leaseYear(first + 1 + pick(5)), share: decimal(pick(101), 2)),
      ]
    }
    let first = commencement()
    return [
      CostReduction(from: .date(first), share: decimal(pick(101), 2)),
      CostReduction(from: .date(first.adding(days: 100 + pick(2000))), share: decimal(0, 0)),
    ]
  }

  private mutating func recovery(isShare: Bool) -> Recovery {
    let share = [decimal(0, 0), decimal(1, 0), decimal(pick(101), 2)][pick(3)]
    guard has(.recoveryLimits) else { return Recovery(share: share) }
    let base: Recovery.Base? =
      switch pick(6) {
      case 0 where !isShare: .firstLeaseYear
      case 1 where !isShare: .day(commencement())
      case 2: .amount(limit())
      default: nil
      }
    return Recovery(
      share: share, base: base, cap: pick(4) == 0 ? limit() : nil,
      floor: pick(5) == 0 ? limit() : nil, adminFee: pick(3) == 0 ? decimal(pick(16), 2) : .zero)
  }

  private mutating func limit() -> CostLimit {
    let growth = pick(2) == 0 ? decimal(pick(60), 3) : .zero
    return pick(2) == 0
      ? CostLimit(.perKilowattMonth(decimal(1 + pick(8000), 3)), growth: growth)
      : CostLimit(.perYear(decimal(1 + pick(90_000_000), 2)), growth: growth)
  }

  mutating func otherIncome() -> [IncomeLine] {
    guard chance(.otherIncome, oneIn: 3) else { return [] }
    return (0...pick(2)).map { place in
      IncomeLine(
        name: "income \(place + 1)", amount: limit(),
        growthDay: CostLine.GrowthDay.allCases[pick(2)])
    }
  }
}
