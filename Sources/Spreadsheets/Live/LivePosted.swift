import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The sheet of amounts that no formula carries: they stand as posted, whatever the inputs.
struct LivePosted {
  private(set) var sheet = LiveSheet("Posted")
  private let terms: LiveTerms
  private let rows: ClosedRange<Int>
  private let hasValue: Bool

  private static let firstRow = 4

  /// In the order of the sheet.
  enum Column: Int, CaseIterable {
    case charge, hall, month, due, year, amount, factor

    fileprivate var heading: String {
      switch self {
      case .charge: "Charge"
      case .hall: "Hall"
      case .month: "Month"
      case .due: "Due"
      case .year: "Year"
      case .amount: "Amount, posted"
      case .factor: "Discount factor"
      }
    }
  }

  init(_ terms: LiveTerms, _ inputs: LiveInputs) {
    self.terms = terms
    hasValue = inputs.valuation != nil
    rows = Self.firstRow...(Self.firstRow + max(terms.others.count, 1) - 1)
    sheet.add([.text("Posted amounts that no formula carries", .title)])
    sheet.add([
      .text("Every check", CellStyle().with { $0.isBold = true }), inputs.check,
      .text("these do not follow the inputs", .note),
    ])
    sheet.add([])
    let columns = Column.allCases.filter { $0 != .factor || hasValue }
    sheet.add(
      columns.map { column in
        let isWords = column == .charge || column == .hall
        return .text(column.heading, .heading.with { $0.alignment = isWords ? .left : .right })
      })
    for cell in terms.others {
      let date = CellStyle.liveDate
      let due = CellReference(row: sheet.next, column: Column.due.rawValue).text
      sheet.add(
        [
          .text(cell.charge.rawValue), .text(terms.lease.halls[cell.hall].name),
          .date(cell.month.firstDay, date.with { $0.numberFormat = "yyyy-mm" }),
          .date(cell.due, date), .number(Double(cell.year), CellStyle.number("0")),
          .money(cell.minorUnits, .postedMoney),
        ]
          + (hasValue
            ? [
              .formula(
                inputs.factor(of: due), inputs.shownFactor(on: cell.due),
                CellStyle.number("0.000000000"))
            ] : []))
    }
  }

  /// A column of all amounts, as formulas of any sheet name it.
  func all(_ column: Column) -> String {
    sheet.reference(rows: rows, column: column.rawValue)
  }

  var worksheet: Worksheet {
    Worksheet(
      name: sheet.name, rows: sheet.rows, columnWidths: [22, 20, 12, 12, 9, 20, 16],
      frozenRows: Self.firstRow, frozenColumns: 1, headingRow: Self.firstRow - 1,
      filterEnd: rows.upperBound, verdicts: [CellRange(rows: 1...1, columns: 1...1)], tab: .posted)
  }
}

extension Cell {
  /// The calendar year that a projection counts it in.
  var year: Int { charge.isDated ? due.year : month.year }
}
