import GRDB

/// The rows of entries that are not written yet, table by table.
struct WaitingRows {
  private(set) var entries: [NewEntry] = []
  /// Of each of `EntryTable.all`, in that order, where the rows are.
  private var stretches: [[Stretch]] = Array(repeating: [], count: EntryTable.all.count)
  private var runs: [Run] = []
  /// The rows of the entries themselves, which are written last.
  private(set) var entryRows = PackedRows()
  /// How many values there are beside those of the entries themselves.
  private(set) var cellCount = 0

  private struct Run {
    let prepared: PreparedRun
    /// Of each of its entries, once it has one.
    var numbers: [Int]
  }

  /// Neighbours in a run.
  private struct Stretch {
    let run: Int
    var cells: Range<Int>
  }

  /// The entries that are added next are of this run.
  mutating func begin(_ run: PreparedRun) {
    runs.append(Run(prepared: run, numbers: Array(repeating: 0, count: run.entries.count)))
  }

  /// - Parameters:
  ///   - place: Of the entry in the run that was begun last.
  ///   - row: Of the entry itself.
  ///   - isNew: Whether the ledger has no version of its subject yet.
  mutating func add(_ place: Int, number: Int, row: [DatabaseValue], isNew: Bool) {
    let last = runs.count - 1
    let run = runs[last].prepared
    runs[last].numbers[place] = number
    entries.append(run.entries[place].entry)
    entryRows.append(row)
    for part in run.parts(of: run.entries[place], isNew: isNew) {
      cellCount += part.cells.count
      add(part.cells, of: last, to: part.table)
    }
  }

  private mutating func add(_ cells: Range<Int>, of run: Int, to table: Int) {
    let last = stretches[table].count - 1
    if last >= 0, stretches[table][last].run == run,
      stretches[table][last].cells.upperBound == cells.lowerBound
    {
      let start = stretches[table][last].cells.lowerBound
      stretches[table][last].cells = start..<cells.upperBound
    } else {
      stretches[table].append(Stretch(run: run, cells: cells))
    }
  }

  /// Hands over the rows of each table, and at the end those of the entries.
  ///
  /// - Parameter write: Takes the place of the table, or `nil` for the entries; rows of it and
  ///   others, which of their values are to be written, and the numbers of the entries they are of.
  func forEachStretch(
    _ write: (_ table: Int?, PackedRows, _ cells: Range<Int>, _ numbers: [Int]) throws -> Void
  ) rethrows {
    for (table, stretches) in stretches.enumerated() {
      for stretch in stretches {
        let run = runs[stretch.run]
        try write(table, run.prepared.tables[table], stretch.cells, run.numbers)
      }
    }
    try write(nil, entryRows, 0..<entryRows.cellCount, [])
  }

  /// The run that was begun last goes on.
  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    for table in stretches.indices { stretches[table].removeAll(keepingCapacity: true) }
    runs.removeFirst(max(0, runs.count - 1))
    entryRows.removeAll()
    cellCount = 0
  }
}
