import FinanceBasics
import LeaseModel

extension OutlineCoefficients {
  /// The coefficients of the halls together.
  func coefficients(
    _ shapes: [HallShape], _ places: Places, clock: TermClockKind
  ) -> RentCoefficients {
    let base = self.base(shapes, places, clock: clock)
    let renewals = mean(shapes) { self.renewals($0, places, clock: clock) }
    let stabilised = mean(shapes) { self.stabilised($0, places) }
    return RentCoefficients(
      base: base, renewals: renewals,
      renewalsOverBase: rising(shapes, places, clock: clock)
        ?? renewals.share(of: base),
      firstTwelve: mean(shapes) { firstTwelve($0, places) },
      stabilised: stabilised,
      stabilisedOverBase: falling(shapes, places, clock: clock) ?? stabilised.share(of: base),
      nominalYears: Interval(around: term / 12, relativeError: Self.error),
      megawattYears: (mean(shapes) { $0.length.mean } / Interval(12)).widened(by: Self.error),
      spanYears: spanYears(clock: clock))
  }

  /// The base rent of all halls.
  func base(_ shapes: [HallShape], _ places: Places, clock: TermClockKind) -> Interval {
    mean(shapes) { self.base($0, places, clock: clock) }
  }

  /// What doubles lose over a few hundred operations on positive numbers.
  static var error: Double { 1e-11 }

  /// The mean over halls by megawatt; shares add up to one, whatever each is.
  func mean(_ shapes: [HallShape], _ amount: (HallShape) -> Interval) -> Interval {
    let amounts = shapes.map(amount)
    guard let first = amounts.first, amounts.count > 1 else { return amounts.first ?? .zero }
    let reference = Interval(first.middle)
    var sum = reference
    for (shape, amount) in zip(shapes, amounts) {
      sum = sum + shape.share * (amount - reference)
    }
    let hull = amounts.dropFirst().reduce(first) { $0.hull($1) }
    return sum.intersection(hull) ?? hull
  }

  /// The base rent of a hall.
  private func base(_ shape: HallShape, _ places: Places, clock: TermClockKind) -> Interval {
    guard choices.isEscalationOfLease else {
      return convex(shape.length, weightOfGreatest: 1 - shape.spread.lower, places) {
        $0.rent(until: $1)
      }
    }
    if clock == .perHall {
      let term = term
      return convex(shape.offset, weightOfGreatest: shape.spread.upper, places) {
        $0.rent(from: $1, until: $1 + term)
      }
    }
    // Concave: at most the value at the mean commencement, at least the chord.
    let end = commonEnd(places, clock: clock)
    let (least, greatest) = (shape.offset.least, shape.offset.greatest)
    let first = tables.low.rent(from: least.upper, until: end.lower)
    let last = tables.low.rent(from: greatest.upper, until: end.lower)
    let part = shape.offset.isSingle ? 1 : shape.spread.upper
    let high = tables.high.rent(from: shape.offset.mean.lower, until: end.upper)
    return padded(min((1 - part) * first + part * last, high), high, until: end.upper, places)
  }

  /// The months from the first commencement to an end that all halls have.
  private func commonEnd(_ places: Places, clock: TermClockKind) -> Interval {
    let term = Interval(term).widened(by: places.slack)
    return switch clock {
    case .perHall, .fromFirst: term
    case .coterminousAfterLast: (places.last - places.first).atLeastZero + term
    case .fixedEnd: (fixedEnd - places.first).atLeastZero
    }
  }

  /// The rent of a hall's renewals, which begin when its base term ends.
  func renewals(_ shape: HallShape, _ places: Places, clock: TermClockKind) -> Interval {
    guard renewal > 0 else { return .zero }
    let months = renewal
    var start = shape.length
    var weight = 1 - shape.spread.lower
    if choices.isEscalationOfLease, clock == .perHall {
      start = HallShape.Months(
        least: shape.length.mean + shape.offset.least,
        greatest: shape.length.mean + shape.offset.greatest,
        mean: shape.length.mean + shape.offset.mean)
      if shape.offset.isSingle { start = HallShape.Months(start.mean) }
      weight = shape.spread.upper
    } else if choices.isEscalationOfLease {
      start = HallShape.Months(commonEnd(places, clock: clock))
    }
    guard choices.renewalRent != .flat else {
      let low = tables.low.level(before: start.least.lower - places.slack)
      let high = tables.high.level(before: start.greatest.upper + places.slack)
      return padded(months * low, months * high, until: start.greatest.upper, places)
    }
    return convex(start, weightOfGreatest: weight, places) {
      $0.rent(from: $1, until: $1 + months)
    }
  }

  /// The rent of the first twelve months, in which every hall is in its first year.
  private func firstTwelve(_ shape: HallShape, _ places: Places) -> Interval {
    let rest = { (offset: Double) in max(0, 12 - offset) }
    let part = shape.spread.lower
    let (least, greatest) = (shape.offset.least, shape.offset.greatest)
    let chord = (1 - part) * rest(least.lower) + part * rest(greatest.lower)
    let high = shape.offset.isSingle ? rest(shape.offset.mean.lower) : chord
    return Interval(min(rest(shape.offset.mean.upper), high), high)
      .widened(by: Self.error * 12 + places.slack)
  }

  /// The rent of the first twelve calendar months after the last commencement.
  func stabilised(_ shape: HallShape, _ places: Places) -> Interval {
    let start = Interval(
      (places.last.lower - Self.error).rounded(.up), (places.last.upper - Self.error).rounded(.up))
    let fromFirst = (start - places.first).atLeastZero
    let amount = { (table: LevelTable, age: Double) in table.rent(from: age, until: age + 12) }
    guard !choices.isEscalationOfLease else {
      return convex(HallShape.Months(fromFirst), weightOfGreatest: 1, places, amount)
    }
    let age = HallShape.Months(
      least: (fromFirst - shape.offset.greatest).atLeastZero,
      greatest: (fromFirst - shape.offset.least).atLeastZero,
      mean: (fromFirst - shape.offset.mean).atLeastZero)
    return convex(
      shape.offset.isSingle ? HallShape.Months(age.mean) : age,
      weightOfGreatest: 1 - shape.spread.lower, places, amount)
  }

  /// Bounds of the mean of an amount that grows with its months, ever faster.
  ///
  /// It is at least its value at the mean, and at most on the chord.
  /// - Parameter weight: The most that the greatest months may weigh in the mean.
  private func convex(
    _ months: HallShape.Months, weightOfGreatest weight: Double, _ places: Places,
    _ amount: (LevelTable, Double) -> Double
  ) -> Interval {
    let low = amount(tables.low, months.mean.lower)
    let top = months.greatest.upper
    guard !months.isSingle else { return padded(low, amount(tables.high, top), until: top, places) }
    let chord =
      (1 - weight) * amount(tables.high, months.least.upper) + weight * amount(tables.high, top)
    return padded(min(low, chord), chord, until: top, places)
  }

  /// Two bounds with what doubles lose, and with what a leap day may move.
  private func padded(
    _ low: Double, _ high: Double, until months: Double, _ places: Places
  ) -> Interval {
    let level = tables.high.greatestLevel(before: months + renewal + 24)
    let slack = places.slack * level * 2 + Self.error
    return Interval(
      max(0, low * (1 - Self.error) - slack), max(low, high) * (1 + Self.error) + slack)
  }

  /// The years from the first commencement to the last expiry, by their days.
  private func spanYears(clock: TermClockKind) -> Interval {
    let firsts = box.spread == nil ? box.days : [box.days[0]]
    let lasts = box.spread == nil ? box.days : [box.days[1]]
    let first = Self.extreme(firsts, min)
    let last = Self.extreme(lasts, max)
    let months = facts.termMonths ?? 0
    let days: (Double, Double)
    switch clock {
    case .fromFirst:
      let ends = (
        Self.day(first.lowerBound, after: months), Self.day(first.upperBound, after: months)
      )
      let lengths = (
        Double(ends.0 - first.lowerBound), Double(ends.1 - first.upperBound)
      )
      // Between two days of the same window a term differs by a day or two: leap days, month ends.
      let slack = first.lowerBound == first.upperBound ? 0 : months % 12 == 0 ? 1.0 : 3.0
      days = (min(lengths.0, lengths.1) - slack, max(lengths.0, lengths.1) + slack)
    case .perHall, .coterminousAfterLast:
      let low = Self.day(max(last.lowerBound, first.lowerBound), after: months)
      let high = Self.day(last.upperBound, after: months)
      days = (Double(low - min(first.upperBound, last.upperBound)), Double(high - first.lowerBound))
    case .fixedEnd:
      let end = facts.expiryDay
      days = (Double(end - first.upperBound), Double(end - first.lowerBound))
    }
    let least =
      clock == .perHall || clock == .coterminousAfterLast
      ? max(days.0, Double(months) * 30.4375 - 4) : days.0
    return Interval(max(0, min(least, days.1)), max(0, days.1)) / Interval(365.25)
  }

  private static func day(_ number: Int32, after months: Int) -> Int32 {
    CalendarDate(dayNumber: number).adding(months: months).dayNumber
  }

  private static func extreme(
    _ ranges: [ClosedRange<Int32>], _ choose: (Int32, Int32) -> Int32
  ) -> ClosedRange<Int32> {
    guard let some = ranges.first else { return 0...0 }
    return ranges.dropFirst().reduce(some) { joined, next in
      choose(joined.lowerBound, next.lowerBound)...choose(joined.upperBound, next.upperBound)
    }
  }
}
