import FinanceBasics
import Synchronization

/// What is done for every deal of a book, with what the deals of a calendar share.
protocol BookWorker: SendableMetatype {
  associatedtype Made: Sendable

  /// Prepares for deals of a calendar.
  mutating func begin(_ calendar: FlowCalendar)

  /// What is made of a deal of the calendar that was begun last.
  ///
  /// - Parameters:
  ///   - amounts: One a day of the calendar.
  ///   - flows: The same with the days, for deals that take another way.
  mutating func result(
    of amounts: UnsafeBufferPointer<Double>, in calendar: FlowCalendar,
    flows: () -> [DatedFlow]
  ) -> Made
}

extension FlowBook {
  /// What is made of each deal, in the order of the deals, by one worker.
  func results<Worker: BookWorker>(_ worker: Worker) -> [Worker.Made] {
    var worker = worker
    let queue = BookQueue(self)
    return queue.joined([queue.parts(by: &worker)])
  }

  /// What is made of each deal, in the order of the deals.
  ///
  /// Which worker gets which deals is open. What is made of a deal depends on the deal alone, so
  /// that it is the same for any number of workers.
  func results<Worker: BookWorker>(
    workers: Int, _ worker: @Sendable @escaping () -> Worker
  ) async -> [Worker.Made] {
    precondition(workers > 0, "a book has a worker")
    guard workers > 1 else { return results(worker()) }
    let queue = BookQueue(self)
    return await withTaskGroup(of: [BookQueue.Part<Worker.Made>].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var worker = worker()
          return queue.parts(by: &worker)
        }
      }
      var parts: [[BookQueue.Part<Worker.Made>]] = []
      for await part in group { parts.append(part) }
      return queue.joined(parts)
    }
  }
}

/// The blocks of a book, handed out to workers some of a calendar at a time.
private final class BookQueue: Sendable {
  private let book: FlowBook
  /// The numbers of the blocks, those of a calendar one after the other.
  private let order: [Int]
  /// The places in the order that one worker takes at once.
  private let shares: [Range<Int>]
  private let next = Atomic<Int>(0)

  /// What was made of the deals of a block.
  struct Part<Made: Sendable>: Sendable {
    let block: Int
    let made: [Made]
  }

  /// So many that preparing for a calendar counts little, so few that workers end together.
  private static let dealsOfShare = 256

  init(_ book: FlowBook) {
    self.book = book
    order = book.blocks.indices.sorted {
      (book.blocks[$0].calendar, $0) < (book.blocks[$1].calendar, $1)
    }
    var shares: [Range<Int>] = []
    var (start, deals) = (0, 0)
    for (place, number) in order.enumerated() {
      deals += book.blocks[number].deals.count
      let isLast =
        place + 1 == order.count
        || book.blocks[order[place + 1]].calendar != book.blocks[number].calendar
      guard isLast || deals >= Self.dealsOfShare else { continue }
      shares.append(start..<(place + 1))
      (start, deals) = (place + 1, 0)
    }
    self.shares = shares
  }

  /// Lets a worker take shares until none is left.
  func parts<Worker: BookWorker>(by worker: inout Worker) -> [Part<Worker.Made>] {
    var parts: [Part<Worker.Made>] = []
    var begun = -1
    while true {
      let share = next.add(1, ordering: .relaxed).oldValue
      guard share < shares.count else { return parts }
      for number in order[shares[share]] {
        let block = book.blocks[number]
        if block.calendar != begun { worker.begin(book.calendars[block.calendar]) }
        begun = block.calendar
        parts.append(Part(block: number, made: made(of: block, by: &worker)))
      }
    }
  }

  private func made<Worker: BookWorker>(
    of block: FlowBlock, by worker: inout Worker
  ) -> [Worker.Made] {
    let calendar = book.calendars[block.calendar]
    return block.amounts.withUnsafeBufferPointer { amounts in
      block.deals.indices.map { row in
        let rowAmounts = UnsafeBufferPointer(rebasing: amounts[block.indices(ofRow: row)])
        return worker.result(of: rowAmounts, in: calendar) { book[block.deals[row]] }
      }
    }
  }

  /// What the workers made, in the order of the deals.
  func joined<Made>(_ parts: [[Part<Made>]]) -> [Made] {
    var blocks = [[Made]](repeating: [], count: book.blocks.count)
    for part in parts.joined() { blocks[part.block] = part.made }
    return book.places.map { blocks[$0.block][$0.row] }
  }
}
