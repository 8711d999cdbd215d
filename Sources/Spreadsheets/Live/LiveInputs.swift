import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// At what rate, from which day, and with what result flows were discounted.
public struct LiveValuation: Hashable, Sendable {
  /// Effective annual, as a fraction.
  public let rate: Double
  /// The valuation date; a flow on it counts in full.
  public let date: CalendarDate
  /// Of all flows from the date on, in minor units, as posted.
  public let presentValue: Int64
  /// The sum of the flows before the date, in minor units.
  public let pastFlows: Int64

  /// Takes the parts as given.
  public init(rate: Double, date: CalendarDate, presentValue: Int64, pastFlows: Int64) {
    self.rate = rate
    self.date = date
    self.presentValue = presentValue
    self.pastFlows = pastFlows
  }
}

/// The sheet of what a reader may change, and where its cells are.
struct LiveInputs {
  private(set) var sheet = LiveSheet("Inputs")
  private let terms: LiveTerms
  let valuation: LiveValuation?

  // Where formulas find what they need.
  private(set) var paymentDays = ""
  private(set) var margin: String?
  private(set) var rate = ""
  private(set) var date = ""
  private(set) var growth: [Int: String] = [:]
  private(set) var firstRates: [Int: String] = [:]
  /// First rates that follow from base rent's months, which have no rows yet.
  private(set) var solved: [(place: Int, row: Int, value: String)] = []
  private var hallRows: [Int: Int] = [:]
  /// The row and the column of the cell that sums up all checks.
  static let checkPlace = (row: 1, column: 1)

  /// Columns of the table of halls.
  enum HallColumn: Int, CaseIterable {
    case name, megawatts, commencement, start, term, baseEnd, renewals, end, anchor
    case free, freeShare, freeEnd, rowDays, termDays, check

    var heading: String {
      switch self {
      case .name: "Hall"
      case .megawatts: "Critical IT, MW"
      case .commencement: "Commences"
      case .start: "Rent from"
      case .term: "Base term, months"
      case .baseEnd: "Base term through"
      case .renewals: "Renewals counted, months"
      case .end: "Last day"
      case .anchor: "Lease years from"
      case .free: "Free, months"
      case .freeShare: "Share that is free"
      case .freeEnd: "Free through"
      case .rowDays: "Days in rows"
      case .termDays: "Days that need rows"
      case .check: "All in rows"
      }
    }
  }

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

  // MARK: - Terms

  private mutating func add(_ label: String, _ value: SheetCell, _ unit: String, _ note: String)
    -> String
  {
    sheet.add([
      .text(label), value, .text(unit, CellStyle().with { $0.indent = 1 }), .text(note, .note),
    ])
    return sheet.reference(row: sheet.next - 1, column: 1)
  }

  private mutating func addRates() {
    let money = terms.lease.currency.code
    for (place, rates) in terms.rates.enumerated() where rates.base == nil && isUsed(place) {
      let first = statement(of: rates, place, money)
      let rate = sheet.next
      let note =
        first.isSolved
        ? "contract value ÷ MW-months of base rent at their levels"
        : first.formula == nil ? "as leasebook has it" : "from the rent above"
      let cell: SheetCell =
        first.formula.map {
          .formula($0, terms.firstRates[place], CellStyle.number("#,##0.00####"))
        }
        ?? .number(terms.firstRates[place], CellStyle.inputNumber)
      firstRates[place] = add(
        "First-year rent, \(rates.name)", cell, "\(money)/MW-month", note)
      if first.isSolved { solved.append((place, rate, first.value)) }
      switch rates.growth {
      case .fixed(let growth):
        self.growth[place] = add(
          "Escalator, \(rates.name)", .number(growth.doubleValue, .inputPercent), "a year",
          "compounded, \(anniversaryWords)")
      case .none:
        _ = add("Escalator, \(rates.name)", .text("none", .words), "", "")
      case .posted(let reason):
        _ = add(
          "Escalator, \(rates.name)", .text("by lease year", .words), "",
          "\(reason): levels stand on the sheet Escalation as leasebook has them")
      }
    }
  }

  private func isUsed(_ place: Int) -> Bool {
    terms.blocks.contains { $0.rates == place || terms.rates[$0.rates].base == place }
  }

  /// The input that a first rate follows from, and the formula.
  private mutating func statement(
    of rates: LiveRates, _ place: Int, _ money: String
  ) -> (formula: String?, value: String, isSolved: Bool) {
    switch rates.first {
    case .posted: return (nil, "", false)
    case .contractValue(let value):
      guard terms.carriesEveryHall(place) else { return (nil, "", false) }
      let cell = add(
        "Contract value", .number(value.doubleValue, .inputMoney), money,
        "base rent of the base term; the first-year rent is solved from it")
      return ("1", cell, true)
    case .stated(let rate):
      let megawatts = rates.hall.map { hall(terms.halls[$0], .megawatts) } ?? allMegawatts
      let (amount, unit, formula): (ExactDecimal, String, (String) -> String) =
        switch rate {
        case .perKilowattMonth(let amount):
          (amount, "\(money)/kW-month", { "\($0)*1000" })
        case .perMegawattYear(let amount): (amount, "\(money)/MW-year", { "\($0)/12" })
        case .perYear(let amount):
          (amount, "\(money)/year", { "\($0)/12/\(megawatts)" })
        case .perMonth(let amount): (amount, "\(money)/month", { "\($0)/\(megawatts)" })
        }
      let cell = add(
        "Rent, \(rates.name)", .number(amount.doubleValue, .inputNumber), unit, "as stated")
      return (formula(cell), cell, false)
    }
  }

  private var allMegawatts: String { "SUM(\(halls(.megawatts)))" }

  /// A column of all halls, as formulas of any sheet name it.
  private func halls(_ column: HallColumn) -> String {
    let rows = hallRows.values.sorted()
    return sheet.reference(rows: (rows.first ?? 0)...(rows.last ?? 0), column: column.rawValue)
  }

  private var anniversaryWords: String {
    switch terms.lease.rules.anniversary {
    case .daySplit: "from each anniversary, which splits its month by days"
    case .monthOf: "from the first of the month of each anniversary"
    case .nextMonth: "from the first after each anniversary"
    }
  }

  private mutating func addRules() {
    let rules = terms.lease.rules
    if let margin = terms.margin {
      self.margin = add(
        "Operating margin", .number(margin.doubleValue, .inputPercent), "of rent",
        "operating cost is the rest of each month's rent")
    }
    _ = add("Part of a month", .text(rules.proration.rawValue, .words), "", "the lease's rule")
    _ = add(
      "Due", .text(rules.timing.rawValue, .words), "",
      rules.movesDueDays
        ? "moved to business days, so that due days stand as posted"
        : "with the hall's first or last day of the month")
    paymentDays = add("Payment days", .number(Double(rules.paymentDays), .inputCount), "days", "")
  }

  private mutating func addValuation() {
    guard let valuation else { return }
    date = add("Valuation date", .date(valuation.date, .inputDate), "", "earlier flows are past")
    rate = add(
      "Discount rate", .number(valuation.rate, .inputPercent), "effective annual",
      "(1 + rate) ^ (−days ÷ 365), as XNPV")
  }

  // MARK: - Halls

  private mutating func addHalls() {
    sheet.add(
      HallColumn.allCases.map { column in
        .text(
          column.heading,
          .heading.with {
            $0.alignment = column == .name ? .left : column == .check ? .center : .right
          })
      })
    let first = sheet.next
    for (place, live) in terms.halls.enumerated() { hallRows[live.index] = first + place }
    for live in terms.halls { sheet.add(cells(of: live, at: sheet.next)) }
  }

  /// One cell of a hall, as formulas of any sheet name it.
  func hall(_ live: LiveHall, _ column: HallColumn) -> String {
    sheet.reference(row: hallRows[live.index] ?? 0, column: column.rawValue)
  }

  private func cells(of live: LiveHall, at row: Int) -> [SheetCell] {
    let at = { (column: HallColumn) in
      CellReference(row: row, column: column.rawValue).fixed
    }
    let isWhole = terms.lease.rules.proration == .wholeMonthFromNext
    let commencement = live.hall.baseTerm.lowerBound
    let start: SheetCell = .formula(
      isWhole
        ? "IF(DAY(\(at(.commencement)))=1,\(at(.commencement)),EOMONTH(\(at(.commencement)),0)+1)"
        : at(.commencement), live.start, .liveDate)
    let lastBase = live.baseEnd.adding(days: -1)
    let baseEnd: SheetCell =
      live.termMonths == nil
      ? .date(lastBase, .inputDate)
      : .formula("EDATE(\(at(.start)),\(at(.term)))-1", lastBase, .liveDate)
    let isInDays = if case .days = live.abatement?.length { true } else { false }
    let free = live.abatement.map { abatement -> Double in
      switch abatement.length {
      case .months(let count), .days(let count): Double(count)
      }
    }
    let freeEnd: SheetCell = .formula(
      isInDays
        ? "\(at(.start))+\(at(.free))-1" : "EDATE(\(at(.start)),\(at(.free)))-1",
      live.freeEnd.adding(days: -1), .liveDate)
    let end = live.end.adding(days: -1)
    return [
      .text(live.hall.name), .number(live.hall.criticalIT.doubleValue, .inputNumber),
      .date(commencement, .inputDate), start,
      live.termMonths.map { .number(Double($0), .inputCount) } ?? .text("stated end", .note),
      baseEnd, .number(Double(live.renewalMonths), .inputCount),
      .formula(
        live.end < live.baseEnd
          ? at(.baseEnd) : "EDATE(\(at(.baseEnd))+1,\(at(.renewals)))-1", end, .liveDate),
      anchor(of: live, at: row), .number(free ?? 0, .inputCount),
      .number(live.abatement?.share.doubleValue ?? 0, .inputPercent), freeEnd, .blank,
      .blank, .blank,
    ]
  }

  private func anchor(of live: LiveHall, at row: Int) -> SheetCell {
    switch terms.lease.rules.escalationClock {
    case .perHall:
      .formula(
        CellReference(row: row, column: HallColumn.start.rawValue).fixed, live.anchor, .liveDate)
    case .lease:
      .formula(
        "MIN(\(halls(.start)))", live.anchor, .liveDate)
    case .date(let date): .date(date, .inputDate)
    }
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
