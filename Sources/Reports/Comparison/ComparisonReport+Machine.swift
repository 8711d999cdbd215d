import Valuation
import Analysis
import FinanceBasics
import LeaseModel

extension ComparisonReport {
  /// One row a subject, one column a metric, then the counts of inputs.
  var machineTable: Table {
    Table(
      columns: [
        Column(comparison.subject.rawValue, comparison.subject.rawValue, .text, isKey: true)
      ]
        + comparison.metrics.map { Column($0.id, $0.name, columnKind(of: $0)) }
        + countColumns,
      rows: comparison.rows.map { row in
        Row(
          [row.id.map { .text($0) } ?? .blank] + values(of: row) + counts(of: row))
      }, currency: currency)
  }

  /// A line a subject, as CSV has them.
  public var jsonLines: String { renderJSONLines(machineTable) }

  /// The subjects with the deals behind each cell, the total, and what was kept apart.
  var json: JSONValue {
    guard let scenarios, case .object(let members) = answer else { return answer }
    return .object(members + scenarios.members)
  }

  private var answer: JSONValue {
    [
      "by": .string(comparison.subject.rawValue), "view": .string(comparison.view.rawValue),
      "on": .optional(comparison.date?.description),
      "rate": comparison.basis?.discounting.rate.map { .number(rounding: $0) } ?? .null,
      "convention": .optional(comparison.basis?.discounting.conventionName),
      "currency": .string(currency.code),
      "subjects": .array(comparison.rows.map { object($0, id: .optional($0.id)) }),
      "total": object(comparison.total, id: nil),
      "kept_apart": .array(
        comparison.keptApart.map { apart in
          [
            "deal": .string(apart.deal.id.text), "reason": .string(apart.reason.rawValue),
            "stated_contract_value": apart.deal.terms.statedContractValue
              .map { .amount($0) } ?? .null,
          ]
        }),
    ]
  }

  private func object(_ row: Comparison.Row, id: JSONValue) -> JSONValue {
    let metrics = zip(comparison.metrics, row.values).map { metric, value in
      JSONValue.Member(
        metric.id,
        ["value": self.value(of: value, as: metric).json, "deals": .integer(value.deals)])
    }
    let counts = zip(countColumns, counts(of: row)).map { JSONValue.Member($0.key, $1.json) }
    return .object(
      [
        JSONValue.Member("id", id), JSONValue.Member("metrics", .object(metrics)),
        JSONValue.Member("deals", .integer(row.deals)),
      ] + counts)
  }

  /// The values of a row, one a metric.
  func values(of row: Comparison.Row) -> [Value] {
    zip(comparison.metrics, row.values).map { metric, value in self.value(of: value, as: metric) }
  }

  func value(of result: MetricValue, as metric: Metric) -> Value {
    switch result.value {
    case nil: .blank
    case .amount(let minorUnits): .amount(minorUnits)
    case .number(let fraction) where metric.kind == .percent: .percent(fraction)
    case .number(let number): .decimal(number)
    case .count(let count): .count(count)
    case .date(let day): .date(day)
    case .text(let text): .text(text)
    }
  }

  func columnKind(of metric: Metric) -> ColumnKind {
    switch metric.kind {
    case .amount, .amountPerMegawatt: .amount
    case .decimal(let digits): .decimal(fractionDigits: digits)
    case .percent: .percent(fractionDigits: 1)
    case .count: .count
    case .date: .date
    case .text, .party: .text
    }
  }
}
