public import FinanceBasics

/// The posted sums of a batch by month and charge: a dense table, with a row for every month.
public struct BatchRows: Hashable, Sendable {
  /// The months that have a row, from the first to the one after the last; of no leases empty.
  public let months: Range<YearMonth>
  /// By charge, then by month.
  private let sums: [Int128]

  /// Sums what each month has more than the one before.
  init(_ changes: RowChanges) {
    let (first, count) = changes.extent
    months =
      YearMonth(
        index: Int32(truncatingIfNeeded: first))..<YearMonth(
        index: Int32(truncatingIfNeeded: first + count))
    var sums: [Int128] = []
    sums.reserveCapacity(Charge.allCases.count * count)
    for charge in Charge.allCases {
      var sum: Int128 = 0
      for month in first..<first + count {
        sum += changes.change(of: charge, inMonth: month)
        sums.append(sum)
      }
    }
    self.sums = sums
  }

  /// The sums of the tables of several workers.
  init(joining parts: [RowChanges]) {
    var all = RowChanges()
    for part in parts { all.add(part) }
    self.init(all)
  }

  /// The posted sum of a charge in a month, in minor units; 0 in a month without a row.
  public func minorUnits(of charge: Charge, in month: YearMonth) -> Int128 {
    guard months.contains(month) else { return 0 }
    let count = months.lowerBound.months(until: months.upperBound)
    return sums[charge.order * count + months.lowerBound.months(until: month)]
  }
}

/// What each month has more of a charge than the month before: a run changes two months.
struct RowChanges: Sendable {
  /// Months since January of the year 0.
  private var firstMonth = 0
  private var monthCount = 0
  /// By charge, then by month.
  private var changes: [Int128] = []
  private var used: Range<Int>?

  /// Months by which the table grows beyond what is needed, so that it seldom does.
  private static let margin = 120

  /// The first month and the number of months that have amounts.
  var extent: (first: Int, count: Int) { used.map { ($0.lowerBound, $0.count) } ?? (0, 0) }

  /// What a month, within the extent, has more than the one before.
  func change(of charge: Charge, inMonth month: Int) -> Int128 {
    changes[charge.order * monthCount + month - firstMonth]
  }

  /// Adds the rows of all stretches of columns.
  mutating func add(_ columns: PostedColumns) {
    guard columns.firstMonth <= columns.lastMonth else { return }
    // The month after the last one has a change, too.
    let months = Int(columns.firstMonth)..<Int(columns.lastMonth) + 2
    makeRoom(for: months)
    note(months.lowerBound..<months.upperBound - 1)
    let amounts = columns.minorUnits.span
    let counts = columns.monthCounts.span
    let (monthCount, firstMonth) = (monthCount, firstMonth)
    var changes = changes.mutableSpan
    for place in columns.stretches.indices {
      let stretch = columns.stretches[place]
      var cell = stretch.charge.order * monthCount + Int(stretch.firstMonth) - firstMonth
      var last: Int64 = 0
      for row in columns.rows(ofStretch: place) {
        changes[cell] &+= Int128(amounts[row] &- last)
        last = amounts[row]
        cell &+= Int(counts[row])
      }
      changes[cell] &-= Int128(last)
    }
  }

  /// Adds all changes of another table.
  mutating func add(_ other: RowChanges) {
    guard let months = other.used else { return }
    makeRoom(for: months.lowerBound..<months.upperBound + 1)
    for charge in Charge.allCases {
      for month in months.lowerBound...months.upperBound {
        changes[charge.order * monthCount + month - firstMonth] += other.change(
          of: charge, inMonth: month)
      }
    }
    note(months)
  }

  private mutating func note(_ months: Range<Int>) {
    guard let known = used else { return used = months }
    if known.lowerBound <= months.lowerBound, months.upperBound <= known.upperBound { return }
    used = min(known.lowerBound, months.lowerBound)..<max(known.upperBound, months.upperBound)
  }

  private mutating func makeRoom(for months: Range<Int>) {
    guard months.lowerBound < firstMonth || months.upperBound > firstMonth + monthCount else {
      return
    }
    grow(to: months)
  }

  private mutating func grow(to months: Range<Int>) {
    let isEmpty = monthCount == 0
    let first = min(isEmpty ? months.lowerBound : firstMonth, months.lowerBound - Self.margin)
    let end = max(firstMonth + monthCount, months.upperBound + Self.margin)
    var grown = [Int128](repeating: 0, count: Charge.allCases.count * (end - first))
    for charge in Charge.allCases {
      for month in firstMonth..<firstMonth + monthCount {
        grown[charge.order * (end - first) + month - first] = change(of: charge, inMonth: month)
      }
    }
    changes = grown
    firstMonth = first
    monthCount = end - first
  }
}
