import FinanceBasics
import LeaseModel
import Reconciliation

extension PaymentTableOutcome {
  /// The object of a deal's table of contracted payments; docs/reconcile.md has the keys.
  var json: JSONValue {
    [
      "verdict": .string(snakeCase(verdict.rawValue)),
      "as_of": .optional(table?.asOf?.description),
      "currency": .optional(table?.currency.code),
      "rows": .array((table?.rows ?? []).map(\.json)),
      "fits": .array(fits.map(\.json)),
      "footing": footing?.json ?? .null,
      "growth": .array(growth.map(\.json)),
      "suspects": .array(
        suspects.map { suspect in .array(suspect.rows.map { .string($0.name) }) }),
      "notes": .array(
        notes.map { note in
          [
            "subject": .string(snakeCase(note.subject.rawValue)),
            "note": .string(note.description),
          ]
        }),
    ]
  }
}

extension PaymentTable.Row {
  fileprivate var json: JSONValue {
    [
      "row": .string(name), "path": .string("\(path)"), "printed": .string(printed.text),
      "low": .number(printed.low.normalized), "high": .number(printed.high.normalized),
    ]
  }
}

extension PaymentFit {
  fileprivate var json: JSONValue {
    [
      "departures": .array(departures.map { .string($0.description) }),
      "is_consistent": .bool(isConsistent),
      "escalator_percent": escalator.json,
      "rent_per_kw_month": rentPerKilowattMonth?.json ?? .null,
      "first_year_rent": firstYearRent.json,
      "halls": .array(halls.map(\.json)),
      "rows": .array(rows.map(\.json)),
      "alternatives": .integer(alternatives),
    ]
  }
}

extension FittedTerm {
  fileprivate var json: JSONValue {
    [
      "value": .number(ExactDecimal(rounding: value)),
      "low": .number(ExactDecimal(rounding: low)), "high": .number(ExactDecimal(rounding: high)),
    ]
  }
}

extension FittedHall {
  fileprivate var json: JSONValue {
    [
      "hall": .string(name), "critical_it": criticalIT.map { .number($0) } ?? .null,
      "commencement": .string("\(commencement)"),
      "earliest": .string("\(commencements.lowerBound)"),
      "latest": .string("\(commencements.upperBound)"),
      "announced": .optional(announced?.description), "last_day": .string("\(lastDay)"),
      "is_last_day_fitted": .bool(isLastDayFitted), "first_year_rent": firstYearRent.json,
    ]
  }
}

extension RowResidual {
  fileprivate var json: JSONValue {
    [
      "row": .string(row.name), "projected": .amount(minorUnits),
      "residual": .number(ExactDecimal(rounding: residual)),
      "relative_residual": relativeResidual.map { .number(ExactDecimal(rounding: $0)) } ?? .null,
      "fits": .bool(isWithinPrecision), "is_left_out": .bool(isLeftOut),
    ]
  }
}

extension PaymentFooting {
  fileprivate var json: JSONValue {
    [
      "sum": .number(sum.normalized), "total": .number(total.normalized),
      "gap": .number(gap.normalized), "agrees": .bool(agrees),
    ]
  }
}

extension RowGrowth {
  fileprivate var json: JSONValue {
    [
      "from": .string(from), "to": .string(to),
      "percent": .number(ExactDecimal(rounding: percent)),
      "low": .number(ExactDecimal(rounding: low)), "high": .number(ExactDecimal(rounding: high)),
    ]
  }
}
