/// A monthly index, such as the CPI, with the months that were never published left empty.
public struct IndexSeries: Hashable, Sendable {
  /// The name under which leases refer to it.
  public let name: String
  /// What the values are counted in: `index`, or money such as `USD/kW-month`.
  public let unit: String
  /// The month of the first value.
  public let firstMonth: YearMonth
  /// One value a month from the first on; `nil` where none was published.
  public let values: [ExactDecimal?]

  /// - Precondition: The first and the last value were published.
  public init(
    name: String, unit: String = "index", firstMonth: YearMonth, values: [ExactDecimal?]
  ) {
    precondition(values.first.flatMap { $0 } != nil, "a series starts with a published value")
    precondition(values.last.flatMap { $0 } != nil, "a series ends with a published value")
    self.name = name
    self.unit = unit
    self.firstMonth = firstMonth
    self.values = values
  }

  /// The last month that was published.
  public var lastMonth: YearMonth { firstMonth.adding(months: values.count - 1) }

  /// The value of a month, or the last one published before it where that month was skipped.
  ///
  /// - Returns: `nil` before the first month and after the last.
  public func value(in month: YearMonth) -> (value: ExactDecimal, isCarried: Bool)? {
    let row = firstMonth.months(until: month)
    guard values.indices.contains(row) else { return nil }
    for earlier in stride(from: row, through: 0, by: -1) {
      if let value = values[earlier] { return (value, earlier != row) }
    }
    return nil
  }
}
