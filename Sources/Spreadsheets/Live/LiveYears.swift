import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The sheet of years: every charge added up, beside what was posted.
struct LiveYears {
  private(set) var sheet = LiveSheet("Years")
  private let terms: LiveTerms
  private let charges: [Charge]
  private let years: ClosedRange<Int>

  private static let firstRow = 4

  init(_ terms: LiveTerms, _ inputs: LiveInputs, _ months: LiveMonths, _ posted: LivePosted) {
    self.terms = terms
    let cells = terms.flows.projection.cells
    let present = Set(cells.map(\.charge))
    charges = Charge.allCases.filter(present.contains)
    let all = cells.map(\.year)
    years = (all.min() ?? 0)...((all.max() ?? 0) + Self.spareYears)
    sheet.add([.text("Cash flows by year", .title)])
    sheet.add([
      .text("Every check", CellStyle().with { $0.isBold = true }), inputs.check,
      .text(
        "\(terms.lease.currency.code), by the month that earns an amount; capital cost, prepayment "
          + "and deposit by their cash dates", .note),
    ])
    sheet.add([])
    let headings =
      charges.map { $0.words.prefix(1).uppercased() + $0.words.dropFirst() }
      + ["Net cash", "leasebook posted", "Check"]
    sheet.add(
      [.text("Year", .heading)]
        + headings.map { heading in
          .text(heading, .heading.with { $0.alignment = heading == "Check" ? .center : .right })
        })
    for year in years { addRow(year, cells, months, posted) }
    addTotal(cells)
  }

  /// Rows for a term that is made longer.
  private static let spareYears = 1

  private var lastRow: Int { Self.firstRow + years.count - 1 }

  private mutating func addRow(
    _ year: Int, _ cells: [Cell], _ months: LiveMonths, _ posted: LivePosted
  ) {
    let row = sheet.next
    let own = cells.filter { $0.year == year }
    let yearCell = CellReference(row: row, column: 0).text
    var result: [SheetCell] = [
      .number(Double(year), CellStyle.number("0").with { $0.alignment = .left })
    ]
    for charge in charges {
      let sums = LiveSums(charge, terms, months, posted)
      let shown = own.filter { $0.charge == charge }.reduce(0) { $0 + $1.minorUnits }
      result.append(.formula(sums.formula(year: yearCell), Double(shown) / 100, .liveMoney))
    }
    sheet.add(result + ends(of: own, row: row))
  }

  /// Net cash, what was posted, and whether they are equal.
  private func ends(of cells: [Cell], row: Int) -> [SheetCell] {
    let net = cells.reduce(0) { $0 + $1.minorUnits }
    let first = CellReference(row: row, column: 1).text
    let last = CellReference(row: row, column: charges.count).text
    let sum = CellReference(row: row, column: charges.count + 1).text
    let other = CellReference(row: row, column: charges.count + 2).text
    return [
      .formula("ROUND(SUM(\(first):\(last)),2)", Double(net) / 100, .liveMoney),
      .money(net, .postedMoney), .verdict("\(sum)=\(other)"),
    ]
  }

  private mutating func addTotal(_ cells: [Cell]) {
    let style = CellStyle.liveMoney.with {
      $0.isBold = true
      $0.fill = .total
      $0.top = .thin
      $0.bottom = .double
    }
    let row = sheet.next
    var result: [SheetCell] = [.text("Total", style)]
    for column in 1...(charges.count + 2) {
      let counted =
        column <= charges.count ? cells.filter { $0.charge == charges[column - 1] } : cells
      let range =
        CellReference(row: Self.firstRow, column: column).text
        + ":" + CellReference(row: row - 1, column: column).text
      let shown = counted.reduce(0) { $0 + $1.minorUnits }
      result.append(.formula("ROUND(SUM(\(range)),2)", Double(shown) / 100, style))
    }
    let sum = CellReference(row: row, column: charges.count + 1).text
    let other = CellReference(row: row, column: charges.count + 2).text
    sheet.add(result + [.verdict("\(sum)=\(other)")])
  }

  /// The column that says whether years are as posted.
  var check: String {
    sheet.reference(rows: Self.firstRow...(lastRow + 1), column: charges.count + 3)
  }

  var worksheet: Worksheet {
    let column = charges.count + 3
    return Worksheet(
      name: sheet.name, rows: sheet.rows,
      columnWidths: [14] + Array(repeating: 20, count: charges.count + 2) + [12],
      frozenRows: Self.firstRow, frozenColumns: 1, headingRow: Self.firstRow - 1,
      verdicts: [
        CellRange(rows: 1...1, columns: 1...1),
        CellRange(rows: Self.firstRow...(lastRow + 1), columns: column...column),
      ])
  }
}

/// What formulas add up of one charge: of the months, of what is posted, or of both.
struct LiveSums {
  private let charge: Charge
  private let months: LiveMonths
  private let posted: LivePosted
  private let isInMonths: Bool
  private let isPosted: Bool
  private let column: LiveMonths.Column

  init(_ charge: Charge, _ terms: LiveTerms, _ months: LiveMonths, _ posted: LivePosted) {
    self.charge = charge
    self.months = months
    self.posted = posted
    column = charge == .operatingCost ? .cost : .rent
    isInMonths =
      charge == .operatingCost
      ? terms.margin != nil && !terms.blocks.isEmpty
      : terms.blocks.contains { $0.charge == charge }
    isPosted = terms.others.contains { $0.charge == charge }
  }

  private var name: String { "\"\(charge.rawValue)\"" }

  /// Of a year, to the cent.
  func formula(year: String) -> String {
    var parts: [String] = []
    if isInMonths {
      let own = charge == .operatingCost ? "" : ",\(months.all(.charge)),\(name)"
      parts.append("SUMIFS(\(months.all(column)),\(months.all(.calendarYear)),\(year)\(own))")
    }
    if isPosted {
      parts.append(
        "SUMIFS(\(posted.all(.amount)),\(posted.all(.year)),\(year),\(posted.all(.charge)),\(name))"
      )
    }
    return parts.isEmpty ? "0" : "ROUND(\(parts.joined(separator: "+")),2)"
  }

  /// Of all days, each amount times another column.
  ///
  /// - Parameter weight: What of each row it is multiplied by.
  func products(_ weight: (months: String, posted: String)) -> String {
    var parts: [String] = []
    if isInMonths {
      let own = charge == .operatingCost ? "" : "(\(months.all(.charge))=\(name))*"
      parts.append("SUMPRODUCT(\(own)\(months.all(column))*\(weight.months))")
    }
    if isPosted {
      parts.append(
        "SUMPRODUCT((\(posted.all(.charge))=\(name))*\(posted.all(.amount))*\(weight.posted))")
    }
    return parts.isEmpty ? "0" : parts.joined(separator: "+")
  }
}
