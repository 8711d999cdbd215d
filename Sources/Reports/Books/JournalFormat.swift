/// The programs whose journals the books can be had as.
public enum JournalFormat: String, CaseIterable, Hashable, Sendable {
  case hledger
  case ledger
  case beancount
  /// A line a posting.
  case csv
}
