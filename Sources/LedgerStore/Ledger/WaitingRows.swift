import GRDB

/// The rows of entries that are not written yet, table by table.
struct WaitingRows {
  private(set) var entries: [NewEntry] = []
  /// One for each of `EntryTable.all`, in that order.
  private(set) var tables: [PackedRows] = Array(
    repeating: PackedRows(), count: EntryTable.all.count)
  /// The rows of the entries themselves, which are written last.
  private(set) var entryRows = PackedRows()
  /// How many values there are beside those of the entries themselves.
  private(set) var cellCount = 0

  /// - Parameters:
  ///   - row: Of the entry itself.
  ///   - parts: What it adds to other tables.
  mutating func add(
    _ entry: NewEntry, number: Int, row: [DatabaseValue], _ parts: some Sequence<PreparedEntry.Part>
  ) {
    entries.append(entry)
    entryRows.append(row, isOfEntry: false)
    for part in parts {
      tables[part.table].append(part.rows, entry: number)
      cellCount += part.rows.cellCount
    }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for place in tables.indices { tables[place].removeAll() }
    entryRows.removeAll()
    cellCount = 0
  }
}
