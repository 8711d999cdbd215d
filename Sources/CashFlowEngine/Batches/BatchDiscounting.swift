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
/// so that a distant run, whose factors are small, is a difference of small sums.
struct FactorSums: Sendable {
  /// The first month that is not past.
  let firstMonth: Int
  /// From the first month on, each with those after it; the last, of the month after, is zero.
  let sums: [Double]

  /// - Parameter dueDay: From 1; 31 stands for a month's last day.
  init(_ discounting: BatchDiscounting, dueDay: Int, rule: DueRule) {
    var month = discounting.valuationDate.yearMonth.adding(months: -1 - Int(rule.paymentDays) / 28)
    while rule.paid(in: month, dueDay: dueDay) < discounting.valuationDate {
      month = month.adding(months: 1)
    }
    firstMonth = Int(month.index)
    let count = max(0, month.months(until: discounting.through) + 1)
    var sums = [Double](repeating: 0, count: count + 1)
    for offset in stride(from: count - 1, through: 0, by: -1) {
      let accrual = month.adding(months: offset)
      sums[offset] =
        sums[offset + 1]
        + discounting.factor(rule.paid(in: accrual, dueDay: dueDay), accrual)
    }
    self.sums = sums
  }
}

/// The sums of factors that a worker has met so far, by rule and due day.
struct FactorTables {
  let discounting: BatchDiscounting
  private var rules: [DueRule] = []
  /// 32 a rule, one a due day; `nil` where none was met.
  private var tables: [FactorSums?] = []

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

  /// The sums for a rule and a due day, worked out when they are first asked for.
  mutating func sums(rule: Int, dueDay: Int) -> FactorSums {
    if let known = tables[rule * 32 + dueDay] { return known }
    let sums = FactorSums(discounting, dueDay: dueDay, rule: rules[rule])
    tables[rule * 32 + dueDay] = sums
    return sums
  }

  /// The factor of one month, which may be beyond the tables; 0 where it is past.
  func factor(rule: Int, dueDay: Int, month: Int) -> Double {
    let month = YearMonth(index: Int32(truncatingIfNeeded: month))
    let paid = rules[rule].paid(in: month, dueDay: dueDay)
    return paid < discounting.valuationDate ? 0 : discounting.factor(paid, month)
  }
}
