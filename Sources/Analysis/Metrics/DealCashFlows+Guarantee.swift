import CashFlowEngine
import FinanceBasics
import LeaseModel

extension DealCashFlows {
  /// The posted base rent that a named guarantor stands behind, up to each guarantee's cap.
  ///
  /// A guarantee without a published cap or end covers the whole base term. Never more than the rent.
  /// `nil` where no source speaks of support; zero where one says that there is none.
  func guaranteedRent(of deal: Deal) -> Int64? {
    let terms = deal.terms
    let isStated = deal.fields.contains { field in
      field.block == .terms && field.path.description.contains("creditSupport")
    }
    guard isStated else { return nil }
    let whole = projection.total(of: .baseRent)
    var covered: Int64 = 0
    for support in terms.creditSupport where support.guarantor != nil {
      covered += coveredRent(by: support, leaseYears: nil)
    }
    for period in terms.periods {
      for support in period.creditSupport where support.guarantor != nil {
        covered += coveredRent(by: support, leaseYears: period.leaseYears)
      }
    }
    return min(whole, covered)
  }

  private func coveredRent(by support: CreditSupport, leaseYears: Range<Int>?) -> Int64 {
    let halls = projection.lease.halls
    let days = halls.map { hall in
      support.days(of: hall, leaseYears: leaseYears)
    }
    var sum: Int64 = 0
    projection.forEachCell { cell in
      guard cell.charge == .baseRent else { return }
      sum += share(of: cell, force: halls[cell.hall].baseTerm, in: days[cell.hall])
    }
    let cap = support.upTo?.value.minorUnits ?? Int64.max
    return min(cap, sum)
  }
}

extension CreditSupport {
  /// The days of a hall's base term that the support covers.
  fileprivate func days(of hall: Hall, leaseYears: Range<Int>?) -> Range<CalendarDate> {
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
