import FinanceBasics

/// Days on which the tranches may begin, and growth a year: what a search looks at, and cuts.
struct PaymentBox {
  /// The first and the last day of each tranche, in their order.
  var days: [ClosedRange<CalendarDate>]
  /// As a fraction.
  var growth: ClosedRange<Double>
  /// At least so far from the intervals of the rows is every point of the box.
  var strain = 0.0

  /// Below this width two rates of growth are one: what the rows' digits cannot tell apart.
  var leastGrowth: Double

  /// Whether each tranche has one day.
  var isOfOneDayEach: Bool { days.allSatisfy { $0.lowerBound == $0.upperBound } }

  /// Whether nothing is left to cut.
  var isPoint: Bool {
    isOfOneDayEach && growth.upperBound - growth.lowerBound <= leastGrowth
  }

  /// The box cut in two where it matters most to the rows.
  ///
  /// - Parameter weights: Of a day of each tranche, by its megawatts.
  func halves(weights: [Double]) -> [PaymentBox] {
    var widest = 0.0
    var place: Int?
    for tranche in days.indices {
      let width =
        Double(days[tranche].lowerBound.days(until: days[tranche].upperBound))
        * weights[tranche]
      if width > widest { (widest, place) = (width, tranche) }
    }
    // A rate that differs by 0.1 % a year moves some years of rent as a few days do.
    let growthWidth = growth.upperBound - growth.lowerBound
    if growthWidth > leastGrowth, growthWidth * 1000 > widest || place == nil {
      let middle = (growth.lowerBound + growth.upperBound) / 2
      return [growth.lowerBound...middle, middle...growth.upperBound].map { half in
        var box = self
        box.growth = half
        return box
      }
    }
    guard let place else { return [] }
    guard let halves = days[place].halves else { return [] }
    return [halves.0, halves.1].map { half in
      var box = self
      box.days[place] = half
      return box
    }
  }
}
