extension PropertyReport {
  /// The report as a table with a row an entry, its sections as headings.
  package var table: Table {
    let entries = sections.flatMap(\.entries)
    let optional: [(column: Column, value: (Entry) -> String?)] = [
      (Column("unit", "Unit", .text), { $0.unit }), (Column("basis", "Basis", .text), { $0.basis }),
      (Column("source", "Source", .text), { $0.source }),
    ].filter { part in entries.contains { part.1($0) != nil } }
    let rows = sections.flatMap { section in
      let heading = section.heading.map { heading in
        Row([.text(heading), .blank] + optional.map { _ in .blank }, emphasis: .heading)
      }
      return [heading].compactMap(\.self)
        + section.entries.map { entry in
          Row(
            [.text(entry.label), entry.value.formatted(as: entry.value.format ?? entry.kind)]
              + optional.map { part in part.value(entry).map { .text($0) } ?? .blank })
        }
    }
    return Table(
      title: title,
      columns: [Column("label", "", .text, isKey: true), Column("value", "Value", .figure)]
        + optional.map(\.column),
      rows: rows, footnotes: footnotes)
  }
}
