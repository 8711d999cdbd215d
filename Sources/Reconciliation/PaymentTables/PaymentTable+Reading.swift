import FinanceBasics
import LeaseModel

extension PaymentTable {
  /// The table that a deal states; years may stand in any order.
  ///
  /// - Throws: A year twice or left out, one before the day of the table, two currencies.
  init(_ stated: ContractedPayments) throws(PaymentTableFault) {
    let end = stated.fiscalYearEnd?.value ?? .december
    let asOf = stated.asOf?.value.last
    let figures = stated.rows.map(\.amount) + [stated.thereafter, stated.total].compactMap(\.self)
    let currencies = Set(figures.compactMap { $0.value.unit.currency?.code }).sorted()
    guard currencies.count <= 1 else { throw .currenciesMixed(currencies) }
    var years: [Row] = []
    for row in stated.rows.sorted(by: { $0.year < $1.year }) {
      years.append(try Self.row(row, fiscalYearEnd: end, asOf: asOf))
    }
    for (row, next) in zip(years, years.dropFirst()) {
      guard row.days.upperBound <= next.days.lowerBound else {
        throw .yearRepeated(Self.year(of: next))
      }
      guard row.days.upperBound == next.days.lowerBound else {
        throw .yearMissing(Self.year(of: row) + 1)
      }
    }
    let first = years.first?.days.lowerBound ?? .earliest
    let after = years.last?.days.upperBound ?? .earliest
    self.asOf = asOf
    fiscalYearEnd = end
    self.years = years
    thereafter = stated.thereafter.map {
      Row(kind: .thereafter, days: after..<CalendarDate.latest, path: $0.path, printed: $0.value)
    }
    total = stated.total.map {
      Row(kind: .total, days: first..<CalendarDate.latest, path: $0.path, printed: $0.value)
    }
  }

  private static func row(
    _ row: ContractedPayments.Row, fiscalYearEnd: FiscalYearEnd, asOf: CalendarDate?
  ) throws(PaymentTableFault) -> Row {
    var days = fiscalYearEnd.days(ofYear: row.year)
    var kind = Row.Kind.year(row.year)
    if let asOf {
      let next = asOf.adding(days: 1)
      guard next < days.upperBound else { throw .yearBeforeTable(row.year, asOf: asOf) }
      if days.lowerBound < next {
        days = next..<days.upperBound
        kind = .restOfYear(row.year)
      }
    }
    return Row(kind: kind, days: days, path: row.amount.path, printed: row.amount.value)
  }

  private static func year(of row: Row) -> Int {
    switch row.kind {
    case .year(let year), .restOfYear(let year): year
    case .thereafter, .total: 0
    }
  }
}
