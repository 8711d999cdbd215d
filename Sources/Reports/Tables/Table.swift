public import FinanceBasics

/// A listing as a value: what stands in each cell, before any format is chosen.
///
///     let table = Table(
///       title: "Base rent",
///       columns: [Column("year", "Year", .text, isKey: true), Column("rent", "Rent", .amount)],
///       rows: [Row([.text("2028"), .amount(37_636_606_320)])], currency: .usd)
///     renderText(table, style: TextStyle())
public struct Table: Hashable, Sendable {
  /// What the table shows, for people; no line where it is absent.
  public let title: String?
  /// In the order of the report.
  public let columns: [Column]
  /// In the order of the report; each has one value a column.
  public let rows: [Row]
  /// The currency of every amount, or `nil` where there are no amounts or a column names it.
  public let currency: Currency?
  /// Conventions, dates and counts, one line each, below the line that states currency and unit.
  public let footnotes: [String]

  /// A table whose rows and columns stand in the order given.
  ///
  /// - Precondition: Each row has one value a column, and no two columns have the same key.
  public init(
    title: String? = nil, columns: [Column], rows: [Row], currency: Currency? = nil,
    footnotes: [String] = []
  ) {
    precondition(
      rows.allSatisfy { $0.values.count == columns.count }, "a row has one value a column")
    precondition(Set(columns.map(\.key)).count == columns.count, "a key names one column")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.currency = currency
    self.footnotes = footnotes
  }
}

/// Who sees a column or a row: text is for people, CSV and JSON are for programs.
public enum Audience: Hashable, Sendable {
  case all
  case people
  case programs

  package var includesPeople: Bool { self != .programs }
  package var includesPrograms: Bool { self != .people }
}

extension Table {
  /// The part of the table that is for people.
  package var forPeople: Table { restricted(to: \.includesPeople) }

  /// The part of the table that is for programs.
  package var forPrograms: Table { restricted(to: \.includesPrograms) }

  private func restricted(to isIncluded: (Audience) -> Bool) -> Table {
    let kept = columns.indices.filter { isIncluded(columns[$0].audience) }
    return Table(
      title: title, columns: kept.map { columns[$0] },
      rows: rows.filter { isIncluded($0.audience) }.map { $0.selecting(kept) },
      currency: currency, footnotes: footnotes)
  }
}
