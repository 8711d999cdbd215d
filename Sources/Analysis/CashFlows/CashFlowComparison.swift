public import FinanceBasics

/// The same question answered as recorded and under scenarios, row by row.
public struct CashFlowComparison: Sendable {
  /// As recorded, then by scenario in the order given; all of one question.
  public let tables: [CashFlowTable]
  /// Every row that any of them has, in the order of a table's rows.
  public let rows: [Row]

  /// The sums of one group in one period, one an answer.
  public struct Row: Hashable, Sendable {
    /// The days of the period that were asked for, both included.
    public let firstDay: CalendarDate
    /// The last day, included.
    public let lastDay: CalendarDate
    /// What the row is split by.
    public let group: CashFlowTable.Group
    /// One an answer, as recorded first; `nil` where the answer has no such row.
    public let minorUnits: [Int64?]
    /// Whether operating costs of a deal in the row are unknown; one an answer.
    public let isCostUnknown: [Bool]

    /// What an answer has more than the recorded one; a row that is not there counts nothing.
    public func difference(at answer: Int) -> Int64 {
      (minorUnits[answer] ?? 0) - (minorUnits[0] ?? 0)
    }
  }

  /// - Parameters:
  ///   - recorded: The answer without any scenario.
  ///   - scenarios: The answers to the same question under scenarios.
  /// - Precondition: All tables answer the same request.
  public init(_ recorded: CashFlowTable, with scenarios: [CashFlowTable]) {
    precondition(
      scenarios.allSatisfy { $0.request == recorded.request }, "scenarios answer one question")
    let tables = [recorded] + scenarios
    var found: [Key: [CashFlowTable.Row?]] = [:]
    for (answer, table) in tables.enumerated() {
      for row in table.rows {
        let key = Key(period: row.period, group: row.group)
        found[key, default: Array(repeating: nil, count: tables.count)][answer] = row
      }
    }
    let sorted = found.sorted { left, right in
      left.key.period == right.key.period
        ? left.key.group.isBefore(right.key.group) : left.key.period < right.key.period
    }
    self.tables = tables
    rows = sorted.map { key, rows in
      let present = rows.compactMap(\.self)
      return Row(
        firstDay: present.map(\.firstDay).min() ?? .earliest,
        lastDay: present.map(\.lastDay).max() ?? .earliest, group: key.group,
        minorUnits: rows.map { $0?.minorUnits },
        isCostUnknown: rows.map { $0?.isCostUnknown ?? false })
    }
  }

  private struct Key: Hashable {
    let period: Int
    let group: CashFlowTable.Group
  }
}
