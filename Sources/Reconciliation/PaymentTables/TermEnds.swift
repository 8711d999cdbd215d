import FinanceBasics
import LeaseModel

/// On which day each tranche of a lease ends, given the days on which they begin.
///
/// A later beginning never brings an earlier end.
struct TermEnds {
  var clock: TermClockKind
  var term: Tenor
  /// Of a clock with a fixed end, the day after the last one.
  var fixedEnd: CalendarDate?
  /// Of each hall with a term or a last day of its own.
  var ownTerms: [Int: Tenor] = [:]
  var ownEnds: [Int: CalendarDate] = [:]
  /// A hall whose phases end together, the term after the last of them.
  var togetherHall: Int?
  /// A hall whose last day is chosen; the day after it.
  var chosen: (hall: Int, end: CalendarDate)?

  /// The days after the last ones, in the order of the tranches.
  ///
  /// - Parameter halls: The place of each tranche's hall.
  func ends(from starts: [CalendarDate], halls: [Int]) -> [CalendarDate] {
    let first = starts.min() ?? .earliest
    let last = starts.max() ?? .earliest
    return starts.indices.map { tranche in
      let hall = halls[tranche]
      if let chosen, chosen.hall == hall { return chosen.end }
      if let end = ownEnds[hall] { return end }
      if let own = ownTerms[hall] { return own.added(to: starts[tranche]) }
      if togetherHall == hall {
        let phases = starts.indices.filter { halls[$0] == hall }.map { starts[$0] }
        return term.added(to: phases.max() ?? last)
      }
      switch clock {
      case .perHall: return term.added(to: starts[tranche])
      case .fromFirst: return term.added(to: first)
      case .coterminousAfterLast: return term.added(to: last)
      case .fixedEnd: return fixedEnd ?? term.added(to: starts[tranche])
      }
    }
  }
}

extension TermEnds {
  /// The ends as a deal states them; `nil` where it states no term.
  init?(_ terms: PaymentTerms) {
    let fixedEnd = terms.lastDay?.adding(days: 1)
    guard let term = terms.term ?? (fixedEnd == nil ? nil : .months(0)) else { return nil }
    self.init(
      clock: terms.term == nil ? .fixedEnd : terms.termClock, term: term, fixedEnd: fixedEnd)
    for (place, hall) in terms.halls.enumerated() {
      ownTerms[place] = hall.term
      ownEnds[place] = hall.lastDay?.adding(days: 1)
    }
  }
}
