public import FinanceBasics

/// A version of a series: a table of values of months or days, with what is said of it.
///
///     book.indexSeries["cpi-u-nsa"]?.value(in: YearMonth(year: 2025, month: 10))?.isCarried  // true
public struct DataSeries: Hashable, Sendable {
  /// What is said of the version.
  public let heading: SeriesHeading
  /// In the order of periods, those of one day in the order of tenors; at least one.
  public let rows: [SeriesRow]

  /// The name that leases use.
  public var id: SeriesID { heading.id }

  /// - Returns: `nil` where the rows break a rule that `SeriesFault` names.
  public init?(heading: SeriesHeading, rows: [SeriesRow]) {
    guard !rows.isEmpty, Self.faults(of: rows, under: heading).isEmpty else { return nil }
    self.heading = heading
    self.rows = rows
  }

  /// The months between the first and the last that were never published, in order.
  ///
  /// A month without a row and a month with an empty value are the same. None of a dated series.
  public var skippedMonths: [YearMonth] {
    guard let index = indexSeries else { return [] }
    return index.values.indices.filter { index.values[$0] == nil }
      .map { index.firstMonth.adding(months: $0) }
  }

  /// The skipped months in words, such as `2025-10 was never published`; `nil` where there are none.
  public var skippedInWords: String? {
    let months = skippedMonths
    var runs: [(first: YearMonth, last: YearMonth)] = []
    for month in months {
      if let run = runs.last, run.last.adding(months: 1) == month {
        runs[runs.count - 1].last = month
      } else {
        runs.append((month, month))
      }
    }
    guard !runs.isEmpty else { return nil }
    let names = runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)" }
    return "\(names.joined(separator: ", ")) \(months.count == 1 ? "was" : "were") never published"
  }

  /// Of a monthly series, one value a month, as leases take it; `nil` of any other.
  public var indexSeries: IndexSeries? {
    guard heading.frequency == .monthly, let first = rows.first, let last = rows.last else {
      return nil
    }
    let firstMonth = first.period.month
    let count = firstMonth.months(until: last.period.month) + 1
    var values: [ExactDecimal?] = Array(repeating: nil, count: count)
    for row in rows { values[firstMonth.months(until: row.period.month)] = row.value }
    return IndexSeries(
      name: id.text, unit: heading.unit, firstMonth: firstMonth, values: values)
  }

  /// The points of a curve on the last of its days on or before a day, by tenor.
  ///
  /// - Returns: Empty before the first day, and of a series that is no curve.
  public func curve(on day: CalendarDate) -> [(tenor: Tenor, value: ExactDecimal)] {
    guard let last = rows.last(where: { $0.period <= .day(day) && $0.tenor != nil }) else {
      return []
    }
    return rows.filter { $0.period == last.period }.compactMap { row in
      guard let tenor = row.tenor, let value = row.value else { return nil }
      return (tenor, value)
    }
  }

  /// Whether another version says the same of the same days, whatever the layout of its files.
  public func hasContent(of other: DataSeries) -> Bool {
    heading == other.heading && firstDifference(from: other) == nil
  }

  /// The first place at which another version has another value, or a row that this one has not.
  public func firstDifference(from other: DataSeries) -> SeriesDifference? {
    for (row, otherRow) in zip(rows, other.rows) {
      guard row.period == otherRow.period, row.tenor == otherRow.tenor else {
        return SeriesDifference(
          place: min(row.period, otherRow.period).description, value: nil, other: nil)
      }
      if row.value?.normalized != otherRow.value?.normalized {
        return SeriesDifference(place: row.name, value: row.value, other: otherRow.value)
      }
    }
    guard rows.count != other.rows.count else { return nil }
    let further = (rows.count > other.rows.count ? rows : other.rows)[
      min(rows.count, other.rows.count)]
    return SeriesDifference(place: further.name, value: nil, other: nil)
  }
}

/// Where two versions of a series part.
public struct SeriesDifference: Hashable, Sendable {
  /// The period, and of a curve the tenor.
  public let place: String
  /// `nil` in both where only one of the versions has the place, or neither has a value.
  public let value: ExactDecimal?
  /// As of the first version.
  public let other: ExactDecimal?
}
