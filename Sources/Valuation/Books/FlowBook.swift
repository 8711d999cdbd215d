public import FinanceBasics

/// The flows of many deals, in columns, with the days of deals that share them kept once.
///
/// What a rate of return or a present value needs of the days alone is then done once a calendar,
/// and the deals are shared out over the cores. Each deal has its own result: what is wrong with one
/// is no matter to the others.
///
///     let book = FlowBook([flowsOfFirstDeal, flowsOfSecondDeal])
///     let rates = await book.ratesOfReturn(workers: 2)
///     try rates[1].get().rate  // as internalRateOfReturn(of: flowsOfSecondDeal).rate
public struct FlowBook: Sendable {
  private(set) var calendars: [FlowCalendar] = []
  private(set) var blocks: [FlowBlock] = []
  /// Where the amounts of each deal are.
  private(set) var places: [Place] = []
  /// The block of each calendar to which deals are added.
  private var lastBlocks: [Int] = []
  /// The calendars of each key.
  private var calendarsByKey: [FlowCalendar.Key: [Int]] = [:]

  /// A block by its number, and a row of it.
  struct Place {
    let block: Int
    let row: Int
  }

  /// A book without deals.
  public init() {}

  /// A book of deals, each with its flows in any order.
  public init(_ deals: some Sequence<[DatedFlow]>) {
    places.reserveCapacity(deals.underestimatedCount)
    for flows in deals { append(flows) }
  }

  /// How many deals there are.
  public var count: Int { places.count }

  /// How many different lists of days the deals have.
  public var calendarCount: Int { calendars.count }

  /// The flows of a deal, as they were added.
  ///
  /// - Precondition: The deal is one of the book's; the first is 0.
  public subscript(deal: Int) -> [DatedFlow] {
    let place = places[deal]
    let block = blocks[place.block]
    let calendar = calendars[block.calendar]
    return zip(calendar.days.indices, block.amounts[block.indices(ofRow: place.row)]).map {
      DatedFlow(date: calendar.days[$0], amount: $1, accrualMonth: calendar.accrualMonths[$0])
    }
  }

  /// Adds the flows of a deal, in any order, after those of the deals before.
  ///
  /// - Complexity: O(flows).
  public mutating func append(_ flows: [DatedFlow]) {
    let calendar = calendarNumber(of: flows)
    if blocks[lastBlocks[calendar]].isFull {
      let capacity = min(FlowBlock.mostDeals, 2 * blocks[lastBlocks[calendar]].capacity)
      addBlock(to: calendar, capacity: capacity, flowsOfDeal: flows.count)
    }
    let block = lastBlocks[calendar]
    let row = blocks[block].append(flows, deal: places.count)
    places.append(Place(block: block, row: row))
  }

  private mutating func addBlock(to calendar: Int, capacity: Int, flowsOfDeal: Int) {
    lastBlocks[calendar] = blocks.count
    blocks.append(FlowBlock(calendar: calendar, capacity: capacity, flowsOfDeal: flowsOfDeal))
  }

  /// The number of the calendar that holds the days of flows, made anew if there is none.
  private mutating func calendarNumber(of flows: [DatedFlow]) -> Int {
    if let last = places.last.map({ blocks[$0.block].calendar }), calendars[last].holds(flows) {
      return last
    }
    let key = FlowCalendar.Key(flows)
    let known = calendarsByKey[key, default: []].first { calendars[$0].holds(flows) }
    if let known { return known }
    calendarsByKey[key, default: []].append(calendars.count)
    calendars.append(FlowCalendar(flows))
    lastBlocks.append(0)
    addBlock(to: calendars.count - 1, capacity: 1, flowsOfDeal: flows.count)
    return calendars.count - 1
  }
}
