import CashFlowEngine
import FinanceBasics
import LeaseModel

/// What of each month's base rent the named guarantors of a deal stand behind.
///
/// A guarantee covers the rents of its days in the order in which they are due, until its cap is
/// used up; where its cap steps down, never more than the step leaves. Of two guarantees of the same
/// rent the first in the file comes first. Without a published cap or end a guarantee covers the
/// whole base term.
struct GuaranteeCover {
  private var parts: [Place: Int64] = [:]

  private struct Place: Hashable {
    let version: Int
    let hall: Int
    let month: YearMonth
  }

  /// Whether the deal's sources speak of support at all.
  let isStated: Bool

  /// A guarantee, with the lease years that it is stated for; `nil` of the whole lease.
  typealias Support = (terms: CreditSupport, leaseYears: Range<Int>?)

  /// The cover of the deal's version in force.
  ///
  /// - Parameters:
  ///   - date: Rents due before it are paid, and use up no cap.
  ///   - isCapped: Whether caps are used up by the rents in their order; without them what counts is
  ///     which rents a guarantor would pay, whenever the tenant defaults.
  init(of flows: DealCashFlows, from date: CalendarDate = .earliest, isCapped: Bool = true) {
    let deal = flows.analysed.deal
    isStated = deal.fields.contains { field in
      field.block == .terms && field.path.description.contains("creditSupport")
    }
    let supports = Self.supports(of: deal.terms)
    guard !supports.isEmpty else { return }
    var rents: [DealCashFlows.Amount] = []
    flows.forEachAmount(in: .always, by: .accrual) { amount in
      if amount.charge == .baseRent, amount.minorUnits > 0, amount.due >= date {
        rents.append(amount)
      }
    }
    rents.sort { ($0.due, $0.month, $0.hall) < ($1.due, $1.month, $1.hall) }
    for support in supports { cover(rents, of: flows, by: support, isCapped: isCapped) }
  }

  /// The guarantees that name a guarantor, in the order of the file.
  static func supports(of terms: DealTerms) -> [Support] {
    let whole = terms.creditSupport.map { (terms: $0, leaseYears: Range<Int>?.none) }
    let ofPeriods = terms.periods.flatMap { period in
      period.creditSupport.map { (terms: $0, leaseYears: Optional(period.leaseYears)) }
    }
    return (whole + ofPeriods).filter { $0.terms.guarantor != nil }
  }

  private mutating func cover(
    _ rents: [DealCashFlows.Amount], of flows: DealCashFlows, by guarantee: Support,
    isCapped: Bool
  ) {
    let (support, leaseYears) = guarantee
    let steps = isCapped ? support.steps : []
    var left = (isCapped ? support.upTo?.value.minorUnits : nil) ?? Int64.max
    for rent in rents {
      let hall = flows.projection(ofVersion: rent.version).lease.halls[rent.hall]
      for step in steps where step.value.start.day(in: hall.baseTerm) <= rent.due {
        left = min(left, step.value.upTo.minorUnits ?? left)
      }
      let place = Place(version: rent.version, hall: rent.hall, month: rent.month)
      let days = support.days(of: hall, leaseYears: leaseYears)
      let inCover = share(
        of: rent.minorUnits, in: rent.month, force: hall.baseTerm, on: days)
      let open = rent.minorUnits - (parts[place] ?? 0)
      let part = max(0, min(inCover, open, left))
      guard part > 0 else { continue }
      left -= part
      parts[place, default: 0] += part
    }
  }

  /// The part of an amount of base rent that is covered, in minor units.
  func part(of amount: DealCashFlows.Amount) -> Int64 {
    guard amount.charge == .baseRent else { return 0 }
    let place = Place(version: amount.version, hall: amount.hall, month: amount.month)
    return min(parts[place] ?? 0, amount.minorUnits)
  }

  /// What is covered of each version's rents, in minor units.
  var totals: [Int: Int64] {
    parts.reduce(into: [:]) { $0[$1.key.version, default: 0] += $1.value }
  }
}

extension RentStep.Start {
  /// The day from which a step holds for a hall.
  func day(in term: Range<CalendarDate>) -> CalendarDate {
    switch self {
    case .date(let date): date
    case .leaseYear(let year): term.lowerBound.adding(months: (year - 1) * 12)
    }
  }
}

extension CreditSupport {
  /// The days of a hall's base term that the support covers.
  func days(of hall: Hall, leaseYears: Range<Int>?) -> Range<CalendarDate> {
    var days = hall.baseTerm
    let start = hall.baseTerm.lowerBound
    if let leaseYears {
      let part =
        start.adding(
          months: leaseYears.lowerBound * 12)..<start.adding(
          months: leaseYears.upperBound * 12)
      days = days.clamped(to: part)
    }
    if let effective = effective?.value.last, effective > days.lowerBound {
      days = min(effective, days.upperBound)..<days.upperBound
    }
    switch through?.value {
    case .date(let last): return days.clamped(to: CalendarDate.earliest..<last.adding(days: 1))
    case .leaseYear(let year):
      return days.clamped(to: CalendarDate.earliest..<start.adding(months: year * 12))
    case nil: return days
    }
  }
}
