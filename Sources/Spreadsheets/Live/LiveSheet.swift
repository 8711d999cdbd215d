import FinanceBasics

/// A sheet being built, row by row, whose cells others refer to.
struct LiveSheet {
  let name: String
  private(set) var rows: [[SheetCell]] = []

  init(_ name: String) {
    self.name = name
  }

  /// The number of the next row, from 0.
  var next: Int { rows.count }

  mutating func add(_ row: [SheetCell]) { rows.append(row) }

  /// Puts a cell in place of another, where its formula needs rows that come later.
  mutating func put(_ cell: SheetCell, row: Int, column: Int) { rows[row][column] = cell }

  /// One cell, as formulas of any sheet name it.
  func reference(row: Int, column: Int) -> String {
    "\(name)!\(CellReference(row: row, column: column).fixed)"
  }

  /// A part of one column, both ends included, as formulas of any sheet name it.
  func reference(rows: ClosedRange<Int>, column: Int) -> String {
    "\(name)!\(CellReference(row: rows.lowerBound, column: column).fixed):"
      + CellReference(row: rows.upperBound, column: column).fixed
  }
}

extension CellStyle {
  /// Money to the cent, a dash for nothing.
  static let liveMoney = CellStyle.number("#,##0.00;[Red]-#,##0.00;\"-\"")
  static let inputMoney = CellStyle.input.with { $0.numberFormat = moneyFormat }
  static let inputDate = CellStyle.input.with {
    $0.numberFormat = "yyyy-mm-dd"
    $0.alignment = .right
  }
  static let liveDate = CellStyle.number("yyyy-mm-dd").with { $0.alignment = .right }
  static let inputCount = CellStyle.input.with { $0.numberFormat = "0" }
  static let inputPercent = CellStyle.input.with { $0.numberFormat = "0.00####%" }
  static let inputNumber = CellStyle.input.with { $0.numberFormat = "#,##0.00####" }
  /// What is posted, and follows no input.
  static let postedMoney = CellStyle.liveMoney.with {
    $0.fill = .posted
    $0.ink = .muted
  }
  /// Words among figures.
  static let words = CellStyle().with { $0.alignment = .right }
  static let verdict = CellStyle().with {
    $0.alignment = .center
    $0.isBold = true
  }
}

extension SheetCell {
  /// A formula with a number.
  static func formula(_ text: String, _ shown: Double, _ style: CellStyle) -> SheetCell {
    SheetCell(.formula(text, shown: .number(shown)), style)
  }

  /// A formula with a day.
  static func formula(_ text: String, _ shown: CalendarDate, _ style: CellStyle) -> SheetCell {
    SheetCell(.formula(text, shown: .date(shown)), style)
  }

  /// A formula that says whether a claim holds.
  static func verdict(_ claim: String, holds: Bool = true) -> SheetCell {
    let (good, bad) = Worksheet.verdictWords
    return SheetCell(
      .formula("IF(\(claim),\"\(good)\",\"\(bad)\")", shown: .text(holds ? good : bad)), .verdict)
  }

  /// Money from cents.
  static func money(_ minorUnits: Int64, _ style: CellStyle) -> SheetCell {
    .number(Double(minorUnits) / 100, style)
  }
}

/// A decimal as a formula writes it.
func formulaNumber(_ number: ExactDecimal) -> String { "\(number)" }
