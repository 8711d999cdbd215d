import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel
import Reconciliation
import TestSupport

/// Deals with a table of contracted payments, stated or made from halls that the engine projects.
struct TableDeal {
  struct Hall {
    let megawatts: Int
    /// The true first day.
    let start: CalendarDate
    /// What is announced of it.
    let window: String
  }

  var halls: [Hall]
  var years = 10
  /// As a fraction.
  var growth = ExactDecimal(digits: 3, fractionDigits: 2)
  /// As the deal states it; `nil` where it is not disclosed.
  var escalator: String? = "3 %"
  /// A kilowatt and month.
  var rent = ExactDecimal(100)
  var fiscalYearEnd = "12-31"
  var asOf = "2026-12-31"
  var rowYears = 2027...2031

  var lease: Lease {
    Lease(
      id: DealID("table"),
      halls: halls.enumerated().map { place, hall in
        LeaseModel.Hall(
          name: "hall \(place + 1)", criticalIT: ExactDecimal(hall.megawatts),
          baseTerm: hall.start..<hall.start.adding(months: 12 * years))
      },
      periods: [RentPeriod(rent: .rate(.perKilowattMonth(rent)), escalator: .fixed(growth))])
  }

  /// The payments of each year in thousands, to the nearest, then of what follows.
  func rows() throws -> (years: [Int64], thereafter: Int64) {
    let end = FiscalYearEnd(fiscalYearEnd) ?? .december
    let first = CalendarDate(asOf)?.adding(days: 1) ?? .earliest
    var cents: [Int: Int64] = [:]
    try project(lease).forEachCell { cell in
      let day = cell.month.firstDay
      guard first <= day else { return }
      let year = rowYears.first { end.days(ofYear: $0).contains(day) } ?? rowYears.upperBound + 1
      cents[year, default: 0] += cell.minorUnits
    }
    func thousands(_ cents: Int64) -> Int64 { (cents + 50_000) / 100_000 }
    return (
      rowYears.map { thousands(cents[$0] ?? 0) }, thousands(cents[rowYears.upperBound + 1] ?? 0)
    )
  }

  /// The deal with its table.
  ///
  /// - Parameter moved: Thousands that are added to the row of a year; `nil` is what follows.
  func deal(moving moved: (year: Int?, thousands: Int64) = (nil, 0)) throws -> AnalysedDeal {
    let (amounts, thereafter) = try rows()
    var table = [(String, String)]()
    for (place, year) in rowYears.enumerated() {
      let amount = amounts[place] + (moved.year == year ? moved.thousands : 0)
      table.append(("contractedPayments.rows[\(place + 1)].year", "\(year)"))
      table.append(("contractedPayments.rows[\(place + 1)].amount", "\(amount) k USD"))
    }
    let after = thereafter + (moved.year == nil ? moved.thousands : 0)
    table.append(("contractedPayments.thereafter", "\(after) k USD"))
    var terms: [(String, String)] = [("term", "\(years) years")]
    for (place, hall) in halls.enumerated() {
      terms.append(("halls[hall \(place + 1)].name", "hall \(place + 1)"))
      terms.append(("halls[hall \(place + 1)].criticalIT", "\(hall.megawatts) MW"))
      terms.append(("halls[hall \(place + 1)].readyForService", hall.window))
    }
    if let escalator { terms.append(("rent.escalator.fixed", escalator)) }
    return try Self.deal(
      terms + [
        ("contractedPayments.asOf", asOf), ("contractedPayments.fiscalYearEnd", fiscalYearEnd),
      ] + table)
  }

  /// A deal of the terms given.
  static func deal(_ terms: [(String, String)]) throws -> AnalysedDeal {
    let parties = [("landlord", "one"), ("tenant", "two"), ("contract.kind", "lease")]
    return AnalysedDeal(versions: [try DealBuilder.deal("table", terms: parties + terms)])
  }
}
