import FinanceBasics
import LeaseModel
import Reconciliation

extension ReconciliationReport {
  /// The rows of a deal's table of contracted payments, with the columns of all others: without a
  /// family as printed, then each fit's terms and rows.
  func paymentRows(of subject: Subject) -> [Row] {
    guard let payments = subject.payments else { return [] }
    let verdict = snakeCase(payments.verdict.rawValue)
    let head: (Int) -> [Value] = { fit in
      [.text(subject.id), .text(verdict), fit == 0 ? .blank : .count(fit)]
    }
    let currency = payments.table?.currency ?? .usd
    let printed = (payments.table?.rows ?? []).map { Row(head(0) + $0.values + Self.blanks(7)) }
    return printed
      + payments.fits.enumerated().flatMap { number, fit in
        (fit.terms(currency) + fit.rows.map(\.values)).map { Row(head(number + 1) + $0) }
      }
  }

  fileprivate static func blanks(_ count: Int) -> [Value] { Array(repeating: .blank, count: count) }
}

extension PaymentTable.Row {
  /// The columns from `item` to `unit`.
  fileprivate var values: [Value] {
    [
      .text("payment"), .text(name), .text("\(path)"), .text(printed.text),
      .decimal(printed.low.normalized), .decimal(printed.high.normalized),
      .text(printed.unit.description),
    ]
  }
}

extension RowResidual {
  /// The columns from `item` on.
  fileprivate var values: [Value] {
    let projected = PreciseReal(integer: Int(minorUnits)).divided(by: PreciseReal(integer: 100))
    return row.values + [
      .decimal(projected), .blank, .text(isLeftOut ? "left_out" : isWithinPrecision ? "yes" : "no"),
      .blank, .blank, .decimal(residual), relativeResidual.map { .decimal($0) } ?? .blank,
    ]
  }
}

extension PaymentFit {
  /// The columns from `item` on, a row for each term and each hall's first day.
  fileprivate func terms(_ currency: Currency) -> [[Value]] {
    let rent = MeasureUnit.moneyPerKilowattMonth(currency)
    let terms: [(String, FittedTerm?, String)] = [
      ("escalator", escalator, MeasureUnit.percent.description),
      ("first-year rent", rentPerKilowattMonth, rent.description),
      ("first-year rent of all halls", firstYearRent, MeasureUnit.money(currency).description),
    ]
    let numbers = terms.compactMap { name, term, unit -> [Value]? in
      term.map {
        Self.row(name, .decimal($0.low), .decimal($0.high), .text(unit), .decimal($0.value))
      }
    }
    return numbers
      + halls.map { hall in
        Self.row(
          "commencement of \(hall.name)", .date(hall.commencements.lowerBound),
          .date(hall.commencements.upperBound), .blank, .date(hall.commencement))
      }
  }

  private static func row(
    _ name: String, _ low: Value, _ high: Value, _ unit: Value, _ value: Value
  ) -> [Value] {
    [.text("payment_term"), .text(name), .blank, .blank, low, high, unit, value]
      + ReconciliationReport.blanks(6)
  }
}
