import CashFlowEngine
import Analysis
import FinanceBasics
import Valuation

extension ValuationReport {
  /// One row a subject; the keys are a contract.
  var table: Table {
    Table(
      title: "Value", columns: columns,
      rows: subjects.map { subject in Row(columns.map { value(of: $0.key, subject) }) },
      currency: currency, footnotes: footnotes)
  }

  var columns: [Column] {
    [
      Column("deal", "Deal", .text, isKey: true),
      Column("valuation_date", "Valuation date", .date),
      Column("convention", "Convention", .text),
      Column("rate", "Rate, effective annual", .percent(fractionDigits: 2)),
      Column("present_value", "Present value", .amount),
      Column("present_value_noi", "Present value of NOI", .amount),
      Column("past_flows", "Past flows", .amount),
      Column("irr", "Unlevered IRR", .percent(fractionDigits: 2)),
      Column("equity_multiple", "Equity multiple", .decimal(fractionDigits: 2)),
      Column("payback_date", "Payback", .date),
      Column("duration", "Macaulay duration, years", .decimal(fractionDigits: 2)),
    ]
  }

  func value(of key: String, _ subject: Subject) -> Value {
    let valuation = subject.valuation
    switch key {
    case "deal": return .text(subject.name)
    case "valuation_date": return .date(valuation.basis.date)
    case "convention": return .text(valuation.basis.convention.rawValue)
    case "rate": return .percent(valuation.basis.rate)
    case "present_value": return .amount(valuation.presentValue)
    case "present_value_noi": return valuation.presentValueOfNOI.map { .amount($0) } ?? .blank
    case "past_flows": return .amount(valuation.pastFlows)
    case "irr": return valuation.uniqueRate.map { .percent($0) } ?? .blank
    case "equity_multiple": return valuation.equityMultiple.map { .decimal($0) } ?? .blank
    case "payback_date": return valuation.payback.map { .date($0) } ?? .blank
    case "duration": return valuation.duration.map { .decimal($0.macaulay) } ?? .blank
    default: return .blank
    }
  }

  /// One object for one subject, an array for several.
  var json: JSONValue {
    let objects = subjects.map(object)
    return objects.count == 1 ? objects[0] : .array(objects)
  }

  private func object(_ subject: Subject) -> JSONValue {
    let valuation = subject.valuation
    var members = columns.map { column -> JSONValue.Member in
      let value = column.key == "irr" ? irr(of: valuation) : value(of: column.key, subject).json
      return JSONValue.Member(column.key, value)
    }
    members.append(JSONValue.Member("case", .string(valuation.projectionCase.rawValue)))
    members.append(JSONValue.Member("currency", .string(currency.code)))
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
}

extension JSONValue {
  /// A rate to 12 digits, and with all its digits where 12 would make it −100 %, which is none.
  fileprivate static func rate(_ rate: Double) -> JSONValue {
    let rounded = JSONValue.number(rounding: rate)
    guard rounded == .number(rounding: -1) else { return rounded }
    return ExactDecimal("\(rate)").map { .number($0) } ?? rounded
  }
}
