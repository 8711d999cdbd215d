/// Counts regular boundaries from an anchor, and adds what is irregular at either end.
///
/// Source: the forward and backward date generation of QuantLib 1.44 and OpenGamma Strata.
struct ScheduleGenerator {
  /// A day on which a period begins or ends.
  struct Boundary {
    let date: CalendarDate
    /// How many regular periods it lies from the anchor, if it does; negative before it.
    let index: Int?
  }

  private let terms: ScheduleTerms
  /// The first and the last day of the regular periods.
  private let regular: (start: CalendarDate, end: CalendarDate)
  private let isForward: Bool
  private let rollsAtMonthEnd: Bool

  init(_ terms: ScheduleTerms) {
    self.terms = terms
    regular = (
      terms.firstRegularStart ?? terms.term.lowerBound,
      terms.lastRegularEnd ?? terms.term.upperBound
    )
    isForward =
      terms.stub.isFinal || (terms.stub == .none && terms.firstRegularStart == nil)
    let anchor = isForward ? regular.start : regular.end
    rollsAtMonthEnd =
      terms.roll == .endOfMonth
      && anchor >= terms.calendar.adjust(anchor.lastOfMonth, .preceding)
  }

  /// All boundaries of the term, ascending, each on a business day of its own.
  func boundaries() throws(ScheduleProblem) -> [Boundary] {
    let term = terms.term
    guard !term.isEmpty else { throw .emptyTerm(term.lowerBound) }
    guard regular.start >= term.lowerBound, regular.end <= term.upperBound,
      regular.start < regular.end || regular.start == term.upperBound
        || regular.end == term.lowerBound
    else { throw .regularPeriodsOutsideTerm(regular.start, regular.end) }
    var all = try regularBoundaries()
    if regular.start > term.lowerBound {
      all.insert(Boundary(date: term.lowerBound, index: nil), at: 0)
    }
    if regular.end < term.upperBound { all.append(Boundary(date: term.upperBound, index: nil)) }
    return distinct(all)
  }

  /// The regular period that a period is, or belongs to.
  func reference(from lower: Boundary, to upper: Boundary) -> Range<CalendarDate> {
    switch (lower.index, upper.index) {
    case (nil, let index?): boundary(index - 1)..<upper.date
    case (let index?, nil): lower.date..<boundary(index + 1)
    default: lower.date..<upper.date
    }
  }

  /// The day that lies a number of regular periods from the anchor.
  private func boundary(_ index: Int) -> CalendarDate {
    let anchor = isForward ? regular.start : regular.end
    let day = anchor.adding(months: index * terms.frequency.months)
    return rollsAtMonthEnd && index != 0 ? day.lastOfMonth : day
  }

  private func regularBoundaries() throws(ScheduleProblem) -> [Boundary] {
    let (anchor, exit) = isForward ? (regular.start, regular.end) : (regular.end, regular.start)
    let sign = isForward ? 1 : -1
    func isBeforeExit(_ day: CalendarDate) -> Bool { isForward ? day < exit : day > exit }
    guard anchor != exit else { return [Boundary(date: anchor, index: 0)] }
    var outwards = [Boundary(date: anchor, index: 0)]
    while isBeforeExit(boundary(sign * outwards.count)) {
      let index = sign * outwards.count
      outwards.append(Boundary(date: boundary(index), index: index))
    }
    let index = sign * outwards.count
    // An end that is not a month's end fits where it is the anchor moved by whole months.
    let isRegular =
      boundary(index) == exit || anchor.adding(months: index * terms.frequency.months) == exit
    guard isRegular || terms.stub != .none else {
      throw .stubMissing(regular.start, regular.end, frequency: terms.frequency)
    }
    if let last = outwards.last, !isRegular, outwards.count > 1,
      terms.stub.joins(days: abs(last.date.days(until: exit)))
    {
      outwards.removeLast()
    }
    outwards.append(Boundary(date: exit, index: isRegular ? index : nil))
    return isForward ? outwards : outwards.reversed()
  }

  /// The boundaries without those that move to the same business day as one before, or the end.
  private func distinct(_ boundaries: [Boundary]) -> [Boundary] {
    guard let first = boundaries.first, let last = boundaries.last else { return [] }
    func adjusted(_ boundary: Boundary) -> CalendarDate {
      terms.calendar.adjust(boundary.date, terms.convention)
    }
    var kept = [first]
    var previous = adjusted(first)
    for boundary in boundaries.dropFirst().dropLast() {
      let day = adjusted(boundary)
      guard day > previous, day < adjusted(last) else { continue }
      kept.append(boundary)
      previous = day
    }
    return kept + [last]
  }
}
