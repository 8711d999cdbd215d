/// What is made of an entry before anything is asked of the ledger: its rows, and their hash.
struct PreparedEntry: Sendable {
  let entry: NewEntry
  let subject: String
  /// As the first version of its subject adds them.
  let rows: EntryRows
  /// The hash of what the entry states, by which a repeat is recognised.
  let content: String
  /// What a text with a NUL character is, in words; `nil` where none has one.
  let placeOfNUL: String?

  /// - Parameter encoding: Room for the bytes that are hashed; what it held is lost.
  init(_ entry: NewEntry, using encoding: inout CanonicalEncoding) {
    self.entry = entry
    subject = entry.subject
    rows = EntryRows(entry, isNew: true)
    content = ChainLink.content(of: rows, using: &encoding)
    placeOfNUL = (encoding.hasNUL ? rows.placeOfNUL : nil) ?? entry.placeOfNUL
  }

  /// The rows that the entry adds.
  ///
  /// - Parameter isNew: Whether the ledger has no version of its subject yet.
  func rows(isNew: Bool) -> EntryRows { isNew ? rows : rows.withoutIdentities }
}
