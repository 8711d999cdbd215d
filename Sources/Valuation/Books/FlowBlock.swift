import FinanceBasics

/// The amounts of some deals of one calendar, one row after the other.
struct FlowBlock {
  /// The number of the calendar.
  let calendar: Int
  /// How many deals it has room for, so that its columns never move.
  let capacity: Int
  private(set) var deals: [Int] = []
  private(set) var amounts: [Double] = []

  /// The most deals of a block: enough to share what the calendar needs, few enough to share out.
  static let mostDeals = 64

  init(calendar: Int, capacity: Int, flowsOfDeal: Int) {
    self.calendar = calendar
    self.capacity = capacity
    deals.reserveCapacity(capacity)
    amounts.reserveCapacity(capacity * flowsOfDeal)
  }

  var isFull: Bool { deals.count == capacity }

  /// Adds a deal, and returns its row.
  mutating func append(_ flows: [DatedFlow], deal: Int) -> Int {
    precondition(!isFull, "the block has room")
    amounts.append(contentsOf: flows.lazy.map(\.amount))
    deals.append(deal)
    return deals.count - 1
  }

  /// The indices of a row's amounts.
  func indices(ofRow row: Int) -> Range<Int> {
    let width = amounts.count / deals.count
    return row * width..<(row + 1) * width
  }
}
