import Analysis
import FinanceBasics
import LeaseModel
import TestSupport

@testable import Reconciliation

/// What companies publish of a deal, and how they round it.
extension AnnouncementGenerator {
  /// An amount that may be published.
  struct Amount {
    /// Its place in the file.
    let path: String
    /// What the engine makes of the true terms; of a percentage in percent.
    let value: PreciseReal
    var unit = "USD"
    /// In hundredths, how often it is published.
    var chance = 75
  }

  /// A published figure.
  struct Published {
    let path: String
    let text: String
    let value: PreciseReal
  }

  /// Every amount that is published of deals.
  ///
  /// - Parameter hasCapital: Whether cost, debt and yield are, too.
  static func amounts(
    _ truth: Truth, _ deal: AnalysedDeal, hasCapital: Bool = false
  ) throws -> [Amount] {
    let projected = try ProjectedLease(deal.resolution.get().lease)
    let value = projected.contractValue
    let income = projected.operatingIncome ?? .zero
    let years = projected.years(truth.average)
    let renewals = projected.renewalRent.map {
      Amount(path: "contractValueWithRenewals", value: value.plus($0))
    }
    return [
      Amount(path: "rent.contractValue", value: value, chance: 100),
      Amount(path: "cumulativeNOI", value: income),
      Amount(path: "averageAnnualNOI", value: income.divided(by: years)),
      Amount(path: "averageAnnualRevenue", value: value.divided(by: years), chance: 40),
      Amount(path: "annualisedRevenue", value: projected.annualisedRent),
      Amount(
        path: "rate", value: PreciseReal(integer: truth.rent * 12), unit: "USD/MW-IT-year",
        chance: 33),
    ] + [renewals].compactMap(\.self) + (hasCapital ? capitalAmounts(truth, projected) : [])
  }

  private static func capitalAmounts(_ truth: Truth, _ projected: ProjectedLease) -> [Amount] {
    let cost = PreciseReal(integer: truth.capital).times(truth.megawatts)
    let yield = (projected.stabilisedIncome ?? .zero).divided(by: cost).times(100)
    return [
      Amount(
        path: "capitalCostPerMegawatt", value: PreciseReal(integer: truth.capital),
        unit: "USD/MW-IT", chance: 50),
      Amount(path: "capitalCost", value: cost, chance: 50),
      Amount(path: "debt", value: cost.times(PreciseReal(truth.loan, over: 1000)), chance: 50),
      Amount(
        path: "loanToCost", value: PreciseReal(truth.loan, over: 10), unit: "%", chance: 50),
      Amount(path: "yieldOnCost", value: yield, unit: "%", chance: 50),
    ]
  }

  /// Some of the amounts, rounded as press releases round.
  mutating func published(_ amounts: [Amount]) -> [Published] {
    var figures: [Published] = []
    for amount in amounts where pick(1...100) <= amount.chance {
      let text = rounded(amount.value, unit: amount.unit)
      figures.append(Published(path: amount.path, text: text, value: amount.value))
    }
    return figures
  }

  /// A number as a release prints it: two to four digits, with words before it, or as a range.
  mutating func rounded(_ amount: PreciseReal, unit name: String = "USD") -> String {
    let isMoney = name != "%"
    let (word, unit): (String, Double) =
      !isMoney ? ("", 1) : amount.doubleValue >= 1e9 ? (" bn", 1e9) : (" M", 1e6)
    let scaled = amount.doubleValue / unit
    let whole = scaled >= 100 ? 3 : scaled >= 10 ? 2 : 1
    let places = max(0, [2, 3, 3, 4][pick(0...3)] - whole)
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let text = { (count: Double) -> String in
      "\(ExactDecimal(digits: Int128(count), fractionDigits: places))"
    }
    let (below, nearest) = ((scaled * power).rounded(.down), (scaled * power).rounded())
    switch pick(0...11) {
    case 0: return "over \(text(below))\(word) \(name)"
    case 1: return "more than \(text(below))\(word) \(name)"
    case 2 where !isMoney: return "at least \(text(below))\(word) \(name)"
    case 3: return "about \(text(nearest))\(word) \(name)"
    case 4: return "up to \(text(below + 1))\(word) \(name)"
    case 5:
      let ends = ["\(text(below))\(word)", "\(text(below + 1))\(word)"]
      return isMoney ? ends.joined(separator: " to ") + " \(name)" : "\(ends[0]) % to \(ends[1]) %"
    default: return "\(text(nearest))\(word) \(name)"
    }
  }
}
