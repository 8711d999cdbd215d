import FinanceBasics

extension DataSeries {
  /// A row that breaks a rule, and which.
  public struct RowFault: Sendable {
    /// The place of the row, from 0.
    public let row: Int
    /// The cell at fault.
    public let cell: Cell
    /// The rule.
    public let fault: SeriesFault
  }

  /// The cells of a row.
  public enum Cell: Sendable {
    case period, tenor, value
  }

  /// The longest stretch of months that may have been skipped.
  public static let maximumSkippedMonths = 12

  /// Every rule that rows break, in their order.
  public static func faults(
    of rows: [SeriesRow], under heading: SeriesHeading
  ) -> [RowFault] {
    var check = RowCheck(heading: heading, rows: rows)
    for index in rows.indices { check.check(index) }
    return check.faults
  }

  /// The rules for one row after another.
  private struct RowCheck {
    let heading: SeriesHeading
    let rows: [SeriesRow]
    private(set) var faults: [RowFault] = []
    /// The line of every period and tenor so far.
    private var lines: [Place: Int] = [:]
    /// The last row that was in its order.
    private var last: SeriesRow?

    private struct Place: Hashable {
      let period: SeriesPeriod
      let tenor: Tenor?
    }

    init(heading: SeriesHeading, rows: [SeriesRow]) {
      self.heading = heading
      self.rows = rows
    }

    mutating func check(_ index: Int) {
      let row = rows[index]
      checkForm(row, index)
      checkValue(row, index)
      let place = Place(period: row.period, tenor: row.tenor)
      if let line = lines[place] {
        report(.periodDoubled(row.name, firstLine: line), .period, index)
        return
      }
      lines[place] = row.line
      guard let last else {
        self.last = row
        return
      }
      if row.period < last.period {
        report(.periodUnordered(row.name, behind: last.name), .period, index)
      } else if row.period == last.period, let tenor = row.tenor, let before = last.tenor,
        !before.isShorter(than: tenor)
      {
        report(.periodUnordered(row.name, behind: last.name), .tenor, index)
      } else {
        checkGap(row, after: last, index)
        self.last = row
      }
    }

    private mutating func checkForm(_ row: SeriesRow, _ index: Int) {
      let isMonth = if case .month = row.period { true } else { false }
      let bounds = YearMonth(year: 1900, month: 1)...YearMonth(year: 2300, month: 12)
      if isMonth != (heading.frequency == .monthly) || !bounds.contains(row.period.month) {
        report(.periodOutOfBounds(row.period.description), .period, index)
      }
      if (row.tenor != nil) != heading.kind.isCurve {
        report(.tenorMalformed(row.tenor?.marketName ?? ""), .tenor, index)
      }
    }

    private mutating func checkValue(_ row: SeriesRow, _ index: Int) {
      guard let value = row.value else {
        let isInside = index > rows.startIndex && index < rows.endIndex - 1
        if heading.frequency == .dated || !isInside {
          report(.valueMissing(row.name), .value, index)
        }
        return
      }
      if !heading.kind.accepts(value) {
        let bounds = heading.kind.bounds
        report(.valueOutOfBounds(value.description, bounds: bounds), .value, index)
      }
    }

    private mutating func checkGap(_ row: SeriesRow, after last: SeriesRow, _ index: Int) {
      guard case .month(let month) = row.period, case .month(let before) = last.period else {
        return
      }
      if before.months(until: month) > DataSeries.maximumSkippedMonths + 1 {
        report(.gap(row.name, after: last.name), .period, index)
      }
    }

    private mutating func report(_ fault: SeriesFault, _ cell: Cell, _ row: Int) {
      faults.append(RowFault(row: row, cell: cell, fault: fault))
    }
  }
}
