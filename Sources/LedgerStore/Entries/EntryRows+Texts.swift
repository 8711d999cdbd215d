import GRDB

extension EntryRows {
  /// What a text with a NUL character is, in words: SQLite would take the text up to there.
  ///
  /// A field of the deal file is named before the column that repeats it.
  var placeOfNUL: String? {
    let fields = tables[EntryTable.ID.field.rawValue]
    // The path, the third column, is what people know a field by.
    for row in fields where row.contains(where: \.hasNUL) {
      if case .string(let path) = row[2].storage { return path.filter { $0 != "\0" } }
    }
    for (table, rows) in zip(EntryTable.all, tables) {
      for row in rows {
        if let column = row.firstIndex(where: \.hasNUL) {
          return RefusedRule.words(table.columns[column])
        }
      }
    }
    return nil
  }
}

extension NewEntry {
  /// As of the rows, of what the entry itself says.
  var placeOfNUL: String? {
    let texts = [("reason", reason), ("file name", document?.name)]
    return texts.first { $0.1?.utf8.contains(0) ?? false }?.0
  }
}

extension DatabaseValue {
  fileprivate var hasNUL: Bool {
    if case .string(let text) = storage { text.utf8.contains(0) } else { false }
  }
}
