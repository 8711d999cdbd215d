import GRDB

/// The rows of entries that are not written yet, table by table.
struct WaitingRows {
  private(set) var entries: [NewEntry] = []
  /// One for each of `EntryTable.all`, in that order.
  private(set) var tables: [[InsertedRow]] = Array(repeating: [], count: EntryTable.all.count)
  /// The rows of the entries themselves, which are written last.
  private(set) var entryRows: [InsertedRow] = []
  /// How many rows there are beside those of the entries themselves.
  private(set) var count = 0

  /// - Parameter row: Of the entry itself, its sequence number first.
  mutating func add(_ entry: NewEntry, row: [DatabaseValue], _ rows: EntryRows) {
    entries.append(entry)
    entryRows.append((nil, row))
    for place in rows.filledTables {
      for columns in rows.tables[place] { tables[place].append((row[0], columns)) }
      count += rows.tables[place].count
    }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for place in tables.indices { tables[place].removeAll(keepingCapacity: true) }
    entryRows.removeAll(keepingCapacity: true)
    count = 0
  }
}
