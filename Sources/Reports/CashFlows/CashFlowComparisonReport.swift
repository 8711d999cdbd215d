public import Analysis
import CashFlowEngine
import FinanceBasics

/// Cash flows as recorded and under scenarios, beside each other, with the differences.
public struct CashFlowComparisonReport: TabularReport {
  let comparison: CashFlowComparison
  /// One a scenario, in the order of the comparison's tables after the first.
  let scenarios: [ScenarioStatement]
  /// Whether NOI and net cash are rows for programs too.
  let withSubtotals: Bool
  /// Sentences that the reader must know.
  let remarks: [String]

  /// What the first answer is called by programs.
  public static let recorded = "as-recorded"

  /// - Precondition: One scenario for each table of the comparison but the first.
  public init(
    _ comparison: CashFlowComparison, scenarios: [ScenarioStatement], withSubtotals: Bool,
    remarks: [String]
  ) {
    precondition(
      scenarios.count + 1 == comparison.tables.count, "each answer but the recorded is a scenario's"
    )
    self.comparison = comparison
    self.scenarios = scenarios
    self.withSubtotals = withSubtotals
    self.remarks = remarks
  }

  /// The answers beside each other, then a row an amount of each.
  public var parts: [ReportPart] {
    [
      ReportPart("Cash flows", wideTable, for: .people),
      ReportPart("Data", longTable, for: .programs),
    ]
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: JSONValue.rows(longTable.json, beside: scenarios).text + "\n"
    }
  }

  private var request: CashFlowRequest { comparison.tables[0].request }

  private var labels: [String] { scenarios.map(\.label) }

  /// A line of the report: a charge of a stretch, or a sum of its charges.
  private struct Line {
    let row: CashFlowComparison.Row
    let name: String?
    let amounts: [Int64?]
    var isSum = false
    var isTotal = false

    func difference(at answer: Int) -> Int64? {
      guard amounts[0] != nil || amounts[answer] != nil, !isSum || amounts.allSatisfy({ $0 != nil })
      else { return nil }
      return (amounts[answer] ?? 0) - (amounts[0] ?? 0)
    }
  }

  // MARK: - For programs

  /// Columns `scenario,period_start,period_end,` the groups, `amount,difference,currency`.
  ///
  /// Every scenario has every row: what does not occur in it is zero.
  private var longTable: Table {
    let groups = request.groups
    let columns =
      [
        Column("scenario", "Scenario", .text, isKey: true),
        Column("period_start", "From", .date, isKey: true),
        Column("period_end", "Through", .date, isKey: true),
      ] + CashFlowKeys.columns(of: groups) + [
        Column("amount", "Amount", .amount), Column("difference", "Difference", .amount),
        Column("currency", "Currency", .text),
      ]
    let lines = stretches.flatMap { self.lines(of: $0, withSums: withSubtotals) }
    let answers = [Self.recorded] + labels
    let rows = answers.indices.flatMap { answer in
      lines.compactMap { line -> Row? in
        if line.isSum, line.amounts[answer] == nil { return nil }
        let keys = groups.map { grouping in
          grouping == .charge
            ? .text(line.name ?? "") : CashFlowKeys.value(of: line.row.group, by: grouping)
        }
        let difference = answer == 0 ? nil : line.difference(at: answer)
        return Row(
          [.text(answers[answer]), .date(line.row.firstDay), .date(line.row.lastDay)] + keys + [
            .amount(line.amounts[answer] ?? 0), difference.map { .amount($0) } ?? .blank,
            .text(comparison.tables[0].currency.code),
          ])
      }
    }
    return Table(columns: columns, rows: rows)
  }

  // MARK: - For people

  private var wideTable: Table {
    let keys = request.groups.filter { $0 != .charge }
    let isSplit = request.groups.contains(.charge)
    var columns =
      [Column("period", "Period", .text, isKey: true)] + CashFlowKeys.columns(of: keys)
    if isSplit { columns.append(Column("charge", "Charge", .text, isKey: true)) }
    columns.append(Column(Self.recorded, "As recorded", .amount))
    for (index, label) in labels.enumerated() {
      columns.append(Column("scenario_\(index + 1)", label, .amount))
      columns.append(Column("difference_\(index + 1)", "Difference", .amount))
    }
    var lines = stretches.flatMap { self.lines(of: $0, withSums: true) }
    if stretches.count > 1 { lines += totals }
    var above: [Value] = []
    let rows = lines.map { line -> Row in
      let names = self.names(of: line, keys)
      // What repeats from line to line is said once.
      let isNew = names != above
      above = names
      var values = names.map { isNew ? $0 : .blank }
      if isSplit { values.append(.text(CashFlowKeys.sentence(line.name ?? ""))) }
      values.append(line.amounts[0].map { .amount($0) } ?? .blank)
      for answer in comparison.tables.indices.dropFirst() {
        values.append(line.amounts[answer].map { .amount($0) } ?? .blank)
        values.append(line.difference(at: answer).map { .amount($0) } ?? .blank)
      }
      return Row(values)
    }
    let first = comparison.tables[0]
    return Table(
      title: "Projected cash flows by scenario", columns: columns, rows: rows,
      currency: first.currency,
      footnotes: conventions)
  }

  /// How the figures are counted, then what is said of the deals.
  public var conventions: [String] {
    [CashFlowKeys.basis(of: request, case: comparison.tables[0].projectionCase)] + remarks
  }

  /// The period of a line, and its groups beside the charge.
  private func names(of line: Line, _ keys: [CashFlowGrouping]) -> [Value] {
    guard !line.isTotal else { return [.text("Total")] + keys.map { _ in .blank } }
    let period = CashFlowKeys.period(
      from: line.row.firstDay, through: line.row.lastDay, length: request.length)
    return [period] + keys.map { CashFlowKeys.value(of: line.row.group, by: $0) }
  }

  /// The rows of one period and one group beside the charge.
  private var stretches: [[CashFlowComparison.Row]] {
    var result: [[CashFlowComparison.Row]] = []
    for row in comparison.rows {
      if let last = result.last?.last, last.firstDay == row.firstDay,
        last.group.landlord == row.group.landlord, last.group.deal == row.group.deal,
        last.group.hall == row.group.hall
      {
        result[result.count - 1].append(row)
      } else {
        result.append([row])
      }
    }
    return result
  }

  private func lines(of rows: [CashFlowComparison.Row], withSums: Bool) -> [Line] {
    let lines = rows.map {
      Line(row: $0, name: $0.group.charge?.rawValue, amounts: $0.minorUnits)
    }
    return withSums ? lines + sums(of: rows, isTotal: false) : lines
  }

  /// NOI and net cash of rows that are split by charge; no NOI where a cost is unknown.
  private func sums(of rows: [CashFlowComparison.Row], isTotal: Bool) -> [Line] {
    guard let first = rows.first, first.group.charge != nil else { return [] }
    let answers = comparison.tables.indices
    let income = answers.map { answer -> Int64? in
      rows.contains { $0.isCostUnknown[answer] }
        ? nil : sum(rows.filter { $0.group.charge?.isInNOI == true }, at: answer)
    }
    let cash = answers.map { Optional(sum(rows, at: $0)) }
    return [
      Line(row: first, name: "noi", amounts: income, isSum: true, isTotal: isTotal),
      Line(row: first, name: "net-cash", amounts: cash, isSum: true, isTotal: isTotal),
    ]
  }

  private func sum(_ rows: [CashFlowComparison.Row], at answer: Int) -> Int64 {
    rows.reduce(0) { $0 + ($1.minorUnits[answer] ?? 0) }
  }

  /// Each charge over all periods and groups, then NOI and net cash.
  private var totals: [Line] {
    let charges = Charge.allCases.filter { charge in
      comparison.rows.contains { $0.group.charge == charge }
    }
    let isSplit = !charges.isEmpty
    let groups: [Charge?] = isSplit ? charges : [nil]
    let lines = groups.compactMap { charge -> Line? in
      let rows = comparison.rows.filter { $0.group.charge == charge }
      guard let first = rows.first else { return nil }
      let amounts = comparison.tables.indices.map { Optional(sum(rows, at: $0)) }
      return Line(row: first, name: charge?.rawValue, amounts: amounts, isTotal: true)
    }
    return lines + sums(of: comparison.rows, isTotal: true)
  }
}
