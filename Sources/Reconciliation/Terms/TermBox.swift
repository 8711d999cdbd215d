import FinanceBasics

/// A box of terms: intervals of all that a combination of choices leaves open, but for amounts.
struct TermBox: Hashable {
  /// Growth a year as a fraction.
  var growth: Interval
  /// Day numbers on which each hall may begin; of halls that nobody disclosed, the first and the
  /// last commencement.
  var days: [ClosedRange<Int32>]
  /// How far the mean commencement by megawatt is from the first to the last, from 0 to 1; `nil`
  /// where each hall has its own megawatts.
  var spread: Interval?

  /// The ways in which a box may be cut, by what is halved.
  enum Side: Hashable {
    case growth, spread
    case day(Int)
  }

  /// The sides that are wide enough to be cut.
  var sides: [Side] {
    var found: [Side] = []
    if growth.upper - growth.lower > Self.finestGrowth { found.append(.growth) }
    if let spread, spread.upper - spread.lower > Self.finestSpread { found.append(.spread) }
    for (place, range) in days.enumerated() where range.lowerBound < range.upperBound {
      found.append(.day(place))
    }
    return found
  }

  private static let finestGrowth = 1e-7
  private static let finestSpread = 1e-4

  /// The same with one side at a number in its middle.
  func narrowed(_ side: Side) -> TermBox {
    var box = self
    switch side {
    case .growth: box.growth = Interval(growth.middle)
    case .spread: box.spread = spread.map { Interval($0.middle) }
    case .day(let place):
      let day = middleDay(place)
      box.days[place] = day...day
    }
    return box
  }

  /// One point of the box: the middle of every side.
  var center: TermBox {
    sides.reduce(self) { $0.narrowed($1) }
  }

  /// The two halves, which share an end but for days.
  func halves(_ side: Side) -> (TermBox, TermBox) {
    var (low, high) = (self, self)
    switch side {
    case .growth:
      low.growth = Interval(growth.lower, growth.middle)
      high.growth = Interval(growth.middle, growth.upper)
    case .spread:
      if let spread {
        low.spread = Interval(spread.lower, spread.middle)
        high.spread = Interval(spread.middle, spread.upper)
      }
    case .day(let place):
      let day = middleDay(place)
      low.days[place] = days[place].lowerBound...day
      high.days[place] = (day + 1)...days[place].upperBound
    }
    return (low, high)
  }

  private func middleDay(_ place: Int) -> Int32 {
    let range = days[place]
    return range.lowerBound + (range.upperBound - range.lowerBound) / 2
  }
}
