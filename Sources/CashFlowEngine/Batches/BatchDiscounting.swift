public import FinanceBasics

/// How the amounts of a batch are discounted: to which day, and by which factors.
public struct BatchDiscounting: Sendable {
  /// Amounts paid before it are past; one paid on it counts in full.
  public let valuationDate: CalendarDate
  /// Factors are worked out once for the months up to this one, included; later ones one by one.
  public let through: YearMonth
  /// Dimensionless; by the day of payment and the month that earned the amount.
  public let factor: @Sendable (CalendarDate, YearMonth) -> Double

  /// - Parameters:
  ///   - through: Best the last month of the batch: a table of factors reaches to it.
  ///   - factor: The same for the same day and month, whenever it is asked.
  public init(
    to valuationDate: CalendarDate, through: YearMonth,
    factor: @escaping @Sendable (CalendarDate, YearMonth) -> Double
  ) {
    self.valuationDate = valuationDate
    self.through = through
    self.factor = factor
  }
}

/// The factors of the months that fall due by one rule, summed from each month to the last.
///
/// The factors of a run of months are the difference of two sums. They are summed from the far end,
/// so that a distant run, whose factors are small, is a difference of small sums. Tables are made
/// when they are first asked for.
struct FactorTables {
  /// The sums of one rule and due day.
  struct Table {
    fileprivate let rule: Int
    fileprivate let dueDay: Int
    /// The first month that is not past.
    let firstMonth: Int
    /// The month after the last one in the table.
    let endMonth: Int
    /// Of the sums: one a month, and zero for the month after the last.
    let places: Range<Int>
  }

  private let discounting: BatchDiscounting
  private var rules: [DueRule] = []
  /// 32 a rule, one a due day; `nil` where none was asked for.
  private var tables: [Table?] = []
  /// Of all tables.
  private(set) var sums: [Double] = []

  init(_ discounting: BatchDiscounting) {
    self.discounting = discounting
  }

  /// The places of the rules of some columns, each new one added.
  mutating func places(of columns: PostedColumns) -> [Int] {
    columns.dueRules.map { rule in
      if let place = rules.firstIndex(of: rule) { return place }
      rules.append(rule)
      tables.append(contentsOf: repeatElement(nil, count: 32))
      return rules.count - 1
    }
  }

  /// The table for a rule and a due day, from 1; 31 stands for a month's last day.
  @inline(__always)
  mutating func table(rule: Int, dueDay: Int) -> Table {
    if let known = tables[rule * 32 + dueDay] { return known }
    return addTable(rule: rule, dueDay: dueDay)
  }

  private mutating func addTable(rule place: Int, dueDay: Int) -> Table {
    let rule = rules[place]
    let day = discounting.valuationDate
    var month = day.yearMonth.adding(months: -1 - max(0, Int(rule.paymentDays)) / 28)
    while rule.paid(in: month, dueDay: dueDay) < day { month = month.adding(months: 1) }
    let count = max(0, month.months(until: discounting.through) + 1)
    let first = sums.count
    sums.append(contentsOf: repeatElement(0, count: count + 1))
    for offset in stride(from: count - 1, through: 0, by: -1) {
      let accrual = month.adding(months: offset)
      let factor = discounting.factor(rule.paid(in: accrual, dueDay: dueDay), accrual)
      sums[first + offset] = sums[first + offset + 1] + factor
    }
    let table = Table(
      rule: place, dueDay: dueDay, firstMonth: Int(month.index),
      endMonth: Int(month.index) + count, places: first..<sums.count)
    tables[place * 32 + dueDay] = table
    return table
  }

  /// The factor of one month, which may be beyond the table; 0 where it is past.
  func factor(of month: Int, in table: Table) -> Double {
    guard month >= table.firstMonth else { return 0 }
    let month = YearMonth(index: Int32(truncatingIfNeeded: month))
    return discounting.factor(rules[table.rule].paid(in: month, dueDay: table.dueDay), month)
  }
}
