import FinanceBasics
import LeaseModel

/// The sheet of levels by lease year.
struct LiveEscalation {
  private(set) var sheet = LiveSheet("Escalation")
  private let terms: LiveTerms
  /// The columns of the levels that months take, by the place of the rates.
  private var columns: [Int: Int] = [:]
  private let rows: ClosedRange<Int>

  private static let firstRow = 4

  init(_ terms: LiveTerms, _ inputs: LiveInputs) {
    self.terms = terms
    let years = terms.rates.map(\.levels.count).max() ?? 1
    rows = Self.firstRow...(Self.firstRow + years - 1)
    sheet.add([.text("Escalation by lease year", .title)])
    sheet.add([.text("Every check", CellStyle().with { $0.isBold = true }), inputs.check])
    sheet.add([])
    var headings: [SheetCell] = [.text("Lease year", .heading)]
    var cells: [[SheetCell]] = (1...years).map { [.number(Double($0), .count)] }
    for place in terms.rates.indices {
      let rates = terms.rates[place]
      let (names, columns) =
        rates.base == nil
        ? levels(rates, place, inputs, at: headings.count)
        : weights(rates, at: headings.count)
      self.columns[place] = headings.count + (rates.base == nil ? 0 : 1)
      headings += names.map {
        .text($0, .heading.with { $0.alignment = .right })
      }
      for year in 0..<years { cells[year] += columns.map { $0[year] } }
    }
    sheet.add(headings)
    cells.forEach { sheet.add($0) }
  }

  private var years: ClosedRange<Int> { 1...rows.count }

  /// The level and the rate of each lease year.
  private func levels(
    _ rates: LiveRates, _ place: Int, _ inputs: LiveInputs, at column: Int
  ) -> (names: [String], columns: [[SheetCell]]) {
    let money = terms.lease.currency.code
    let level = CellStyle.number("0.000000000")
    let levels = years.map { year -> SheetCell in
      if let growth = inputs.growth[place] {
        let number = CellReference(row: rows.lowerBound + year - 1, column: 0).text
        return .formula("POWER(1+\(growth),\(number)-1)", rates.level(year), level)
      }
      if case .none = rates.growth { return .number(1, level) }
      return .number(rates.level(year), level.with { $0.fill = .posted })
    }
    let perKilowatt = years.map { year -> SheetCell in
      let own = CellReference(row: rows.lowerBound + year - 1, column: column).text
      return .formula(
        "\(inputs.firstRates[place] ?? "0")*\(own)/1000",
        terms.firstRates[place] * rates.level(year) / 1000, CellStyle.number("#,##0.0000"))
    }
    return (
      ["Level, \(rates.name)", "\(money)/kW-month, \(rates.name)"], [levels, perKilowatt]
    )
  }

  /// How likely the renewal of each lease year is, and the level as it counts.
  private func weights(
    _ rates: LiveRates, at column: Int
  ) -> (names: [String], columns: [[SheetCell]]) {
    let weights = years.map { year -> SheetCell in
      let place = min(year, rates.weights.count) - 1
      return .number(rates.weights[place], .inputPercent)
    }
    let base = columns[rates.base ?? 0] ?? 0
    let counted = years.map { year -> SheetCell in
      let row = rows.lowerBound + year - 1
      let level = CellReference(row: row, column: base).text
      let weight = CellReference(row: row, column: column).text
      return .formula("\(level)*\(weight)", rates.level(year), CellStyle.number("0.000000000"))
    }
    return (["Probability of renewals", "Level as it counts"], [weights, counted])
  }

  /// The levels of some rates, as formulas of any sheet name them.
  func levels(_ place: Int) -> String {
    sheet.reference(rows: rows, column: columns[place] ?? 0)
  }

  /// How many lease years there are.
  var yearCount: Int { rows.count }

  var worksheet: Worksheet {
    Worksheet(
      name: sheet.name, rows: sheet.rows,
      columnWidths: [14] + Array(repeating: 18, count: (sheet.rows[Self.firstRow - 1].count) - 1),
      frozenRows: Self.firstRow, frozenColumns: 1, headingRow: Self.firstRow - 1,
      verdicts: [CellRange(rows: 1...1, columns: 1...1)])
  }
}
