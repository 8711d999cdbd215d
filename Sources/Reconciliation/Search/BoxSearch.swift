import FinanceBasics

/// Branch and bound over the terms that one combination of choices leaves open.
struct BoxSearch {
  let choices: TermChoices
  /// The figures that count; every one where it is `nil`.
  var subset: Set<Int>?
  var limit: Int

  /// A point of the terms at which all figures hold, by the closed formulas.
  struct Candidate {
    let choices: TermChoices
    let box: TermBox
    let bounds: RatioBounds
    let coefficients: RentCoefficients
  }

  enum Answer {
    /// No terms in the box make the figures true.
    case rejected
    case found
    /// The limit was reached, or what is left is too small to cut.
    case undecided
  }

  /// Whether any terms make the figures true.
  ///
  /// - Parameter accept: Whether a candidate is taken; else the search goes on.
  func decide(
    _ problem: inout FigureProblem, _ clock: inout SearchClock,
    accept: (Candidate) -> Bool
  ) -> Answer {
    var queue = [problem.outline.box(choices)]
    var next = 0
    var isLeft = false
    while next < queue.count {
      guard next < limit, clock.tick() else { return .undecided }
      let box = queue[next]
      next += 1
      guard let bounds = problem.bounds(choices, box, subset: subset) else { continue }
      let point = box.center
      if let found = problem.bounds(choices, point, subset: subset) {
        let candidate = Candidate(
          choices: choices, box: point, bounds: found.bounds, coefficients: found.coefficients)
        if accept(candidate) { return .found }
      }
      if let side = widestSide(of: box, bounds.coefficients, &problem) {
        let halves = box.halves(side)
        queue.append(halves.0)
        queue.append(halves.1)
      } else {
        isLeft = true
      }
    }
    return isLeft ? .undecided : .rejected
  }

  /// The side whose cut tells most; `nil` where no cut would tell anything.
  func widestSide(
    of box: TermBox, _ coefficients: RentCoefficients, _ problem: inout FigureProblem
  ) -> TermBox.Side? {
    let whole = problem.looseness(coefficients, choices)
    var best: (side: TermBox.Side, gain: Double)?
    var other: (side: TermBox.Side, gain: Double)?
    for side in box.sides {
      guard let narrowed = problem.coefficients(choices, box.narrowed(side)) else { continue }
      let gain = whole - problem.looseness(narrowed, choices)
      if gain > Self.leastGain, gain > best?.gain ?? 0 { best = (side, gain) }
      let otherGain = coefficients.looseness - narrowed.looseness
      if otherGain > Self.leastGain, otherGain > other?.gain ?? 0 { other = (side, otherGain) }
    }
    return best?.side ?? other?.side
  }

  /// Less than any figure tells.
  private static let leastGain = 1e-9
}
