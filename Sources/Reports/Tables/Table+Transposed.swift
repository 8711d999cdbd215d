extension Table {
  /// The table with a row for each column, for people who compare few subjects by many measures.
  ///
  /// The first column's values become headings, and each figure keeps the format of its column.
  /// Rows and columns that are for programs alone are left out.
  ///
  /// - Parameter heading: What stands above the names of the measures.
  /// - Precondition: The table has a column for people.
  public func transposed(heading: String) -> Table {
    let table = forPeople
    precondition(!table.columns.isEmpty, "a table that is transposed names its rows")
    let subjects = table.rows.enumerated().map { position, row in
      Column("subject_\(position + 1)", row.values[0].plainText, .figure)
    }
    let measures = table.columns.indices.dropFirst().map { position in
      let column = table.columns[position]
      let figures = table.rows.map { row in
        row.values[position].formatted(as: row.values[position].format ?? column.kind)
      }
      return Row([.text(column.heading)] + figures)
    }
    return Table(
      title: title, columns: [Column("measure", heading, .text, isKey: true)] + subjects,
      rows: measures, currency: currency, footnotes: footnotes)
  }
}
