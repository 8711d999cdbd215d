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
    forEachAmount(in: .always, by: .accrual) { amount in
      if isCounted(amount) { sum += amount.minorUnits }
    }
    return sum
  }

  /// One posted amount, or the part of it that falls into the days asked for.
  struct Amount {
    let charge: Charge
    /// The place of the hall among those of its version.
    let hall: Int
    /// The place of the version: those before the one in force, then that one.
    let version: Int
    let month: YearMonth
    let due: CalendarDate
    let minorUnits: Int64
  }

  /// The projection of a version: those before the one in force by their places, then that one.
  func projection(ofVersion version: Int) -> Projection {
    version < earlier.count ? earlier[version].projection : projection
  }

  /// Visits the amounts of all versions, each on the days that its version governs.
  ///
  /// What accrues by the month is split by days where a version ends; capital cost, prepayment and
  /// deposit are plans as a whole, and are those of the version in force.
  func forEachAmount(
    in days: Range<CalendarDate>, by dates: CashFlowDates, _ body: (Amount) -> Void
  ) {
    for (version, part) in earlier.enumerated() {
      visit(version, governing: part.days, in: days, by: dates, body)
    }
    let start = earlier.last?.days.upperBound ?? .earliest
    visit(earlier.count, governing: start..<CalendarDate.latest, in: days, by: dates, body)
    projection.forEachCell { cell in
      guard cell.charge.isDated, days.contains(cell.due) else { return }
      body(Amount(cell, version: earlier.count, minorUnits: cell.minorUnits))
    }
  }

  /// Visits what accrues by the month on the days that a version governs.
  private func visit(
    _ version: Int, governing governed: Range<CalendarDate>,
    in days: Range<CalendarDate>, by dates: CashFlowDates, _ body: (Amount) -> Void
  ) {
    let projection = projection(ofVersion: version)
    let inForce = projection.lease.daysInForce(in: projection.projectionCase)
    let counted = dates == .cash ? governed : governed.clamped(to: days)
    guard !counted.isEmpty else { return }
    let whole = counted.wholeMonths
    projection.forEachCell { cell in
      guard !cell.charge.isDated else { return }
      if dates == .cash, !days.contains(cell.due) { return }
      if whole.contains(cell.month) {
        body(Amount(cell, version: version, minorUnits: cell.minorUnits))
      } else if counted.overlaps(cell.month.days) {
        let part = share(
          of: cell.minorUnits, in: cell.month, force: inForce[cell.hall], on: counted)
        body(Amount(cell, version: version, minorUnits: part))
      }
    }
  }
}

extension DealCashFlows.Amount {
  /// A cell with the part of its amount that is counted.
  fileprivate init(_ cell: Cell, version: Int, minorUnits: Int64) {
    self.init(
      charge: cell.charge, hall: cell.hall, version: version, month: cell.month, due: cell.due,
      minorUnits: minorUnits)
  }
}

extension Range<CalendarDate> {
  /// The months that lie in the days from their first day to their last.
  fileprivate var wholeMonths: Range<YearMonth> {
    let start = lowerBound.yearMonth
    let first = lowerBound.day == 1 ? start : start.adding(months: 1)
    return first..<Swift.max(first, upperBound.yearMonth)
  }
}
