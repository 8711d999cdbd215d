import CashFlowEngine
import FinanceBasics
import LeaseModel

/// Rent that a tenant paid ahead, and the rents of all versions of its deal that use it up.
///
/// It comes in as the version in force has it. The rents on the days that a version governs use what
/// that version asks for and the days before did not use, in the order of their days of payment, each
/// less its credit and in full. So an amendment moves no use of the days before it, but where it
/// leaves less of the prepayment than they used. What no rent uses is given back when the deal ends.
struct PrepaidRents {
  /// What one month of a hall owes on the days that a version governs, before the prepayment.
  private struct Rent {
    var open: Int64 = 0
    var due: CalendarDate?
  }

  private struct Place: Hashable {
    let hall: Int
    let month: YearMonth
  }

  /// A version with the rents of the days that it governs.
  private struct Version {
    let lease: Lease
    var rents: [Place: Rent] = [:]
  }

  private var versions: [Version]
  /// The day from which the deal is no more; `nil` where it runs to its end.
  private let end: CalendarDate?

  /// - Parameters:
  ///   - leases: Those before the one in force, then that one.
  ///   - end: The day from which the deal is no more, though its term runs on.
  init(_ leases: [Lease], end: CalendarDate?) {
    versions = leases.map { Version(lease: $0) }
    self.end = end
  }

  /// Takes base rents and the credits that come before a prepayment; others are left out.
  mutating func add(_ amount: DealCashFlows.Amount) {
    guard amount.charge == .baseRent || amount.charge == .lateDeliveryCredit else { return }
    let place = Place(hall: amount.hall, month: amount.month)
    var rent = versions[amount.version].rents[place] ?? Rent()
    rent.open += amount.minorUnits
    if amount.charge == .baseRent { rent.due = min(rent.due ?? amount.due, amount.due) }
    versions[amount.version].rents[place] = rent
  }

  /// What comes in, what each rent uses, and what is given back; the sum is zero.
  ///
  /// - Throws: `ProjectionProblem.prepaymentExceedsRent` where the version in force asks for more
  ///   than all rents use, and no version before asked for the same.
  func amounts() throws(ProjectionProblem) -> [DealCashFlows.Amount] {
    let inForce = versions.count - 1
    guard let agreed = versions[inForce].lease.prepayment, let whole = agreed.minorUnits,
      end.map({ agreed.date < $0 }) ?? true
    else { return [] }
    let uses = uses(of: agreed, whole)
    let left = whole + uses.reduce(0) { $0 + $1.minorUnits }
    var amounts = [amount(whole, on: agreed.date)] + uses
    if left > 0 {
      let day = try dayGivenBack(agreed, left)
      amounts.append(amount(-left, on: max(day, agreed.date), isGivenBack: true))
    }
    return amounts
  }

  /// By version, then by day of payment.
  private func uses(of agreed: Prepayment, _ whole: Int64) -> [DealCashFlows.Amount] {
    var used: Int64 = 0
    var uses: [DealCashFlows.Amount] = []
    for (number, version) in versions.enumerated() {
      guard let own = version.lease.prepayment, let limit = own.minorUnits else { continue }
      let first = max(own.date, agreed.date)
      let rents = version.rents.compactMap { place, rent in
        rent.due.map { (due: $0, place: place, open: rent.open) }
      }.sorted {
        ($0.due, $0.place.hall, $0.place.month) < ($1.due, $1.place.hall, $1.place.month)
      }
      for rent in rents where rent.due >= first && rent.open > 0 {
        let part = min(rent.open, min(limit, whole) - used)
        guard part > 0 else { break }
        used += part
        uses.append(
          DealCashFlows.Amount(
            charge: .prepayment, hall: rent.place.hall, version: number, month: rent.place.month,
            due: rent.due, minorUnits: -part))
      }
    }
    return uses
  }

  private func dayGivenBack(
    _ agreed: Prepayment, _ left: Int64
  ) throws(ProjectionProblem) -> CalendarDate {
    let lease = versions[versions.count - 1].lease
    if let end { return end }
    if let termination = lease.termination { return termination.lastDay }
    guard versions.dropLast().last?.lease.prepayment == agreed else {
      throw .prepaymentExceedsRent(
        deal: lease.id, unused: Money(minorUnits: left, currency: lease.currency))
    }
    return lease.expiry.adding(days: -1)
  }

  /// An amount of the first hall, as the version in force has it.
  private func amount(
    _ minorUnits: Int64, on day: CalendarDate, isGivenBack: Bool = false
  ) -> DealCashFlows.Amount {
    DealCashFlows.Amount(
      charge: .prepayment, hall: 0, version: versions.count - 1, month: day.yearMonth, due: day,
      minorUnits: minorUnits, isPrepaymentLeft: isGivenBack)
  }
}

extension Prepayment {
  /// As it is posted, in minor units; `nil` beyond all amounts.
  fileprivate var minorUnits: Int64? { amount.real.times(100).roundedHalfEven() }
}
