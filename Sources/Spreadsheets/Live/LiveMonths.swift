import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The sheet of months: a row a hall and month, from its days to its rent and its value.
struct LiveMonths {
  private(set) var sheet = LiveSheet("Months")
  private let terms: LiveTerms
  private let inputs: LiveInputs
  private let escalation: LiveEscalation
  private let columns: [Column]
  private let rows: ClosedRange<Int>
  private let hasValue: Bool

  private static let firstRow = 4

  /// In the order of the sheet; some are left out where a lease has no use for them.
  enum Column: CaseIterable {
    case hall, charge, month, monthEnd, from, through, days, monthDays, year, nextYear, later
    case freeEarlier, freeLater, weighted, exact, cents, rent, posted, check
    case costCents, cost, postedCost, costCheck, due, calendarYear, factor
  }

  init(_ terms: LiveTerms, _ inputs: LiveInputs, _ escalation: LiveEscalation, hasValue: Bool) {
    self.terms = terms
    self.inputs = inputs
    self.escalation = escalation
    self.hasValue = hasValue
    let isFree = terms.halls.contains { $0.abatement != nil }
    columns = Column.allCases.filter { column in
      switch column {
      case .freeEarlier, .freeLater: isFree
      case .costCents, .cost, .postedCost, .costCheck: terms.margin != nil
      case .factor: hasValue
      default: true
      }
    }
    let count = terms.blocks.reduce(0) { $0 + $1.months.count }
    rows = Self.firstRow...(Self.firstRow + max(count, 1) - 1)
    sheet.add([.text("Rent by hall and month", .title)])
    sheet.add([
      .text("Every check", CellStyle().with { $0.isBold = true }), .blank, inputs.check,
    ])
    sheet.add([])
    sheet.add(
      columns.map { column in
        .text(column.heading, .heading.with { $0.alignment = column.isWords ? .left : .right })
      })
    for block in terms.blocks { add(block) }
  }

  // MARK: - Where things are

  /// A column of all months, as formulas of any sheet name it.
  func all(_ column: Column) -> String {
    sheet.reference(rows: rows, column: columns.firstIndex(of: column) ?? 0)
  }

  /// Megawatt-months of base rent at their levels, which contract values are solved over.
  var baseMegawattMonths: String {
    "SUMIFS(\(all(.weighted)),\(all(.charge)),\"\(Charge.baseRent.rawValue)\")"
  }

  /// The days of a hall in all its rows, which stand below each other.
  ///
  /// Rows are told by their place: names that differ in case alone are equal to spreadsheets.
  func days(of live: LiveHall) -> String {
    let own = terms.blocks.filter { $0.live.index == live.index }.map(rows)
    guard let first = own.first?.lowerBound, let last = own.last?.upperBound else { return "0" }
    let column = columns.firstIndex(of: .days) ?? 0
    return "SUM(\(sheet.reference(rows: first...last, column: column)))"
  }

  /// The columns that say whether rows are as posted.
  var checks: [String] { [all(.check)] + (terms.margin == nil ? [] : [all(.costCheck)]) }

  // MARK: - Rows

  private mutating func add(_ block: LiveBlock) {
    let renewals = terms.blocks.first {
      $0.live.index == block.live.index && $0.charge == .renewalRent
    }
    for (place, month) in block.months.enumerated() {
      let row = sheet.next
      let formulas = LiveMonthFormulas(
        block: block, isFirst: place == 0, row: row, terms: terms, inputs: inputs,
        escalation: escalation, columns: columns,
        renewals: renewals.map(rows))
      sheet.add(columns.map { formulas.cell($0, month) })
    }
  }

  /// The rows of a block, one a month.
  private func rows(of block: LiveBlock) -> ClosedRange<Int> {
    let before = terms.blocks.prefix {
      $0.live.index != block.live.index || $0.charge != block.charge
    }
    let first = Self.firstRow + before.reduce(0) { $0 + $1.months.count }
    return first...(first + block.months.count - 1)
  }

  var worksheet: Worksheet {
    let verdicts = columns.indices.filter {
      columns[$0] == .check || columns[$0] == .costCheck
    }.map { CellRange(rows: rows, columns: $0...$0) }
    return Worksheet(
      name: sheet.name, rows: sheet.rows, columnWidths: columns.map(\.width),
      frozenRows: Self.firstRow, frozenColumns: 3, headingRow: Self.firstRow - 1,
      filterEnd: rows.upperBound,
      verdicts: [CellRange(rows: 1...1, columns: 2...2)] + verdicts)
  }
}

extension LiveMonths.Column {
  var heading: String {
    switch self {
    case .hall: "Hall"
    case .charge: "Charge"
    case .month: "Month"
    case .monthEnd: "Month through"
    case .from: "In force from"
    case .through: "In force through"
    case .days: "Days in force"
    case .monthDays: "Days in month"
    case .year: "Lease year"
    case .nextYear: "Next lease year from"
    case .later: "Days at its rate"
    case .freeEarlier: "Free days before"
    case .freeLater: "Free days after"
    case .weighted: "MW-months at their level"
    case .exact: "Rent, not rounded"
    case .cents: "In cents, to 15 digits"
    case .rent: "Rent"
    case .posted: "leasebook posted"
    case .check: "Check"
    case .costCents: "Cost in cents, to 15 digits"
    case .cost: "Operating cost"
    case .postedCost: "leasebook posted cost"
    case .costCheck: "Check of cost"
    case .due: "Due"
    case .calendarYear: "Year"
    case .factor: "Discount factor"
    }
  }

  fileprivate var isWords: Bool { self == .hall || self == .charge }

  fileprivate var width: Double {
    switch self {
    case .hall: 20
    case .charge: 14
    case .exact, .cents: 19
    case .rent, .posted, .costCents, .cost, .postedCost, .weighted: 16
    case .month: 9
    case .monthEnd, .from, .through, .nextYear, .due, .factor: 11.5
    default: 8.5
    }
  }
}
