import FinanceBasics
import LeaseModel

/// What of a hall's full rent is charged, day by day: less free rent, by megawatt, as is likely.
struct ChargedShare {
  /// The first day without free rent; far in the past where there is none.
  private let abatementEnd: MonthDay
  /// The share that is paid while rent is abated.
  private let abatedShare: PreciseReal
  private let megawatts: MegawattCourse?
  /// Of the hall.
  private let criticalIT: PreciseReal
  private let weight: PreciseReal

  /// Of base rent; `nil` where all of it is charged.
  init?(_ hall: Hall, term: HallTerm) {
    let abatement = hall.abatement.flatMap { $0.charges.contains(.baseRent) ? $0 : nil }
    guard abatement != nil || hall.ramp != nil else { return nil }
    abatementEnd = abatement == nil ? term.start : term.abatementEnd
    abatedShare = (ExactDecimal.one - (abatement?.share ?? .zero)).real
    megawatts = hall.ramp == nil ? nil : MegawattCourse(hall, term: term)
    criticalIT = hall.criticalIT.real
    weight = .one
  }

  /// Of rent after the base term, which is never abated; `nil` where all of it is charged.
  init?(_ hall: Hall, term: HallTerm, weight: PreciseReal) {
    guard hall.ramp != nil || weight != .one else { return nil }
    abatementEnd = term.start
    abatedShare = .one
    megawatts = hall.ramp == nil ? nil : MegawattCourse(hall, term: term)
    criticalIT = hall.criticalIT.real
    self.weight = weight
  }

  /// The share of a day, and the first day after it on which another may hold.
  func share(at day: MonthDay) -> (share: PreciseReal, until: MonthDay) {
    var share = weight
    var until = MonthDay.never
    if day < abatementEnd {
      share = share.times(abatedShare)
      until = abatementEnd
    }
    if let (stage, end) = megawatts?.stage(at: day) {
      share = share.times(stage.charged.real).divided(by: criticalIT)
      until = min(until, end)
    }
    return (share, until)
  }
}
