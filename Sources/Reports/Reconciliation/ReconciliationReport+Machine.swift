import Analysis
import FinanceBasics
import LeaseModel
import Reconciliation

extension ReconciliationReport {
  /// One object a deal; docs/reconcile.md has the keys.
  var json: JSONValue { .array(subjects.map(object)) }

  private func object(of subject: Subject) -> JSONValue {
    let outcome = subject.outcome
    return [
      "deal": .string(subject.id), "name": .optional(subject.name),
      "verdict": .string(snakeCase(outcome.verdict.rawValue)),
      "figures": .array(outcome.figures.map(\.json)),
      "families": .array(
        outcome.families.enumerated().map { number, family in
          [
            "family": .integer(number + 1),
            "departures": .array(family.departures.map { .string($0.description) }),
            "rent_per_kw_month": family.rentPerKilowattMonth.json,
            "free_terms": .array(family.freeTerms.map(\.json)),
            "witness": [
              "solved": .array(
                family.witness.solved.map { field in
                  ["path": .string("\(field.path)"), "text": .string(field.text)]
                }),
              "figures": .array(family.witness.checks.map(\.json)),
            ],
          ]
        }),
      "conflict": outcome.conflict?.json ?? .null,
      "overtaken": .array(outcome.overtaken.map { .string("\($0.path)") }),
      "why_not_as_written": outcome.whyNotAsWritten?.json ?? .null,
      "notes": .array(
        outcome.notes.map { note in
          [
            "subject": .string(snakeCase(note.subject.rawValue)),
            "note": .string(note.description),
          ]
        }),
      "search": [
        "boxes": .integer(outcome.search.boxes), "undecided": .integer(outcome.search.undecided),
        "was_stopped": .bool(outcome.search.wasStopped),
      ],
      "payments": subject.payments?.json ?? .null,
    ]
  }

  // MARK: - CSV

  /// A row for each figure as written, then for each family its free terms and what its witness
  /// projects; then the rows of a table of payments, and for each fit its terms and its rows.
  var table: Table {
    Table(
      columns: [
        Column("deal", "Deal", .text), Column("verdict", "Verdict", .text),
        Column("family", "Family", .count), Column("item", "Item", .text),
        Column("name", "Name", .text), Column("path", "Path", .text),
        Column("printed", "Printed", .text), Column("low", "Low", .figure),
        Column("high", "High", .figure), Column("unit", "Unit", .text),
        Column("value", "Value", .figure), Column("reading", "Reading", .text),
        Column("agrees", "Agrees", .text), Column("gap", "Gap", .figure),
        Column("relative_gap", "Relative gap", .figure),
        Column("residual", "Residual", .figure),
        Column("relative_residual", "Relative residual", .figure),
      ],
      rows: subjects.flatMap { subject in
        rows(of: subject).map { Row($0.values + [.blank, .blank]) } + paymentRows(of: subject)
      })
  }

  private func rows(of subject: Subject) -> [Row] {
    let outcome = subject.outcome
    let head: (Int) -> [Value] = { family in
      [
        .text(subject.id), .text(snakeCase(outcome.verdict.rawValue)),
        family == 0 ? .blank : .count(family),
      ]
    }
    let figures = outcome.figures.map { Row(head(0) + $0.values) }
    let families = outcome.families.enumerated().flatMap { number, family -> [Row] in
      let terms = [family.rentPerKilowattMonth] + family.freeTerms
      return terms.map { Row(head(number + 1) + $0.values(in: family.witness)) }
        + family.witness.checks.map { Row(head(number + 1) + $0.values) }
    }
    return figures + families
  }
}

extension FigureCheck {
  fileprivate var json: JSONValue {
    let ends = figure.range.programEnds
    return [
      "figure": .string(figure.kind.key), "path": .string("\(figure.path)"),
      "block": .string(figure.block.rawValue), "printed": .string(figure.text),
      "announced": .string("\(figure.announced)"),
      "low": ends.low.json, "high": ends.high.json, "unit": .string(figure.range.programUnit),
      "scope": .array(figure.scope.map { .string($0.text) }),
      "computed": computed?.program.json ?? .null,
      "reading": .optional(reading.map { snakeCase($0.rawValue) }),
      "agrees": agrees.map { .bool($0) } ?? .null, "is_overtaken": .bool(isOvertaken),
      "gap": gap.map { .number(ExactDecimal(rounding: $0)) } ?? .null,
      "relative_gap": relativeGap.map { .number(ExactDecimal(rounding: $0)) } ?? .null,
      "missing": .optional(missing),
    ]
  }

  /// The columns of CSV from `item` on.
  fileprivate var values: [Value] {
    let ends = figure.range.programEnds
    return [
      .text("figure"), .text(figure.kind.key), .text("\(figure.path)"), .text(figure.text),
      ends.low, ends.high, .text(figure.range.programUnit), computed?.program ?? .blank,
      reading.map { .text(snakeCase($0.rawValue)) } ?? .blank,
      agrees.map { .text($0 ? "yes" : "no") } ?? .blank, gap.map { .decimal($0) } ?? .blank,
      relativeGap.map { .decimal($0) } ?? .blank,
    ]
  }
}

extension TermRange {
  fileprivate var json: JSONValue {
    let ends = range.programEnds
    let reached = reached?.programEnds
    return [
      "name": .string(name), "path": .optional(path?.description), "low": ends.low.json,
      "high": ends.high.json, "found_low": reached?.low.json ?? .null,
      "found_high": reached?.high.json ?? .null, "unit": .string(range.programUnit),
    ]
  }

  /// The columns of CSV from `item` on; the text that the witness has stands under `printed`.
  fileprivate func values(in witness: Witness) -> [Value] {
    let ends = range.programEnds
    let solved = witness.solved.first { $0.path == path }?.text
    return [
      .text("term"), .text(name), path.map { .text("\($0)") } ?? .blank,
      solved.map { .text($0) } ?? .blank, ends.low, ends.high, .text(range.programUnit),
      .blank, .blank, .blank, .blank, .blank,
    ]
  }
}

extension FigureConflict {
  /// A list a set, of objects for its figures.
  fileprivate var json: JSONValue {
    .array(
      sets.map { moves in
        .array(
          moves.map { move in
            [
              "figure": .string(move.figure.kind.key), "path": .string("\(move.figure.path)"),
              "printed": .string(move.figure.text),
              "nearest": move.nearest?.program.json ?? .null,
              "unit": .string(move.figure.range.programUnit),
              "move": move.move.map { .number(ExactDecimal(rounding: $0)) } ?? .null,
              "relative_move": move.relativeMove.map { .number(ExactDecimal(rounding: $0)) }
                ?? .null,
            ]
          })
      })
  }
}

extension QuantityRange {
  fileprivate var programEnds: (low: Value, high: Value) {
    switch self {
    case .amount(let low, let high, _): (.decimal(low.normalized), .decimal(high.normalized))
    case .months(let low, let high): (.count(low), .count(high))
    case .days(let first, let last): (.date(first), .date(last))
    }
  }

  fileprivate var programUnit: String {
    switch self {
    case .amount(_, _, let unit): unit.description
    case .months: "months"
    case .days: ""
    }
  }
}

extension QuantityValue {
  fileprivate var program: Value {
    switch self {
    case .amount(let number): .decimal(number)
    case .months(let count): .count(count)
    case .day(let day): .date(day)
    }
  }
}
