import FinanceBasics

extension LeaseResolution {
  /// The deal's clock with its length or its last day; `nil` where the deal states no term.
  mutating func termClock() -> TermClock? {
    let clock = terms.termClock.map { use($0) } ?? .perHall
    if clock == .fixedEnd || terms.term == nil, let expiry = terms.expiry {
      let last = day(expiry)
      if terms.term == nil, clock != .fixedEnd { remark(.lastDayTakenForTerm(last)) }
      return .fixedEnd(lastDay: last)
    }
    guard let term = terms.term else {
      let isOwn =
        !terms.halls.isEmpty && terms.halls.allSatisfy { $0.term != nil || $0.expiry != nil }
      if !isOwn { miss(.termMissing(hall: nil)) }
      return nil
    }
    let length = use(term)
    return switch clock {
    case .perHall, .fixedEnd: .perHall(length)
    case .fromFirst: .fromFirst(length)
    case .coterminousAfterLast: .coterminousAfterLast(length)
    }
  }

  /// The base term of a hall; `nil` where neither the hall nor the deal states one.
  ///
  /// - Parameter starts: The commencements of all halls, in their order.
  mutating func baseTerm(
    of hall: HallTerms, _ index: Int, from starts: [CalendarDate], clock: TermClock?,
    abatement: AbatementTerms
  ) -> Range<CalendarDate>? {
    let start = starts[index]
    let more = extensionOfTerm(by: abatement)
    if let expiry = hall.expiry {
      if more != nil { leaveOutExtension(abatement) }
      return start..<max(start, day(expiry).adding(days: 1))
    }
    guard let rule = hall.term.map({ TermClock.perHall(use($0)) }) ?? clock else { return nil }
    if case .fixedEnd = rule, more != nil { leaveOutExtension(abatement) }
    return rule.baseTerms(from: starts, longerBy: more)[index]
  }

  /// The rent-free time, where it is added to the term.
  private mutating func extensionOfTerm(by abatement: AbatementTerms) -> Tenor? {
    guard let extends = abatement.extendsTerm, use(extends) else { return nil }
    return abatement.length?.value
  }

  /// Whether the rent-free time makes the base term of a hall longer: a stated last day stays.
  func extendsTerm(of hall: HallTerms, _ clock: TermClock?, _ abatement: AbatementTerms) -> Bool {
    guard abatement.extendsTerm?.value == true, hall.expiry == nil else { return false }
    if case .fixedEnd = clock { return hall.term != nil }
    return true
  }

  private mutating func leaveOutExtension(_ abatement: AbatementTerms) {
    guard let path = abatement.extendsTerm?.path else { return }
    remark(.leftOut(path, because: "the last day of the term is stated"))
  }
}

extension TermClock {
  /// The base terms, each longer by rent-free time that is added; a stated last day stays.
  ///
  /// The whole length counts from its anchor, so that no end of a month is clipped twice.
  fileprivate func baseTerms(
    from commencements: [CalendarDate], longerBy more: Tenor?
  ) -> [Range<CalendarDate>] {
    guard let more else { return baseTerms(from: commencements) }
    let longer: TermClock? =
      switch self {
      case .perHall(let length): length.joined(with: more).map { .perHall($0) }
      case .fromFirst(let length): length.joined(with: more).map { .fromFirst($0) }
      case .coterminousAfterLast(let length):
        length.joined(with: more).map { .coterminousAfterLast($0) }
      case .fixedEnd: self
      }
    if let longer { return longer.baseTerms(from: commencements) }
    return baseTerms(from: commencements).map { $0.lowerBound..<more.added(to: $0.upperBound) }
  }
}

extension Tenor {
  /// Both lengths in one; `nil` of months and days.
  fileprivate func joined(with other: Tenor) -> Tenor? {
    switch (self, other) {
    case (.months(let first), .months(let second)): .months(first + second)
    case (.days(let first), .days(let second)): .days(first + second)
    default: nil
    }
  }
}
