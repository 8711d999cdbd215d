import Analysis
import CashFlowEngine
import FinanceBasics

/// The sheet of the present value: what each charge adds, beside what leasebook posted.
struct LiveValue {
  private(set) var sheet = LiveSheet("Value")
  private let charges: [Charge]

  private static let firstRow = 4

  init(
    _ terms: LiveTerms, _ inputs: LiveInputs, _ months: LiveMonths, _ posted: LivePosted,
    _ valuation: LiveValuation
  ) {
    let cells = terms.flows.projection.cells
    let present = Set(cells.map(\.charge))
    charges = Charge.allCases.filter(present.contains)
    sheet.add([.text("Present value", .title)])
    sheet.add([
      .text("Every check", CellStyle().with { $0.isBold = true }), inputs.check,
    ])
    sheet.add([])
    sheet.add(
      ["Charge", "From the valuation date on", "Past", "Present value"].map { heading in
        .text(heading, .heading.with { $0.alignment = heading == "Charge" ? .left : .right })
      })
    for charge in charges {
      let own = cells.filter { $0.charge == charge }
      let sums = LiveSums(charge, terms, months, posted)
      let isLater = { (due: String) in "(\(due)>=\(inputs.date))" }
      let dues = (months: months.all(.due), posted: posted.all(.due))
      let later = sums.products((isLater(dues.months), isLater(dues.posted)))
      let past = sums.products(
        ("(1-\(isLater(dues.months)))", "(1-\(isLater(dues.posted)))"))
      let value = sums.products((months.all(.factor), posted.all(.factor)))
      let shown = { (isCounted: (Cell) -> Double) in
        own.reduce(0.0) { $0 + Double($1.minorUnits) * isCounted($1) } / 100
      }
      sheet.add([
        .text(charge.rawValue),
        .formula("ROUND(\(later),2)", shown { $0.due >= valuation.date ? 1 : 0 }, .liveMoney),
        .formula("ROUND(\(past),2)", shown { $0.due < valuation.date ? 1 : 0 }, .liveMoney),
        .formula(value, shown { inputs.shownFactor(on: $0.due) }, .liveMoney),
      ])
    }
    addEnd(valuation, cells)
  }

  private mutating func addEnd(_ valuation: LiveValuation, _ cells: [Cell]) {
    let last = sheet.next - 1
    let sum = { (column: Int) in
      "ROUND(SUM(\(CellReference(row: Self.firstRow, column: column).text):"
        + "\(CellReference(row: last, column: column).text)),2)"
    }
    let style = CellStyle.liveMoney.with {
      $0.isBold = true
      $0.fill = .total
      $0.top = .thin
      $0.bottom = .double
    }
    let later = cells.filter { $0.due >= valuation.date }.reduce(0) { $0 + $1.minorUnits }
    let total = sheet.next
    sheet.add([
      .text("Total", style), .formula(sum(1), Double(later) / 100, style),
      .formula(sum(2), Double(valuation.pastFlows) / 100, style),
      .formula(sum(3), Double(valuation.presentValue) / 100, style),
    ])
    sheet.add([
      .text("leasebook posted"), .blank, .money(valuation.pastFlows, .postedMoney),
      .money(valuation.presentValue, .postedMoney),
    ])
    let pair = { (column: Int) in
      CellReference(row: total, column: column).text + "="
        + CellReference(row: total + 1, column: column).text
    }
    sheet.add([.text("Check"), .blank, .verdict(pair(2)), .verdict(pair(3))])
  }

  /// The row that says whether the value is as posted.
  var check: String {
    let row = sheet.next - 1
    return "\(sheet.reference(row: row, column: 2)):\(CellReference(row: row, column: 3).fixed)"
  }

  var worksheet: Worksheet {
    let row = sheet.next - 1
    return Worksheet(
      name: sheet.name, rows: sheet.rows, columnWidths: [24, 24, 22, 24],
      frozenRows: Self.firstRow, frozenColumns: 1, headingRow: Self.firstRow - 1,
      verdicts: [
        CellRange(rows: 1...1, columns: 1...1), CellRange(rows: row...row, columns: 2...3),
      ])
  }
}
