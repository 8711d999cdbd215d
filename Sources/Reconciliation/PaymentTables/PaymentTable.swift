public import FinanceBasics
public import LeaseModel

/// A filing's table of contracted payments: each row an interval of money over its days.
public struct PaymentTable: Hashable, Sendable {
  /// What is paid on some days, as printed.
  public struct Row: Hashable, Sendable {
    /// Which days the row is of.
    public enum Kind: Hashable, Sendable {
      /// A fiscal year, named after the calendar year in which it ends.
      case year(Int)
      /// What is left of a fiscal year after the day of the table.
      case restOfYear(Int)
      /// All that follows the years.
      case thereafter
      /// The years and what follows them.
      case total
    }

    /// Which days the row is of.
    public let kind: Kind
    /// The days that count, end excluded.
    public let days: Range<CalendarDate>
    /// Of the field, without its block.
    public let path: FieldPath
    /// As printed, in money.
    public let printed: Figure

    /// The row's name as a table prints it, such as `2027` or `thereafter`.
    public var name: String {
      switch kind {
      case .year(let year): "\(year)"
      case .restOfYear(let year): "rest of \(year)"
      case .thereafter: "thereafter"
      case .total: "total"
      }
    }
  }

  /// The day of the table; `nil` where the file does not say, so that the first year is whole.
  public let asOf: CalendarDate?
  /// The last day of its years.
  public let fiscalYearEnd: FiscalYearEnd
  /// The years in their order; at least one, each follows the one before it.
  public let years: [Row]
  /// What falls after the years; `nil` where the table ends with them.
  public let thereafter: Row?
  /// The sum; `nil` where none is printed.
  public let total: Row?

  /// The rows from the first year to the total, as they are printed.
  public var rows: [Row] { years + [thereafter, total].compactMap(\.self) }

  /// The money of the table.
  public var currency: Currency { years.first?.printed.unit.currency ?? .usd }
}
