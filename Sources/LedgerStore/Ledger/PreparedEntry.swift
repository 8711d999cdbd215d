import FinanceBasics
import GRDB

/// What is made of an entry before anything is asked of the ledger; its rows are in its run.
struct PreparedEntry: Sendable {
  let entry: NewEntry
  let subject: String
  /// The hash of what the entry states, by which a repeat is recognised.
  let content: String
  /// The last columns of the entry's own row, from `effectiveOn` to `content`.
  let columns: [DatabaseValue]
  /// What a text with a NUL character is, in words; `nil` where none has one.
  let placeOfNUL: String?
  /// Which parts of its run are its own.
  let parts: Range<Int>

  init(_ entry: NewEntry, content: String, placeOfNUL: String?, parts: Range<Int>) {
    self.entry = entry
    self.content = content
    self.placeOfNUL = placeOfNUL
    self.parts = parts
    subject = entry.subject
    columns = [
      value(entry.effective.description), value(entry.known.description),
      value(entry.document?.hash), value(entry.document?.name), value(entry.reason),
      value(content),
    ]
  }
}
