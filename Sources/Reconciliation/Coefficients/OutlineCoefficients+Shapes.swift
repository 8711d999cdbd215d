import FinanceBasics
import LeaseModel

extension OutlineCoefficients {
  /// The halls of the box, or one shape for all that are between the first and the last.
  func shapes(_ places: Places, clock: TermClockKind) -> [HallShape] {
    guard let spread = box.spread else {
      return places.halls.indices.map { shape(ofHall: $0, places, clock: clock) }
    }
    return [shape(between: spread, places, clock: clock)]
  }

  /// A shape for any number of halls.
  private func shape(
    between spread: Interval, _ places: Places, clock: TermClockKind
  ) -> HallShape {
    let distance = Interval(
      max(0, places.last.lower - places.first.upper), max(0, places.last.upper - places.first.lower)
    ).widened(by: places.slack)
    let mean = (spread * distance).atLeastZero
    let rest = ((Interval.one - spread) * distance).atLeastZero
    let term = Interval(term).widened(by: places.slack)
    let length: HallShape.Months =
      switch clock {
      case .perHall: HallShape.Months(term)
      case .fromFirst:
        HallShape.Months(
          least: (term - distance).atLeastZero, greatest: term, mean: (term - mean).atLeastZero)
      case .coterminousAfterLast:
        HallShape.Months(least: term, greatest: term + distance, mean: term + rest)
      case .fixedEnd:
        HallShape.Months(
          least: (fixedEnd - places.last).atLeastZero,
          greatest: (fixedEnd - places.first).atLeastZero,
          mean: (fixedEnd - places.first - mean).atLeastZero)
      }
    let offset = HallShape.Months(
      least: .zero, greatest: distance.atLeastZero, mean: mean)
    return HallShape(share: .one, length: length, offset: offset, spread: spread)
  }

  /// The shape of one hall with its own days.
  private func shape(ofHall hall: Int, _ places: Places, clock: TermClockKind) -> HallShape {
    let start = Interval(places.halls[hall].low, places.halls[hall].high)
    let others = places.halls.indices.filter { $0 != hall }
    let isFirst = others.allSatisfy { places.halls[$0].low >= start.upper }
    let isLast = others.allSatisfy { places.halls[$0].high <= start.lower }
    let offset =
      isFirst ? Interval.zero : (start - places.first).atLeastZero.widenedUp(by: places.slack)
    let term = Interval(term).widened(by: places.slack)
    let length: Interval =
      switch clock {
      case .perHall: term
      case .fromFirst: isFirst ? term : (term - offset).atLeastZero
      case .coterminousAfterLast:
        isLast ? term : term + (places.last - start).atLeastZero
      case .fixedEnd: (fixedEnd - start).atLeastZero
      }
    return HallShape(
      share: share(ofHall: hall), length: HallShape.Months(length),
      offset: HallShape.Months(offset), spread: Interval(0, 1))
  }

  /// The share of a hall in the megawatts, each of which may be anywhere in its interval.
  private func share(ofHall hall: Int) -> Interval {
    let own = facts.megawatts[hall]
    var others = Interval.zero
    for other in facts.megawatts.indices where other != hall {
      others = others + facts.megawatts[other]
    }
    guard own.lower > 0 else { return Interval(0, 1) }
    let low = own.lower / (own.lower + max(0, others.upper))
    let high = own.upper / (own.upper + max(0, others.lower))
    return facts.megawatts.count == 1
      ? .one : Interval(max(0, low.nextDown.nextDown), min(1, high.nextUp.nextUp))
  }

  /// The day after a stated last day, in months.
  var fixedEnd: Interval {
    let day = facts.expiryDay
    return Interval(MonthSpan.months(day, isWholeMonths: facts.isWholeMonths)).widened(by: 1e-9)
  }
}

extension Interval {
  /// The part that is not negative, or zero.
  var atLeastZero: Interval { Interval(max(0, lower), max(0, upper)) }

  func widenedUp(by margin: Double) -> Interval { Interval(lower, upper + margin) }
}
