public import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A deal with the cells of its projection: of the version in force, and of those before it.
public struct DealCashFlows: Sendable {
  /// The deal that the cash flows are of.
  public let analysed: AnalysedDeal
  /// Of the version in force.
  public let projection: Projection
  /// What the books have in place of the projection; `nil` where nothing is replaced.
  var actuals: ActualFlows?
  private let earlier: [(projection: Projection, days: Range<CalendarDate>)]
  /// Rent paid ahead: what comes in, what the rents of all versions use, and what is given back.
  private(set) var prepaid: [Amount] = []
  /// What is given back of the deposit where the deal ends before its term.
  private let givenBack: [Amount]

  /// - Throws: `NotProjectable`, or a `ProjectionProblem`.
  public init(_ analysed: AnalysedDeal, case projectionCase: ProjectionCase) throws {
    self.analysed = analysed
    let lease = try analysed.resolution.get().lease
    // Rent paid ahead is used against the rents of all versions, and no version's alone.
    let isWhole = analysed.earlier.isEmpty && analysed.end == nil
    projection = try project(isWhole ? lease : lease.withoutPrepayment, case: projectionCase)
    earlier = try analysed.earlier.map {
      (try project($0.lease.withoutPrepayment, case: projectionCase), $0.days)
    }
    let last = earlier.count
    let inForce = projection
    givenBack = analysed.end.map { Self.givenBack(of: inForce, version: last, on: $0) } ?? []
    guard lease.prepayment != nil else { return }
    var rents = PrepaidRents(analysed.earlier.map(\.lease) + [lease], end: analysed.end)
    forEachAccrual(in: .always, by: .accrual) { rents.add($0) }
    prepaid = try rents.amounts()
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
    /// Whether it gives back what of rent paid ahead no rent used.
    var isPrepaymentLeft = false
  }

  /// How many versions there are: those before the one in force, and that one.
  var versionCount: Int { earlier.count + 1 }

  /// The place of the version that governs a day.
  func version(governing day: CalendarDate) -> Int {
    earlier.firstIndex { day < $0.days.upperBound } ?? earlier.count
  }

  /// The projection of a version: those before the one in force by their places, then that one.
  func projection(ofVersion version: Int) -> Projection {
    version < earlier.count ? earlier[version].projection : projection
  }

  /// Visits the amounts of all versions, each on the days that its version governs.
  ///
  /// What accrues by the month is split by days where a version ends; capital cost and deposit are
  /// plans as a whole, and are those of the version in force, and so is what comes in of rent paid
  /// ahead, which the rents of all versions use. A deal that ends before its term has nothing from
  /// that day on, but what is given back.
  func forEachAmount(
    in days: Range<CalendarDate>, by dates: CashFlowDates, _ body: (Amount) -> Void
  ) {
    forEachAccrual(in: days, by: dates, body)
    for amount in prepaid where days.contains(amount.due) { body(amount) }
    let end = analysed.end ?? .latest
    projection.forEachCell { cell in
      guard cell.charge.isDated, cell.charge != .prepayment, days.contains(cell.due),
        cell.due < end
      else { return }
      body(Amount(cell, version: earlier.count, minorUnits: cell.minorUnits))
    }
    for amount in givenBack where days.contains(amount.due) { body(amount) }
  }

  /// Visits what accrues by the month, each version's on the days that it governs.
  private func forEachAccrual(
    in days: Range<CalendarDate>, by dates: CashFlowDates, _ body: (Amount) -> Void
  ) {
    for (version, part) in earlier.enumerated() {
      visit(version, governing: part.days, in: days, by: dates, body)
    }
    let start = earlier.last?.days.upperBound ?? .earliest
    let end = analysed.end ?? .latest
    visit(earlier.count, governing: start..<max(start, end), in: days, by: dates, body)
  }

  /// What is held of the deposit, hall by hall, when a deal ends before its term.
  private static func givenBack(
    of projection: Projection, version: Int, on end: CalendarDate
  ) -> [Amount] {
    var held: [Int: Int64] = [:]
    projection.forEachCell { cell in
      guard cell.charge == .deposit, cell.due < end else { return }
      held[cell.hall, default: 0] += cell.minorUnits
    }
    return held.sorted { $0.key < $1.key }.filter { $0.value != 0 }.map { hall, amount in
      Amount(
        charge: .deposit, hall: hall, version: version, month: end.yearMonth, due: end,
        minorUnits: -amount)
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
