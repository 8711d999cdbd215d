import FinanceBasics
import GRDB

/// What is made of an entry before anything is asked of the ledger: its rows, and what is hashed.
struct PreparedEntry: Sendable {
  let entry: NewEntry
  let subject: String
  /// The hash of what the entry states, by which a repeat is recognised.
  let content: String
  /// The last columns of the entry's own row, from `effectiveOn` to `content`.
  let columns: [DatabaseValue]
  /// What a text with a NUL character is, in words; `nil` where none has one.
  let placeOfNUL: String?
  /// In the order of the tables, as the first version of the subject has them.
  private let parts: [Part]

  /// The rows that an entry adds to one table.
  struct Part: Sendable {
    /// The place of the table.
    let table: Int
    let rows: PackedRows
    /// What of them the hash of the entry covers directly.
    let linked: [UInt8]
    /// Whether it is the row of the thing itself, which only its first version adds.
    let isIdentity: Bool
  }

  /// - Parameter encoding: Room for the bytes that are hashed; what it held is lost.
  init(_ entry: NewEntry, using encoding: inout CanonicalEncoding) {
    let rows = EntryRows(entry, isNew: true)
    self.entry = entry
    subject = entry.subject
    content = ChainLink.content(of: rows, using: &encoding)
    columns = [
      value(entry.effective.description), value(entry.known.description),
      value(entry.document?.hash), value(entry.document?.name), value(entry.reason),
      value(content),
    ]
    placeOfNUL = (encoding.hasNUL ? rows.placeOfNUL : nil) ?? entry.placeOfNUL
    parts = rows.filledTables.map { place in
      let table = EntryTable.all[place]
      var packed = PackedRows()
      for row in rows.tables[place] { packed.append(row, isOfEntry: true) }
      encoding.removeAll()
      encoding.appendLinked(rows.tables[place], of: table)
      return Part(
        table: place, rows: packed, linked: encoding.bytes, isIdentity: table.role == .identity)
    }
  }

  /// What the entry adds.
  ///
  /// - Parameter isNew: Whether the ledger has no version of its subject yet.
  func parts(isNew: Bool) -> [Part] { isNew ? parts : parts.filter { !$0.isIdentity } }
}
