import FinanceBasics
import LeaseModel

/// The credits for halls that were delivered late, used against their first base rents.
struct LateDeliveryCredits {
  let agreed: LateDelivery
  let lease: Lease
  let terms: [HallTerm]
  let rates: RentRates

  /// A credit is rounded to the cent once. What no base rent is left for is dropped, with a warning.
  ///
  /// - Returns: By hall, then by month.
  func runs(
    against rents: inout RentsDue, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> [CashFlowRun] {
    var runs: [CashFlowRun] = []
    for (index, hall) in lease.halls.enumerated() where hall.delivery.daysLate > 0 {
      let worth = try worth(hall: index, &notes)
      let credit = worth.credit(of: agreed, daysLate: hall.delivery.daysLate)
      guard var rest = credit.roundedHalfEven() else {
        throw .totalOutOfBounds(deal: lease.id, charge: .lateDeliveryCredit)
      }
      runs += rents.use(&rest, as: .lateDeliveryCredit, hall: index)
      if rest > 0 {
        notes.warn(
          .lateDeliveryCreditUnused(
            hall: hall.name, Money(minorUnits: rest, currency: lease.currency)))
      }
    }
    return runs
  }

  private func worth(
    hall: Int, _ notes: inout ProjectionNotes
  ) throws(ProjectionProblem) -> CreditWorth {
    let monthlyRent = try rates.fullRent(
      of: lease, hall: hall, term: terms[hall], on: terms[hall].start, &notes)
    return CreditWorth(
      dailyRent: monthlyRent.times(12).divided(by: PreciseReal(integer: 365)),
      partOfLease: lease.halls[hall].criticalIT.real.divided(by: lease.criticalIT.real))
  }
}

/// Warns of each hall that is ready only after its outside date.
func warnOfOutsideDates(in lease: Lease, _ notes: inout ProjectionNotes) {
  for hall in lease.halls.indices where lease.halls[hall].delivery.isAfterOutsideDate {
    guard let outsideDate = lease.halls[hall].delivery.outsideDate else { continue }
    notes.warn(
      .outsideDatePassed(
        hall: lease.halls[hall].name, outsideDate: outsideDate,
        readyForService: lease.halls[hall].readyForService))
  }
}

/// What a day of rent, and an amount for the whole lease, are for one hall.
private struct CreditWorth {
  /// In minor units.
  let dailyRent: PreciseReal
  /// By megawatt.
  let partOfLease: PreciseReal

  /// What is owed for so many days of lateness, at most the cap, in minor units.
  func credit(of agreed: LateDelivery, daysLate: Int) -> PreciseReal {
    var sum = PreciseReal.zero
    for (place, rung) in agreed.ladder.enumerated() {
      let next = place + 1 < agreed.ladder.count ? agreed.ladder[place + 1].fromDay : daysLate + 1
      let days = min(next, daysLate + 1) - max(1, rung.fromDay)
      if days > 0 { sum = sum.plus(minorUnits(rung.credit).times(days)) }
    }
    return agreed.cap.map { min(sum, minorUnits($0)) } ?? sum
  }

  private func minorUnits(_ credit: LateDelivery.Credit) -> PreciseReal {
    switch credit {
    case .daysOfRent(let days): dailyRent.times(days.real)
    case .amount(let amount): amount.real.times(100).times(partOfLease)
    }
  }
}
