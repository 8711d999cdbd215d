public import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A deal with the cells of its projection: of the version in force, and of those before it.
public struct DealCashFlows: Sendable {
  /// The deal that the cash flows are of.
  public let analysed: AnalysedDeal
  /// Of the version in force.
  public let projection: Projection
  private let earlier: [(projection: Projection, days: Range<CalendarDate>)]

  /// - Throws: `NotProjectable`, or a `ProjectionProblem`.
  public init(_ analysed: AnalysedDeal, case projectionCase: ProjectionCase) throws {
    self.analysed = analysed
    projection = try project(analysed.resolution.get().lease, case: projectionCase)
    earlier = try analysed.earlier.map {
      (try project($0.lease, case: projectionCase), $0.days)
    }
  }

  /// Whether an earlier version governs days on which rent accrues.
  public var isSpliced: Bool { !earlier.isEmpty }

  /// The posted sum of a charge, each version's on the days that it governs.
  public func total(of charge: Charge) -> Int64 {
    guard isSpliced else { return projection.total(of: charge) }
    return sum { $0.charge == charge }
  }

  /// Posted NOI, each version's on the days that it governs; `nil` where a cost is unknown.
  public var netOperatingIncome: Int64? {
    guard let whole = projection.netOperatingIncome else { return nil }
    return isSpliced ? sum { $0.charge.isInNOI } : whole
  }

  private func sum(_ isCounted: (Amount) -> Bool) -> Int64 {
    var sum: Int64 = 0
    forEachAmount(in: CalendarDate.earliest..<CalendarDate.latest, by: .accrual) { amount in
      if isCounted(amount) { sum += amount.minorUnits }
    }
    return sum
  }

  /// One posted amount, or the part of it that falls into the days asked for.
  struct Amount {
    let charge: Charge
    let hallName: String
    let hall: Int
    let month: YearMonth
    let due: CalendarDate
    let minorUnits: Int64
  }

  /// Visits the amounts of all versions, each on the days that its version governs.
  ///
  /// What accrues by the month is split by days where a version ends; capital cost, prepayment and
  /// deposit are plans as a whole, and are those of the version in force.
  func forEachAmount(
    in days: Range<CalendarDate>, by dates: CashFlowDates, _ body: (Amount) -> Void
  ) {
    for (version, governed) in earlier {
      visit(version, governing: governed, in: days, by: dates, body)
    }
    let start = earlier.last?.days.upperBound ?? .earliest
    visit(projection, governing: start..<CalendarDate.latest, in: days, by: dates, body)
    projection.forEachCell { cell in
      guard cell.charge.isDated, days.contains(cell.due) else { return }
      body(amount(of: cell, in: projection, minorUnits: cell.minorUnits))
    }
  }

  /// Visits what accrues by the month on the days that a version governs.
  private func visit(
    _ projection: Projection, governing governed: Range<CalendarDate>,
    in days: Range<CalendarDate>, by dates: CashFlowDates, _ body: (Amount) -> Void
  ) {
    let lease = projection.lease
    let inForce = lease.halls.map {
      $0.daysInForce(withRenewals: lease.renewals, in: projection.projectionCase)
    }
    let counted = dates == .cash ? governed : governed.clamped(to: days)
    guard !counted.isEmpty else { return }
    projection.forEachCell { cell in
      guard !cell.charge.isDated, counted.overlaps(cell.month.days) else { return }
      if dates == .cash, !days.contains(cell.due) { return }
      let part = share(of: cell, force: inForce[cell.hall], in: counted)
      body(amount(of: cell, in: projection, minorUnits: part))
    }
  }

  private func amount(of cell: Cell, in projection: Projection, minorUnits: Int64) -> Amount {
    Amount(
      charge: cell.charge, hallName: projection.lease.halls[cell.hall].name, hall: cell.hall,
      month: cell.month, due: cell.due, minorUnits: minorUnits)
  }
}

extension Charge {
  /// Whether the charge sits on its cash date in every view, rather than accruing by the month.
  ///
  /// Source: CONVENTIONS §7.
  var isDated: Bool {
    switch self {
    case .capitalCost, .prepayment, .deposit, .terminationFee: true
    default: false
    }
  }
}

extension Hall {
  /// The base term, and the renewals that a case counts.
  func daysInForce(
    withRenewals renewals: [RenewalOption], in projectionCase: ProjectionCase
  ) -> Range<CalendarDate> {
    guard projectionCase != .base else { return baseTerm }
    let months = renewals.reduce(0) { $0 + $1.months }
    return baseTerm.lowerBound..<baseTerm.upperBound.adding(months: months)
  }
}
