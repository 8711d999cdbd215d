public import FinanceBasics

/// What one document posts on one day: a transaction of a journal, which balances.
public struct JournalEntry: Hashable, Sendable {
  /// The document.
  public let voucher: Voucher
  /// The day of every posting.
  public let day: CalendarDate
  /// In the order of the chart; they sum to zero.
  public let postings: [Posting]
}

extension Sequence where Element == Voucher {
  /// What the documents post: by day, of one day in the order of the documents.
  public var journal: [JournalEntry] {
    var entries: [JournalEntry] = []
    for voucher in self {
      var rest = voucher.postings[...]
      while let day = rest.first?.day {
        let count = rest.prefix { $0.day == day }.count
        entries.append(
          JournalEntry(voucher: voucher, day: day, postings: Array(rest.prefix(count))))
        rest = rest.dropFirst(count)
      }
    }
    return entries.enumerated().sorted { left, right in
      (left.element.day, left.offset) < (right.element.day, right.offset)
    }.map(\.element)
  }
}
