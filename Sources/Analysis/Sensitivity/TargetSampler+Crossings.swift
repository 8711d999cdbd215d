import FinanceBasics

/// Two neighbouring places between which the target is passed; the same twice where it is met.
struct Crossing: Hashable {
  let first: Int128
  let second: Int128
}

/// What sampling a range found.
struct Crossings {
  /// In order.
  let places: [Crossing]
  let samples: Int
  /// The samples at which the measure is not defined.
  let blanks: Int
  /// The widest difference between two samples of the measure, as a number.
  let span: Double
}

extension TargetSampler {
  /// The stretches of equal length that a range is cut into.
  private static let stretches: Int128 = 64

  /// Where the target is met or passed, in order.
  mutating func crossings(
    from low: Int128, to high: Int128
  ) -> Crossings {
    let places = sampled(from: low, to: high)
    var found: [Crossing] = []
    var blanks = 0
    var last: (place: Int128, excess: Double)?
    for place in places {
      guard let excess = excess(at: place) else {
        blanks += 1
        last = nil
        continue
      }
      // Samples in a row that all meet the target are one answer: the measure does not move.
      if excess == 0, last?.excess != 0 {
        found.append(Crossing(first: place, second: place))
      } else if let last, last.excess != 0, excess != 0, (last.excess < 0) != (excess < 0),
        let crossing = followed(last, (place, excess))
      {
        found.append(crossing)
      }
      last = (place, excess)
    }
    return Crossings(
      places: found, samples: places.count, blanks: blanks, span: span(of: places))
  }

  /// The widest difference between two samples of the measure, as a number.
  private mutating func span(of places: [Int128]) -> Double {
    let excesses = places.compactMap { excess(at: $0) }
    return (excesses.max() ?? 0) - (excesses.min() ?? 0)
  }

  private func sampled(from low: Int128, to high: Int128) -> [Int128] {
    var places: [Int128] = []
    for step in 0...Self.stretches {
      let place = low + (high - low) * step / Self.stretches
      if places.last != place { places.append(place) }
    }
    return places
  }

  /// The most places that are tried between two samples; halving alone needs 50.
  private static let maximumTrials = 200

  /// Follows a change of sign until two neighbouring places have it between them.
  ///
  /// `nil` where the measure is not defined in between.
  ///
  /// Source: T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a
  /// nonlinear function without using derivatives", Advances in Engineering Software 28 (1997).
  private mutating func followed(
    _ start: (place: Int128, excess: Double), _ end: (place: Int128, excess: Double)
  ) -> Crossing? {
    var (newest, opposite, left) = (end, start, start)
    var share = 0.5
    for _ in 0..<Self.maximumTrials {
      let span = opposite.place - newest.place
      guard span.magnitude > 1 else { break }
      let wanted = Int128((Double(span) * share).rounded())
      let least: Int128 = span < 0 ? -1 : 1
      let offset = wanted.magnitude < 1 ? least : wanted
      let place = newest.place + (offset == span ? span - least : offset)
      guard let excess = excess(at: place) else { return nil }
      if excess == 0 { return Crossing(first: place, second: place) }
      if (excess < 0) == (newest.excess < 0) {
        left = newest
      } else {
        (left, opposite) = (opposite, newest)
      }
      newest = (place, excess)
      share = Self.share(newest, opposite, left)
    }
    let ends = [newest.place, opposite.place].sorted()
    return Crossing(first: ends[0], second: ends[1])
  }

  /// How far to go from the newest place to the opposite one: by a parabola where it is safe to trust
  /// one, else half the way.
  private static func share(
    _ newest: (place: Int128, excess: Double), _ opposite: (place: Int128, excess: Double),
    _ left: (place: Int128, excess: Double)
  ) -> Double {
    let (f1, f2, f3) = (newest.excess, opposite.excess, left.excess)
    let x21 = Double(opposite.place - newest.place)
    let (x31, x32) = (Double(left.place - newest.place), Double(left.place - opposite.place))
    guard f3 != f2, f3 != f1, x32 != 0 else { return 0.5 }
    let (xi, phi) = (-x21 / x32, (f1 - f2) / (f3 - f2))
    guard phi * phi < xi, (1 - phi) * (1 - phi) < 1 - xi else { return 0.5 }
    let share = f1 / (f2 - f1) * (f3 / (f2 - f3)) + x31 / x21 * (f1 / (f3 - f1)) * (f2 / (f3 - f2))
    return share > 0 && share < 1 ? share : 0.5
  }
}
