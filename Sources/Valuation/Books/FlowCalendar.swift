import FinanceBasics

/// The days that deals of a book share.
struct FlowCalendar {
  /// The day and the accrual month of each flow, in the order of the deals' flows.
  let days: [CalendarDate]
  let accrualMonths: [YearMonth]
  /// The time of each flow as a part of the span of all; filled up to whole vectors.
  let times: [Double]
  /// `nil` where the days do not ascend.
  let scale: FlowTimes?

  init(_ flows: [DatedFlow]) {
    days = flows.map(\.date)
    accrualMonths = flows.map(\.accrualMonth)
    let length = FlowTimes.columnLength(of: flows.count)
    var scale: FlowTimes?
    times = [Double](unsafeUninitializedCapacity: length) { column, count in
      for index in flows.indices { column[index] = Double(flows[index].date.dayNumber) }
      let whole = UnsafeMutableBufferPointer(start: column.baseAddress, count: length)
      scale = FlowTimes(scaling: whole, count: flows.count)
      count = scale == nil ? 0 : length
    }
    self.scale = scale
  }

  /// Whether flows are on the calendar's days, and accrue in its months.
  func holds(_ flows: [DatedFlow]) -> Bool {
    guard flows.count == days.count, flows.first?.date == days.first,
      flows.last?.date == days.last
    else { return false }
    // Branches would cost more than comparisons that were not needed.
    var differences: Int32 = 0
    for index in flows.indices {
      differences |= flows[index].date.dayNumber ^ days[index].dayNumber
      differences |= flows[index].accrualMonth.index ^ accrualMonths[index].index
    }
    return differences == 0
  }
}

extension FlowCalendar {
  /// Numbers by which a calendar is looked up; equal for equal days, and seldom for others.
  struct Key: Hashable {
    let count: Int
    let sum: Int
    let weightedSum: Int

    init(_ flows: [DatedFlow]) {
      var (sum, weightedSum) = (0, 0)
      for index in flows.indices {
        let day = Int(flows[index].date.dayNumber)
        sum &+= day
        weightedSum &+= day &* (index &+ 1)
      }
      count = flows.count
      self.sum = sum
      self.weightedSum = weightedSum
    }
  }
}
