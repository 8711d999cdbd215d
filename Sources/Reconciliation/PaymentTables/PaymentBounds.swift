import FinanceBasics

/// The rows of a table that a search has to meet, as intervals.
struct PaymentBounds {
  /// A row with its interval, in currency units.
  struct Row {
    /// The place among the years and what follows them; `nil` is the sum of all.
    let place: Int?
    /// Among all printed rows.
    let printed: Int
    let bound: MinimaxProgram.Bound
  }

  let years: [Row]
  let thereafter: Row?
  /// `nil` where the printed total is the sum of the printed rows, so that it says nothing more.
  let total: Row?

  /// - Parameter halls: That may be posted, phases included: each month of each is a cell.
  init(_ table: PaymentTable, footing: PaymentFooting?, halls: Int) {
    years = table.years.enumerated().map { place, row in
      Row(place: place, printed: place, bound: Self.bound(row.printed, cells: 12 * halls))
    }
    let cells = Tenor.maximumMonths * halls
    let after = table.years.count
    thereafter = table.thereafter.map {
      Row(place: after, printed: after, bound: Self.bound($0.printed, cells: cells))
    }
    let isSumOfRows = footing.map { $0.gap.digits == 0 } ?? false
    let printed = after + (table.thereafter == nil ? 0 : 1)
    total = table.total.flatMap {
      isSumOfRows
        ? nil : Row(place: nil, printed: printed, bound: Self.bound($0.printed, cells: cells))
    }
  }

  /// All rows, those of some places among the printed ones left out.
  func rows(without left: Set<Int> = []) -> [Row] {
    (years + [thereafter, total].compactMap(\.self)).filter { !left.contains($0.printed) }
  }

  /// The interval of a figure, and half a cent for each posted cell, so that none is rejected for
  /// the cents of its postings.
  private static func bound(_ figure: Figure, cells: Int) -> MinimaxProgram.Bound {
    let low = figure.low.doubleValue
    let high = figure.high.doubleValue
    return MinimaxProgram.Bound(
      middle: (low + high) / 2, width: (high - low) / 2 + 0.005 * Double(cells))
  }
}
