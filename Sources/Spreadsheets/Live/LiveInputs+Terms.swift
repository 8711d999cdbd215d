import CashFlowEngine
import FinanceBasics
import LeaseModel

// The terms of the lease as a whole, a row each.
extension LiveInputs {
  private mutating func add(_ label: String, _ value: SheetCell, _ unit: String, _ note: String)
    -> String
  {
    sheet.add([
      .text(label), value, .text(unit, CellStyle().with { $0.indent = 1 }), .text(note, .note),
    ])
    return sheet.reference(row: sheet.next - 1, column: 1)
  }

  mutating func addRates() {
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
  func halls(_ column: HallColumn) -> String {
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

  mutating func addRules() {
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

  mutating func addValuation() {
    guard let valuation else { return }
    date = add("Valuation date", .date(valuation.date, .inputDate), "", "earlier flows are past")
    rate = add(
      "Discount rate", .number(valuation.rate, .inputPercent), "effective annual",
      "(1 + rate) ^ (−days ÷ 365), as XNPV")
  }
}
