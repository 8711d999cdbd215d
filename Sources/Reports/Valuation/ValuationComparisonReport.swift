import Analysis
import CashFlowEngine
public import FinanceBasics

/// The value of deals as recorded and under scenarios, beside each other, with the differences.
public struct ValuationComparisonReport: TabularReport {
  /// One a stack: as recorded first; each has the same subjects.
  let answers: [[ValuationReport.Subject]]
  /// One a scenario, in the order of the answers after the first.
  let scenarios: [ScenarioStatement]
  let currency: Currency
  /// Sentences that the reader must know.
  let remarks: [String]

  /// - Precondition: At least one subject; one scenario for each answer but the first.
  public init(
    _ answers: [[ValuationReport.Subject]], scenarios: [ScenarioStatement], currency: Currency,
    remarks: [String]
  ) {
    precondition(
      scenarios.count + 1 == answers.count, "each answer but the recorded is a scenario's")
    precondition(answers.allSatisfy { !$0.isEmpty }, "a valuation has a subject")
    self.answers = answers
    self.scenarios = scenarios
    self.currency = currency
    self.remarks = remarks
  }

  /// The answers beside each other, then a row a measure of each.
  public var parts: [ReportPart] {
    [ReportPart("Value", wideTable, for: .people), ReportPart("Data", longTable, for: .programs)]
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: JSONValue.rows(longTable.json, beside: scenarios).text + "\n"
    }
  }

  /// One measure of one subject under every answer.
  private struct Line {
    let subject: String
    let measure: Column
    let values: [Value]
  }

  private var names: [String] {
    var names: [String] = []
    for subject in answers.flatMap(\.self) where !names.contains(subject.name) {
      names.append(subject.name)
    }
    return names
  }

  /// Every measure but those that all answers share or nobody asked for, then the present value of each charge.
  private var lines: [Line] {
    let report = ValuationReport(answers[0], currency: currency, remarks: [])
    let shared: Set = ["deal", "valuation_date", "convention", "rate", "curve", "spread"]
    let measures = report.columns.filter {
      !shared.contains($0.key) && !ValuationReport.forPrograms.contains($0.key)
    }
    return names.flatMap { name -> [Line] in
      let subjects = answers.map { answer in answer.first { $0.name == name } }
      let main = measures.compactMap { column -> Line? in
        let values = subjects.map { $0.map { report.value(of: column.key, $0) } ?? .blank }
        let isAsked = !ValuationReport.onlyAsked.contains(column.key)
        guard isAsked || values.contains(where: { !$0.isBlank }) else { return nil }
        return Line(subject: name, measure: column, values: values)
      }
      let charges = Charge.allCases.compactMap { charge -> Line? in
        let values = subjects.map { subject -> Value in
          let part = subject?.valuation.charges.first { $0.charge == charge }
          return part.map { .amount($0.presentValue) } ?? .blank
        }
        guard values.contains(where: { !$0.isBlank }) else { return nil }
        let column = Column(
          "present_value_\(charge.rawValue)", "Present value of \(charge.rawValue)", .amount)
        return Line(subject: name, measure: column, values: values)
      }
      return main + charges
    }
  }

  /// What an answer has more than the recorded one: of dates in days; blank where either is.
  private func difference(_ value: Value, _ recorded: Value) -> Value {
    switch (value.content, recorded.content) {
    case (.amount(let value), .amount(let recorded)): .amount(value - recorded)
    case (.amount(let value), .blank): .amount(value)
    case (.blank, .amount(let recorded)): .amount(-recorded)
    case (.decimal(let value), .decimal(let recorded)): .decimal((value - recorded).normalized)
    case (.percent(let value), .percent(let recorded)): .percent((value - recorded).normalized)
    case (.date(let value), .date(let recorded)): .count(recorded.days(until: value))
    default: .blank
    }
  }

  // MARK: - For programs

  /// Columns `scenario,deal,measure,value,difference,currency`; a difference of dates is in days.
  private var longTable: Table {
    let labels = [CashFlowComparisonReport.recorded] + scenarios.map(\.label)
    return Table(
      columns: [
        Column("scenario", "Scenario", .text, isKey: true),
        Column("deal", "Deal", .text, isKey: true),
        Column("measure", "Measure", .text, isKey: true),
        Column("value", "Value", .figure), Column("difference", "Difference", .figure),
        Column("currency", "Currency", .text),
      ],
      rows: labels.indices.flatMap { answer in
        lines.map { line in
          let difference =
            answer == 0 ? .blank : difference(line.values[answer], line.values[0])
          return Row([
            .text(labels[answer]), .text(line.subject), .text(line.measure.key),
            line.values[answer], difference,
            line.measure.kind == .amount ? .text(currency.code) : .blank,
          ])
        }
      })
  }

  // MARK: - For people

  private var wideTable: Table {
    let isOne = names.count == 1
    var columns = isOne ? [] : [Column("deal", "Deal", .text, isKey: true)]
    columns.append(Column("measure", "Measure", .text, isKey: true))
    columns.append(Column(CashFlowComparisonReport.recorded, "As recorded", .figure))
    for (index, scenario) in scenarios.enumerated() {
      columns.append(Column("scenario_\(index + 1)", scenario.label, .figure))
      columns.append(Column("difference_\(index + 1)", "Difference", .figure))
    }
    let rows = lines.map { line -> Row in
      let kind = line.measure.kind
      var values: [Value] = isOne ? [] : [.text(line.subject)]
      values.append(.text(line.measure.heading))
      values.append(line.values[0].formatted(as: kind))
      for answer in answers.indices.dropFirst() {
        let difference = difference(line.values[answer], line.values[0])
        values.append(line.values[answer].formatted(as: kind))
        values.append(kind == .date ? difference : difference.formatted(as: kind))
      }
      return Row(values)
    }
    return Table(
      title: isOne ? "Value of \(names[0]) by scenario" : "Value by scenario", columns: columns,
      rows: rows, currency: currency, footnotes: conventions)
  }

  /// How the flows are valued, what is said of the deals, and how differences are counted.
  public var conventions: [String] {
    ValuationReport(answers[0], currency: currency, remarks: remarks).conventions
      + (lines.isEmpty ? [] : ["a difference of dates is in days, of rates in percentage points"])
  }
}
