public import FinanceBasics
import LeaseModel

/// What a hall pays for a whole month at the terms of one day.
public struct HallRent: Hashable, Sendable {
  /// Critical IT that is paid for, in megawatts.
  public let megawatts: PreciseReal
  /// The rent of a megawatt a month in currency units, before what is free.
  public let perMegawattMonth: PreciseReal
  /// What of it is charged: 1, but while some is free or the tenant stays after the term.
  public let chargedShare: PreciseReal
  /// Of a whole month in minor units, rounded half to even.
  public let minorUnits: Int64
}

extension LeaseDerivations {
  /// What a hall pays a month at the terms of a day, whatever the case's probabilities; `nil` where it
  /// is not in force.
  public mutating func rent(ofHall hall: Int, on day: CalendarDate) -> HallRent? {
    let hallDays = days[hall]
    guard hallDays.inForce.contains(day), let part = hallDays.part(on: day) else { return nil }
    let isHoldover = part == .holdover
    let rated = isHoldover ? hallDays.holdover.lowerBound.adding(days: -1) : day
    let megawatts = evaluator.value(of: chargedMegawatts(hall, on: rated))
    let rateNode = rate(hall, on: rated)
    let rate = evaluator.value(of: rateNode)
    var share = keptShare(hall, on: day).map { evaluator.value(of: $0) } ?? .one
    if isHoldover, let holdover = lease.holdover { share = share.times(holdover.share.real) }
    let rent = megawatts.times(rate).times(share)
    guard let minorUnits = rent.times(100).roundedHalfEven() else { return nil }
    return HallRent(
      megawatts: megawatts, perMegawattMonth: rate, chargedShare: share, minorUnits: minorUnits)
  }

  /// The first day after another from which a hall pays a different rent, and that rent; `nil` where
  /// it pays the same until its end.
  public mutating func nextRent(
    ofHall hall: Int, after day: CalendarDate
  ) -> (day: CalendarDate, rent: HallRent)? {
    let current = rent(ofHall: hall, on: day)
    for change in rentChanges(hall) where change > day {
      if let rent = rent(ofHall: hall, on: change), rent != current { return (change, rent) }
    }
    return nil
  }
}
