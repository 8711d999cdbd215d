import GRDB

/// What an entry says otherwise than recording the same thing again would write.
public struct EntryDifference: Hashable, Sendable {
  /// Whether the figure was derived rather than stated.
  public let isDerived: Bool
  /// The path of a field, or the column in words.
  public let place: String
  /// What the ledger has; `nil` for nothing.
  public let stored: String?
  /// What recording the same again would write; `nil` for nothing.
  public let expected: String?
}

extension Ledger {
  /// Compares an entry with what recording a thing again would write, column by column.
  ///
  /// The name of the engine behind derived figures may differ, the figures may not.
  ///
  /// - Parameters:
  ///   - sequence: The number of the entry.
  ///   - isFirst: Whether it is the first of its subject.
  /// - Returns: The first difference, in the order in which rows are written; `nil` for none.
  /// - Throws: `LedgerProblem`.
  public func difference(
    of entry: NewEntry, from sequence: Int, isFirst: Bool
  ) throws -> EntryDifference? {
    try connection.read { database in
      let rows = EntryRows(entry, isNew: isFirst)
      for id in EntryTable.ID.tables(of: entry.kind) {
        let table = EntryTable.all[id.rawValue]
        let statement = try database.cachedStatement(
          sql: "\(table.selection) WHERE entry = ? ORDER BY \(table.order)")
        let stored = try Row.fetchAll(statement, arguments: [sequence])
          .map { Array($0.databaseValues.dropFirst()) }
        if let found = table.difference(stored, rows.tables[id.rawValue], id) { return found }
      }
      return nil
    }
  }
}

extension EntryTable.ID {
  /// The tables that an entry of a kind may have rows in.
  fileprivate static func tables(of kind: EntryKind) -> [EntryTable.ID] {
    let (first, last): (EntryTable.ID, EntryTable.ID) =
      switch kind {
      case .party: (.party, .partyAlias)
      case .site: (.site, .siteVersion)
      case .deal: (.deal, .projectedHall)
      case .series: (.series, .seriesValue)
      case .scenario: (.scenario, .scenarioChange)
      case .invoice, .creditNote, .receipt, .writeOff, .refund, .reversal: (.voucher, .posting)
      case .run: (.run, .runConvention)
      }
    return allCases.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }
  }
}

extension EntryTable {
  fileprivate func difference(
    _ stored: [[DatabaseValue]], _ expected: [[DatabaseValue]], _ id: ID
  ) -> EntryDifference? {
    for (number, (left, right)) in zip(stored, expected).enumerated() {
      let column = columns.indices.first { column in
        left[column] != right[column] && !(id == .derivation && columns[column] == "engine")
      }
      guard let column else { continue }
      return EntryDifference(
        isDerived: role == .derived, place: place(of: column, in: right, number: number + 1, id),
        stored: left[column].words, expected: right[column].words)
    }
    guard stored.count != expected.count else { return nil }
    return EntryDifference(
      isDerived: role == .derived, place: "rows of \(RefusedRule.words(name))",
      stored: "\(stored.count)", expected: "\(expected.count)")
  }

  private func place(
    of column: Int, in row: [DatabaseValue], number: Int, _ id: ID
  ) -> String {
    let words = RefusedRule.words(columns[column])
    // People know a field by its path, the third column.
    if id == .field, let path = String.fromDatabaseValue(row[2]) {
      return columns[column] == "text" ? path : "\(path), \(words)"
    }
    return order == "entry" ? words : "\(RefusedRule.words(name)) \(number), \(words)"
  }
}

extension DatabaseValue {
  /// The value as people read it; `nil` for NULL.
  fileprivate var words: String? {
    switch storage {
    case .null: nil
    case .int64(let integer): "\(integer)"
    case .double(let number): "\(number)"
    case .string(let text): text
    case .blob(let data): "\(data.count) bytes"
    }
  }
}
