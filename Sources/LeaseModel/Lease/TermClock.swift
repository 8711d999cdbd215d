public import FinanceBasics

/// Which days the base terms of a lease's halls run to.
///
/// Source: CONVENTIONS §2.
public enum TermClock: Hashable, Sendable {
  /// Each hall runs for the whole length from its own commencement.
  case perHall(Tenor)
  /// All halls end when the first one does.
  case fromFirst(Tenor)
  /// All halls end the whole length after the last commencement.
  case coterminousAfterLast(Tenor)
  /// All halls end on a stated last day, included.
  case fixedEnd(lastDay: CalendarDate)

  /// The base term of each hall, in the order of the commencements given.
  ///
  /// A hall that would begin on or after the common end has an empty term.
  public func baseTerms(from commencements: [CalendarDate]) -> [Range<CalendarDate>] {
    guard let first = commencements.min(), let last = commencements.max() else { return [] }
    return commencements.map { start in
      let end =
        switch self {
        case .perHall(let length): length.added(to: start)
        case .fromFirst(let length): length.added(to: first)
        case .coterminousAfterLast(let length): length.added(to: last)
        case .fixedEnd(let lastDay): lastDay.adding(days: 1)
        }
      return start..<max(start, end)
    }
  }
}
