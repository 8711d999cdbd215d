import FinanceBasics
import LeaseModel

/// How the last days of halls are taken: as stated, by another clock, or to fit what follows.
enum EndChoice {
  case asStated
  case clock(TermClockKind)
  case phasesTogether(hall: Int)
  case lastDay(hall: Int)

  /// The choices of a plan: as stated first.
  static func choices(of plan: PaymentPlan, terms: PaymentTerms) -> [EndChoice] {
    var choices = [EndChoice.asStated]
    let isOneTranche = terms.halls.count == 1 && plan.layout == .oneRent
    if !isOneTranche, terms.term != nil {
      choices += [TermClockKind.perHall, .fromFirst, .coterminousAfterLast]
        .filter { $0 != terms.termClock }.map { .clock($0) }
    }
    if case .phases(let hall) = plan.layout { choices.append(.phasesTogether(hall: hall)) }
    return choices + terms.halls.indices.map { .lastDay(hall: $0) }
  }

  /// How many choices differ from the file's.
  var count: Int { if case .asStated = self { 0 } else { 1 } }

  /// The ends of the choice, as far as it does not choose a day.
  func ends(_ stated: TermEnds) -> TermEnds {
    var ends = stated
    switch self {
    case .asStated, .lastDay: break
    case .clock(let clock): ends.clock = clock
    case .phasesTogether(let hall): ends.togetherHall = hall
    }
    return ends
  }

  /// What the choice departs from; `nil` where it does not.
  ///
  /// - Parameter end: The day after the chosen last one.
  func departure(of terms: PaymentTerms, end: CalendarDate?) -> PaymentDeparture? {
    switch self {
    case .asStated: nil
    case .clock(let clock): .termClock(clock)
    case .phasesTogether(let hall): .phasesEndTogether(hall: terms.halls[hall].name)
    case .lastDay(let hall):
      end.map { .lastDay(hall: terms.halls[hall].name, $0.adding(days: -1)) }
    }
  }
}
