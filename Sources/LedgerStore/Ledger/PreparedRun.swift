/// Some entries as they are prepared, one after the other.
///
/// Their rows are packed together table by table: memory is taken and given back a run at a time,
/// and neighbours are bound where they are.
struct PreparedRun: Sendable {
  private(set) var entries: [PreparedEntry] = []
  /// One for each of `EntryTable.all`, in that order: the rows as first versions have them.
  private(set) var tables: [PackedRows] = Array(
    repeating: PackedRows(), count: EntryTable.all.count)
  private var parts: [Part] = []
  /// What of the rows the hash of their entry covers directly.
  private var linked: [UInt8] = []

  /// The rows that an entry adds to one table.
  struct Part: Sendable {
    /// The place of the table.
    let table: Int
    /// Which values of the table are those of the rows.
    let cells: Range<Int>
    /// Whether it is the row of the thing itself, which only its first version adds.
    let isIdentity: Bool
    fileprivate let linked: Range<Int>
  }

  init(_ entries: some Collection<NewEntry>) {
    self.entries.reserveCapacity(entries.count)
    var encoding = CanonicalEncoding()
    for entry in entries { append(entry, using: &encoding) }
  }

  /// What an entry adds, in the order of the tables.
  ///
  /// - Parameter isNew: Whether the ledger has no version of its subject yet.
  func parts(of entry: PreparedEntry, isNew: Bool) -> some Sequence<Part> {
    parts[entry.parts].lazy.filter { isNew || !$0.isIdentity }
  }

  /// What of a part the hash of its entry covers directly.
  func linked(_ part: Part) -> ArraySlice<UInt8> { linked[part.linked] }

  private mutating func append(_ entry: NewEntry, using encoding: inout CanonicalEncoding) {
    let rows = EntryRows(entry, isNew: true)
    let content = ChainLink.content(of: rows, using: &encoding)
    let placeOfNUL = (encoding.hasNUL ? rows.placeOfNUL : nil) ?? entry.placeOfNUL
    let (place, firstPart) = (entries.count, parts.count)
    for table in rows.filledTables {
      let firstCell = tables[table].cellCount
      for row in rows.tables[table] { tables[table].append(row, ofEntryAt: place) }
      encoding.removeAll()
      encoding.appendLinked(rows.tables[table], of: EntryTable.all[table])
      let firstByte = linked.count
      linked += encoding.bytes
      parts.append(
        Part(
          table: table, cells: firstCell..<tables[table].cellCount,
          isIdentity: EntryTable.all[table].role == .identity, linked: firstByte..<linked.count))
    }
    entries.append(
      PreparedEntry(
        entry, content: content, placeOfNUL: placeOfNUL, parts: firstPart..<parts.count))
  }
}
