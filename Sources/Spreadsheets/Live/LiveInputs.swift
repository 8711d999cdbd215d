import CashFlowEngine
import FinanceBasics
import LeaseModel

/// The sheet of what a reader may change, and where its cells are.
struct LiveInputs {
  var sheet = LiveSheet("Inputs")
  let terms: LiveTerms
  let valuation: LiveValuation?

  // Where formulas find what they need.
  var paymentDays = ""
  var margin: String?
  var rate = ""
  var date = ""
  var growth: [Int: String] = [:]
  var firstRates: [Int: String] = [:]
  /// First rates that follow from base rent's months, which have no rows yet.
  var solved: [(place: Int, row: Int, value: String)] = []
  /// The rows of the halls, by their places in the lease.
  var hallRows: [Int: Int] = [:]
  /// The row and the column of the cell that sums up all checks.
  static let checkPlace = (row: 1, column: 1)

  init(_ terms: LiveTerms, title: String, valuation: LiveValuation?) {
    self.terms = terms
    self.valuation = valuation
    sheet.add([.text(title, .title)])
    sheet.add([
      .text("Every check", CellStyle().with { $0.isBold = true }), .blank,
      .text(
        "blue on yellow is an input: change it, and all follows; grey is posted, and does not",
        .note),
    ])
    sheet.add([])
    addHalls()
    sheet.add([])
    sheet.add(
      ["Terms", "Value", "Unit", "How"].map { heading in
        .text(
          heading,
          .heading.with {
            $0.alignment = heading == "Value" ? .right : .left
            $0.indent = heading == "Unit" ? 1 : 0
          })
      })
    addRates()
    addRules()
    addValuation()
  }

  // MARK: - What needs the other sheets

  /// Puts in what follows from the months: solved rates, the days that have rows, the checks.
  mutating func finish(_ months: LiveMonths, checks: [String]) {
    for (place, row, value) in solved {
      sheet.put(
        .formula(
          "\(value)/\(months.baseMegawattMonths)", terms.firstRates[place],
          CellStyle.number("#,##0.00####")),
        row: row, column: 1)
    }
    for live in terms.halls where terms.blocks.contains(where: { $0.live.index == live.index }) {
      guard let row = hallRows[live.index] else { continue }
      let blocks = terms.blocks.filter { $0.live.index == live.index }
      let days = Double(terms.rowDays(of: live))
      let all = Double(blocks.reduce(0) { $0 + $1.days.lowerBound.days(until: $1.days.upperBound) })
      let hasBase = blocks.contains { $0.charge == .baseRent }
      let hasLater = live.end <= live.baseEnd || blocks.contains { $0.charge == .renewalRent }
      let start = hasBase ? hall(live, .start) : "(\(hall(live, .baseEnd))+1)"
      let end = hall(live, hasLater ? .end : .baseEnd)
      let (inRows, inTerm) = (hall(live, .rowDays), hall(live, .termDays))
      sheet.put(
        .formula(months.days(of: live), days, .count), row: row,
        column: HallColumn.rowDays.rawValue)
      sheet.put(
        .formula("\(end)-\(start)+1", all, .count), row: row,
        column: HallColumn.termDays.rawValue)
      sheet.put(
        .verdict("\(inRows)=\(inTerm)", holds: days == all), row: row,
        column: HallColumn.check.rawValue)
    }
    let own = halls(.check)
    let bad = Worksheet.verdictWords.bad
    let all = (checks + [own]).map { "COUNTIF(\($0),\"\(bad)\")" }.joined(separator: "+")
    sheet.put(
      .verdict("\(all)=0"), row: Self.checkPlace.row, column: Self.checkPlace.column)
  }

  /// The cell that sums up all checks, as every sheet shows it.
  var check: SheetCell {
    let place = sheet.reference(row: Self.checkPlace.row, column: Self.checkPlace.column)
    return SheetCell(
      .formula(place, shown: .text(Worksheet.verdictWords.good)), .verdict)
  }

  var worksheet: Worksheet {
    let rows = hallRows.values.sorted()
    let last = rows.last ?? 0
    return Worksheet(
      name: sheet.name, rows: sheet.rows,
      columnWidths: [28, 19, 16, 12, 11, 12, 12, 12, 12, 9, 9, 12, 9, 11, 9],
      frozenRows: 2, frozenColumns: 1,
      verdicts: [
        CellRange(rows: 1...1, columns: 1...1),
        CellRange(
          rows: (rows.first ?? 0)...last,
          columns: HallColumn.check.rawValue...HallColumn.check.rawValue),
      ], tab: .input)
  }
}

extension LiveTerms {
  /// Whether every hall's base rent is carried by formulas, by the rates of a place.
  func carriesEveryHall(_ place: Int) -> Bool {
    halls.allSatisfy { live in
      blocks.contains {
        $0.live.index == live.index && $0.charge == .baseRent && $0.rates == place
      }
    }
  }

  /// The days of a hall that have rows.
  func rowDays(of live: LiveHall) -> Int {
    blocks.filter { $0.live.index == live.index }
      .reduce(0) { $0 + $1.months.reduce(0) { $0 + $1.days } }
  }
}
