import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// How the keys of cash flows are written: periods, groups and charges.
enum CashFlowKeys {
  /// A key as a heading: `base-rent` is "Base rent".
  static func sentence(_ key: String) -> String {
    guard key != "noi" else { return "NOI" }
    let words = key.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What people call a period that begins on a day.
  static func periodName(
    from firstDay: CalendarDate, through lastDay: CalendarDate, length: PeriodLength
  ) -> String {
    let month = firstDay.yearMonth
    switch length {
    case .month: return month.description
    case .quarter: return "\(month.year)-Q\((month.month + 2) / 3)"
    case .year: return "\(month.year)"
    case .fiscalYear(let last):
      return "FY\(month.adding(months: (last - month.month + 12) % 12).year)"
    case .total: return "\(firstDay) to \(lastDay)"
    }
  }

  /// The same as a value: a calendar year is a number.
  static func period(
    from firstDay: CalendarDate, through lastDay: CalendarDate, length: PeriodLength
  ) -> Value {
    if case .year = length { return .year(firstDay.year) }
    return .text(periodName(from: firstDay, through: lastDay, length: length))
  }

  /// The columns of the groups asked for, in their order.
  static func columns(of groups: [CashFlowGrouping]) -> [Column] {
    groups.map { Column($0.rawValue, sentence($0.rawValue), .text, isKey: true) }
  }

  /// The value of a group by one of its keys.
  static func value(of group: CashFlowTable.Group, by grouping: CashFlowGrouping) -> Value {
    let text =
      switch grouping {
      case .charge: group.charge?.rawValue
      case .hall: group.hall
      case .deal: group.deal?.text
      case .landlord: group.landlord?.text
      }
    return .text(text ?? "")
  }

  /// By which day rows go, in a sentence.
  static func basis(of request: CashFlowRequest, case projectionCase: ProjectionCase) -> String {
    let dates =
      request.dates == .accrual
      ? "by the month that earns them; capital cost, prepayment and deposit on their cash dates"
      : "by the day on which they are paid"
    return "\(projectionCase.rawValue) case; amounts \(dates); received is positive"
  }
}
