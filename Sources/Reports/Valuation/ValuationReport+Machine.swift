import CashFlowEngine
import Analysis
import FinanceBasics
import LeaseModel
import Valuation

extension ValuationReport {
  /// One row a subject; the keys are a contract.
  func table(of columns: [Column]) -> Table {
    Table(
      title: "Value", columns: columns,
      rows: subjects.map { subject in Row(columns.map { value(of: $0.key, subject) }) },
      currency: currency, footnotes: conventions)
  }

  /// The main measures of many subjects, a line each, with the sum of the present values.
  var listing: Table {
    let shown = Self.listed.compactMap { key, heading -> Column? in
      guard let column = shownColumns.first(where: { $0.key == key }) else { return nil }
      return Column(key, heading, column.kind, isKey: column.isKey)
    }
    let rows = subjects.map { subject in Row(shown.map { value(of: $0.key, subject) }) }
    let total = Row(
      shown.map { column -> Value in
        switch column.key {
        case "deal": .text("Total")
        case "present_value":
          .amount(subjects.reduce(0) { $0 + $1.valuation.presentValue })
        default: .blank
        }
      }, emphasis: .total)
    return Table(
      title: "Value", columns: shown, rows: rows + [total], currency: currency,
      footnotes: conventions)
  }

  private static let listed: [(key: String, heading: String)] = [
    ("deal", "Deal"), ("present_value", "Present value"), ("irr", "IRR"),
    ("equity_multiple", "Multiple"), ("yield_on_cost", "Yield on cost"),
    ("break_even_rent", "Break-even rent"), ("present_value_per_mw", "PV per MW-IT"),
    ("terminal_share", "Terminal share"),
  ]

  /// The columns that people see: what was not asked for, and is blank throughout, is left out, and
  /// a curve stands where else the rate does.
  var shownColumns: [Column] {
    let shown = columns.filter { column in
      guard !Self.forPrograms.contains(column.key) else { return false }
      return !Self.onlyAsked.contains(column.key)
        || subjects.contains { !value(of: column.key, $0).isBlank }
    }
    let (curve, others) = (
      shown.filter { Self.ofCurve.contains($0.key) },
      shown.filter { !Self.ofCurve.contains($0.key) }
    )
    let place = others.firstIndex { $0.key == "present_value" } ?? others.endIndex
    return Array(others[..<place] + curve + others[place...])
  }

  /// What people read in the foot.
  static let forPrograms: Set = ["case", "currency", "discounting", "scenarios"]

  private static let ofCurve: Set = ["curve", "spread"]

  /// What is blank unless it is asked for.
  static let onlyAsked: Set = [
    "rate", "curve", "spread", "terminal_value", "terminal_share", "development_spread",
    "attributable_value", "value_per_share", "diluted_value_per_share",
  ]

  var columns: [Column] {
    [
      Column("deal", "Deal", .text, isKey: true),
      Column("valuation_date", "Valuation date", .date),
      Column("convention", "Convention", .text),
      Column("rate", rateHeading, .percent(fractionDigits: 2)),
      Column("present_value", "Present value", .amount),
      Column("present_value_noi", "Present value of NOI", .amount),
      Column("past_flows", "Past flows", .amount),
      Column("irr", "Unlevered IRR", .percent(fractionDigits: 2)),
      Column("equity_multiple", "Equity multiple", .decimal(fractionDigits: 2)),
      Column("payback_date", "Payback", .date),
      Column("duration", "Macaulay duration, years", .decimal(fractionDigits: 2)),
      Column("modified_duration", "Modified duration, years", .decimal(fractionDigits: 2)),
      Column("dv01", "DV01, loss for 1 bp", .amount),
      Column("terminal_value", "Terminal value, present", .amount),
      Column("terminal_share", "Terminal share of value", .percent(fractionDigits: 1)),
      Column("yield_on_cost", "Yield on cost", .percent(fractionDigits: 2)),
      Column("development_spread", "Development spread", .percent(fractionDigits: 2)),
      Column("break_even_rent", breakEvenHeading, .decimal(fractionDigits: 2)),
      Column("present_value_per_mw", "Present value per MW-IT", .amount),
      Column("attributable_value", "Landlord's share of value", .amount),
      Column("value_per_share", "Value per share, \(currency.code)", .decimal(fractionDigits: 2)),
      Column(
        "diluted_value_per_share", "Diluted value per share, \(currency.code)",
        .decimal(fractionDigits: 2)),
      Column("curve", "Curve", .text),
      Column("spread", "Spread over the curve", .percent(fractionDigits: 2)),
      Column("case", "Case", .text), Column("currency", "Currency", .text),
      Column("discounting", "Discounting", .text),
      Column("scenarios", "Scenarios", .text),
    ]
  }

  private var rateHeading: String {
    if case .nominal = subjects[0].valuation.basis.discounting { return "Rate, nominal" }
    return "Rate, effective annual"
  }

  private var breakEvenHeading: String { "Break-even rent, \(currency.code)/kW-month" }

  func value(of key: String, _ subject: Subject) -> Value {
    let valuation = subject.valuation
    let discounting = valuation.basis.discounting
    switch key {
    case "deal": return .text(subject.name)
    case "valuation_date": return .date(valuation.basis.date)
    case "convention": return .text(discounting.conventionName)
    case "rate": return discounting.rate.map { .percent($0) } ?? .blank
    case "curve": return discounting.curveName.map { .text($0) } ?? .blank
    case "case": return .text(valuation.projectionCase.rawValue)
    case "currency": return .text(currency.code)
    case "discounting":
      return .text(
        ([discounting.words] + valuation.basis.furtherSentences).joined(separator: "; "))
    case "scenarios": return scenarios.map { .text($0.label) } ?? .blank
    case "spread": return discounting.spread.map { .percent($0) } ?? .blank
    case "present_value": return .amount(valuation.presentValue)
    case "present_value_noi": return valuation.presentValueOfNOI.map { .amount($0) } ?? .blank
    case "past_flows": return .amount(valuation.pastFlows)
    case "irr": return valuation.uniqueRate.map { .percent($0) } ?? .blank
    case "equity_multiple": return valuation.equityMultiple.map { .decimal($0) } ?? .blank
    case "payback_date": return valuation.payback.map { .date($0) } ?? .blank
    case "duration": return valuation.rateRisk.map { .decimal($0.macaulay) } ?? .blank
    case "modified_duration": return valuation.rateRisk.map { .decimal($0.modified) } ?? .blank
    case "dv01": return valuation.rateRisk.map { .amount($0.basisPointValue) } ?? .blank
    case "terminal_value":
      return valuation.terminals.isEmpty ? .blank : .amount(valuation.presentValueOfTerminal)
    case "terminal_share": return valuation.terminalShare.map { .percent($0) } ?? .blank
    default: return value(of: key, subject.ratios)
    }
  }

  private func value(of key: String, _ ratios: ValueRatios) -> Value {
    switch key {
    case "yield_on_cost": ratios.yieldOnCost.map { .percent($0) } ?? .blank
    case "development_spread": ratios.developmentSpread.map { .percent($0) } ?? .blank
    case "break_even_rent":
      ratios.breakEvenRent?.perKilowattMonth.map { Value(.decimal($0)) } ?? .blank
    case "present_value_per_mw":
      ratios.presentValuePerMegawatt.map { .amount($0) } ?? .blank
    case "attributable_value": ratios.perShare.map { .amount($0.attributable) } ?? .blank
    case "value_per_share": ratios.perShare.map { Value(.decimal($0.basic)) } ?? .blank
    case "diluted_value_per_share":
      ratios.perShare.flatMap { $0.dilution.digits != 0 ? Value(.decimal($0.diluted)) : nil }
        ?? .blank
    default: .blank
    }
  }

  /// One object for one subject, an array for several.
  var json: JSONValue {
    let objects = subjects.map(object)
    return objects.count == 1 ? objects[0] : .array(objects)
  }

  private func object(_ subject: Subject) -> JSONValue {
    let valuation = subject.valuation
    var members = columns.filter { $0.key != "scenarios" }.map { column -> JSONValue.Member in
      let value = column.key == "irr" ? irr(of: valuation) : value(of: column.key, subject).json
      return JSONValue.Member(column.key, value)
    }
    members.append(
      JSONValue.Member(
        "charges",
        .array(
          valuation.charges.map { part in
            [
              "charge": .string(part.charge.rawValue), "total": .amount(part.total),
              "present_value": .amount(part.presentValue),
            ]
          })))
    let notes = valuation.basis.furtherSentences
    members.append(JSONValue.Member("basis", .array(notes.map { .string($0) })))
    if !valuation.tiers.isEmpty {
      members.append(JSONValue.Member("tiers", .array(valuation.tiers.map(\.json))))
    }
    if !valuation.terminals.isEmpty {
      members.append(JSONValue.Member("terminals", .array(valuation.terminals.map(\.json))))
    }
    return .object(members + (scenarios?.members ?? []))
  }

  /// Status `unique`, `several`, `none` or `ill-posed`; the rate only where it is the only one.
  private func irr(of valuation: FlowValuation) -> JSONValue {
    switch valuation.rateOfReturn {
    case .success(let answer):
      [
        "status": .string(answer.status.rawValue),
        "rate": answer.rate.map { .rate($0) } ?? .null,
        "roots": .array(answer.roots.map { .rate($0) }),
        "sign_changes": .integer(answer.signChanges),
      ]
    case .failure(let problem):
      [
        "status": "ill-posed", "rate": nil, "roots": [],
        "sign_changes": .integer(valuation.signChanges),
        "reason": .string(problem.problem),
      ]
    }
  }
}

extension FlowValuation {
  /// The internal rate of return, where there is exactly one.
  var uniqueRate: Double? { try? rateOfReturn.get().rate }

  /// The part of the present value that is terminal; `nil` where there is none to share.
  var terminalShare: Double? {
    terminals.isEmpty || presentValue == 0
      ? nil : Double(presentValueOfTerminal) / Double(presentValue)
  }
}

extension FlowValuation.TierValue {
  fileprivate var json: JSONValue {
    [
      "tier": .string(tier.rawValue), "discounting": .string(discounting.words),
      "total": .amount(total), "present_value": .amount(presentValue),
    ]
  }
}

extension TerminalValuation {
  fileprivate var json: JSONValue {
    [
      "deal": .string(deal.text), "exit": .string(exit.description),
      "income": income.map { .amount($0) } ?? .null,
      "income_from": .optional(incomeDays?.lowerBound.description),
      "income_to": .optional(incomeDays?.upperBound.adding(days: -1).description),
      "value": .amount(value), "selling_cost": .amount(sellingCost),
      "proceeds": .amount(proceeds),
    ]
  }
}

extension JSONValue {
  /// A rate to 12 digits, and with all its digits where 12 would make it −100 %, which is none.
  fileprivate static func rate(_ rate: Double) -> JSONValue {
    let rounded = JSONValue.number(rounding: rate)
    guard rounded == .number(rounding: -1) else { return rounded }
    return ExactDecimal("\(rate)").map { .number($0) } ?? rounded
  }
}
