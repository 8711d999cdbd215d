/// What one group comes to in one period.
struct PeriodSum {
  var minorUnits: Int64
  /// Whether a deal in the sum has operating costs that nobody knows.
  var isCostUnknown: Bool
  var billedMinorUnits: Int64 = 0
  var differenceMinorUnits: Int64 = 0
  var origin: CashFlowTable.Origin = []

  /// Says where the amount comes from.
  mutating func take(_ origin: CashFlowTable.Origin) {
    self.origin = origin
    if origin.contains(.billed) { billedMinorUnits = minorUnits }
  }

  static func += (sum: inout PeriodSum, part: PeriodSum) {
    sum.minorUnits += part.minorUnits
    sum.isCostUnknown = sum.isCostUnknown || part.isCostUnknown
    sum.billedMinorUnits += part.billedMinorUnits
    sum.differenceMinorUnits += part.differenceMinorUnits
    sum.origin.formUnion(part.origin)
  }
}

/// The sums of one group by period, dense from the first period to the last.
struct PeriodSums {
  private(set) var indices: Range<Int> = 0..<0
  private var sums: [PeriodSum?] = []

  subscript(period: Int) -> PeriodSum? {
    indices.contains(period) ? sums[period - indices.lowerBound] : nil
  }

  mutating func add(_ part: PeriodSum, at period: Int) {
    reach(period)
    let place = period - indices.lowerBound
    guard var sum = sums[place] else {
      sums[place] = part
      return
    }
    sum += part
    sums[place] = sum
  }

  /// Makes room up to a period; months come in order, so that room is seldom made in front.
  private mutating func reach(_ period: Int) {
    if indices.isEmpty { indices = period..<period }
    if period >= indices.upperBound {
      sums.append(contentsOf: repeatElement(nil, count: period + 1 - indices.upperBound))
      indices = indices.lowerBound..<period + 1
    } else if period < indices.lowerBound {
      sums.insert(
        contentsOf: repeatElement(nil, count: indices.lowerBound - period), at: 0)
      indices = period..<indices.upperBound
    }
  }
}
