import FinanceBasics

extension SensitivityFault {
  /// One sentence that says what is wrong, with the offending values in it.
  public var problem: String {
    switch self {
    case .axisMalformed(let text): "'\(text)' does not say what to vary, from where, to where"
    case .rangeMalformed(let text): "'\(text)' does not say from where to where"
    case .targetMalformed(let text): "'\(text)' is not a measure and the value that it is to reach"
    case .changeMalformed(let text): "'\(text)' is not a change of amounts, percentages or days"
    case .measureUnknown(let word): "there is no measure '\(word)' here"
    case .leverUnknown(let name, _): "there is no assumption '\(name)'"
    case .notAssumed(let name): "'\(name)' is never assumed, and so cannot be varied"
    case .notNumeric(let name, let takes): "'\(name)' takes \(takes), and so cannot be varied"
    case .unitAmbiguous(let text, let units):
      units.isEmpty
        ? "'\(text)' has no unit"
        : "'\(text)' has no unit, and both \(units.joined(separator: " and ")) stand beside it"
    case .unitsDiffer(let units): "one range is in \(units.joined(separator: " and in "))"
    case .dateNotADay(let text): "'\(text)' is a period, and a range goes from day to day"
    case .value(let fault): fault.problem
    case .stepZero(let text): "a step of '\(text)' leads nowhere"
    case .stepAway(let step, let from, let to):
      "a step of \(step) leads from \(from) away from \(to)"
    case .tooFewCells(let text): "'\(text)' has fewer than two values"
    case .tooManyCells(let count):
      "the grid would have \(count) cells; at most \(SensitivityAxis.maximumCells) are worked out"
    case .tooManyAxes(let count): "a grid has one axis or two, not \(count)"
    case .leverTwice(let name): "'\(name)' is varied twice"
    case .displaced(let name, let other): "'\(other)' takes the place of '\(name)'"
    case .rangeReversed(let text): "the range '\(text)' does not end above its beginning"
    case .rangeNeeded(let name): "the deals state no '\(name)' from which a range could be found"
    case .currencyDiffers(let text, let currency): "'\(text)' is not in \(currency), as the deals"
    case .changeTooGreat(let text): "a change of '\(text)' is beyond any sense"
    case .rateNotUsed: "flows are discounted on a curve, so that there is no rate to vary"
    case .spreadNotUsed: "flows are discounted at a rate, so that there is no spread to vary"
    }
  }

  /// One imperative sentence that puts it right.
  public var remedy: String {
    switch self {
    case .axisMalformed: "write NAME=FROM..TO/STEP, such as rate=6%..12%/1% or delay=0..12mo/3mo"
    case .rangeMalformed: "write FROM..TO with its unit, such as 5 M USD/MW-IT..15 M USD/MW-IT"
    case .targetMalformed:
      "write irr=12%, pv=0, 'noi=300 M USD', yield-on-cost=9% or multiple=2.5"
    case .changeMalformed: "write 10%, 1pt or 3mo, or several with commas, such as 10%,1pt,6mo"
    case .measureUnknown:
      "write one of \(SensitivityMeasure.allCases.map(\.rawValue).joined(separator: ", "))"
    case .leverUnknown(_, let nearest):
      nearest.map { "write \($0), if that is what is meant" }
        ?? "write rate, spread, tier.tenant, delay, rent or the path of an assumption"
    case .notAssumed, .notNumeric:
      "vary a rate, delay, rent or an assumption that is a figure, percentage, date or length"
    case .unitAmbiguous: "write the unit behind each number"
    case .unitsDiffer: "write the whole range in one unit"
    case .dateNotADay: "write days as YYYY-MM-DD, such as 2027-06-30"
    case .value(let fault): fault.remedy
    case .stepZero: "write a step that reaches the end"
    case .stepAway: "turn the sign of the step, or exchange the ends"
    case .tooFewCells: "write a step that is no longer than the range"
    case .tooManyCells: "write a longer step"
    case .tooManyAxes: "give --vary once or twice"
    case .leverTwice: "vary two different assumptions"
    case .displaced: "vary one of the two"
    case .rangeReversed: "write the lower end first"
    case .rangeNeeded: "state a range with --between FROM..TO"
    case .currencyDiffers: "write the target in the currency of the deals"
    case .changeTooGreat: "write at most 90%, 50pt or 10 years"
    case .rateNotUsed: "vary the spread, or value at a --rate"
    case .spreadNotUsed: "vary the rate, or value on a --curve"
    }
  }
}
