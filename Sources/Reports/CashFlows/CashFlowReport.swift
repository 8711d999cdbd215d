public import Analysis
import CashFlowEngine
import FinanceBasics
import LeaseModel

/// A projection as a listing: long rows for programs, a grid of periods and charges for people.
public struct CashFlowReport: TabularReport {
  let cashFlows: CashFlowTable
  /// Whether NOI and net cash are rows for programs too.
  let withSubtotals: Bool
  /// Sentences about the deals that the reader must know: what was assumed, what is missing.
  let remarks: [String]
  /// The scenarios behind the figures; `nil` as recorded.
  let scenarios: ScenarioStatement?
  /// Up to when the amounts are those of the books; `nil` where all are projected.
  let cutOver: CutOverStatement?
  /// The deals that are left out, in sentences that are among the remarks.
  public let omissions: [String]

  /// Takes the parts as given.
  public init(
    _ cashFlows: CashFlowTable, withSubtotals: Bool, remarks: [String],
    scenarios: ScenarioStatement? = nil, cutOver: CutOverStatement? = nil, omissions: [String] = []
  ) {
    self.cashFlows = cashFlows
    self.withSubtotals = withSubtotals
    self.remarks = remarks
    self.scenarios = scenarios
    self.cutOver = cutOver
    self.omissions = omissions
  }

  /// The grid of periods and charges, then a row an amount.
  public var parts: [ReportPart] {
    [ReportPart("Cash flows", grid, for: .people), ReportPart("Data", longTable, for: .programs)]
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: JSONValue.rows(longTable.json, under: scenarios).text + "\n"
    }
  }

  // MARK: - For programs

  /// Columns `period_start,period_end,` the groups asked for, `amount,currency`; with a cut-over
  /// also what of the amount was billed, what is projected, and what would be without the books.
  var longTable: Table {
    let groups = cashFlows.request.groups
    let columns =
      [
        Column("period_start", "From", .date, isKey: true),
        Column("period_end", "Through", .date, isKey: true),
      ]
      + CashFlowKeys.columns(of: groups)
      + [Column("amount", "Amount", .amount)] + cutOverColumns
      + [Column("currency", "Currency", .text)]
    var rows: [Row] = []
    for part in stretches {
      rows += part.rows.map { longRow($0, charge: $0.group.charge?.rawValue, Sums([$0])) }
      if withSubtotals, let first = part.rows.first {
        rows += part.subtotals.compactMap { name, sum in
          sum.map { longRow(first, charge: name, $0) }
        }
      }
    }
    return Table(columns: columns, rows: rows)
  }

  private func longRow(
    _ row: CashFlowTable.Row, charge: String?, _ sums: Sums
  ) -> Row {
    var values: [Value] = [.date(row.firstDay), .date(row.lastDay)]
    for grouping in cashFlows.request.groups {
      values.append(
        grouping == .charge
          ? .text(charge ?? "") : CashFlowKeys.value(of: row.group, by: grouping))
    }
    values.append(.amount(sums.amount))
    if cutOver != nil {
      let parts = [sums.billed, sums.amount - sums.billed, sums.amount - sums.difference]
      values += parts.map { .amount($0) }
    }
    values.append(.text(cashFlows.currency.code))
    return Row(values)
  }

  private var cutOverColumns: [Column] {
    guard cutOver != nil else { return [] }
    return [
      Column("billed", "Billed", .amount), Column("projected", "Projected", .amount),
      Column("without_books", "Without the books", .amount),
    ]
  }

  /// What rows come to together, in minor units.
  private struct Sums {
    let amount: Int64
    let billed: Int64
    let difference: Int64

    init(_ rows: [CashFlowTable.Row]) {
      amount = rows.reduce(0) { $0 + $1.minorUnits }
      billed = rows.reduce(0) { $0 + $1.billedMinorUnits }
      difference = rows.reduce(0) { $0 + $1.differenceMinorUnits }
    }
  }

  // MARK: - For people

  /// Rows of one period and one group beside the charge, which text shows in one line.
  private struct Stretch {
    var rows: [CashFlowTable.Row]

    /// NOI and net cash, where the rows are split by charge; no NOI where a cost is unknown.
    var subtotals: [(name: String, sums: Sums?)] {
      guard rows.contains(where: { $0.group.charge != nil }) else { return [] }
      let income = rows.filter { $0.group.charge?.isInNOI == true }
      let isUnknown = rows.contains(where: \.isCostUnknown)
      return [("noi", isUnknown ? nil : Sums(income)), ("net-cash", Sums(rows))]
    }

    /// Where what tenants pay comes from, in a word.
    var origin: Value {
      let origins: CashFlowTable.Origin = rows.reduce(into: []) { $0.formUnion($1.origin) }
      return switch origins {
      case .billed: .text("billed")
      case .projected: .text("projected")
      case [.billed, .projected]: .text("both")
      default: .blank
      }
    }
  }

  private var stretches: [Stretch] {
    var result: [Stretch] = []
    for row in cashFlows.rows {
      if let last = result.last?.rows.last, last.firstDay == row.firstDay,
        last.group.landlord == row.group.landlord, last.group.deal == row.group.deal,
        last.group.hall == row.group.hall
      {
        result[result.count - 1].rows.append(row)
      } else {
        result.append(Stretch(rows: [row]))
      }
    }
    return result
  }

  /// The charges that occur, in their fixed order; `nil` alone where rows are not split by charge.
  private var charges: [Charge?] {
    let present = Set(cashFlows.rows.map(\.group.charge))
    guard !present.contains(nil) else { return [nil] }
    return Charge.allCases.filter(present.contains)
  }

  /// A line a period, a column a charge, NOI and net cash, and the total below.
  var grid: Table {
    let keys = cashFlows.request.groups.filter { $0 != .charge }
    let charges = charges
    var columns = [Column("period", "Period", .text, isKey: true)]
    columns += CashFlowKeys.columns(of: keys)
    if cutOver != nil { columns.append(Column("source", "Source", .text)) }
    columns += charges.map { charge in
      Column(charge?.rawValue ?? "amount", heading(of: charge), .amount)
    }
    let hasSubtotals = charges != [nil]
    if hasSubtotals {
      columns += [Column("noi", "NOI", .amount), Column("net-cash", "Net cash", .amount)]
    }
    var rows = stretches.map { stretch -> Row in
      let label = stretch.rows.first.map(period) ?? .blank
      let names = keys.map { key in
        stretch.rows.first.map { CashFlowKeys.value(of: $0.group, by: key) } ?? .blank
      }
      let origin = cutOver == nil ? [] : [stretch.origin]
      return Row([label] + names + origin + amounts(of: stretch, charges, hasSubtotals))
    }
    if rows.count > 1 {
      let all = Stretch(rows: cashFlows.rows)
      rows.append(
        Row(
          [.text("Total")] + keys.map { _ in .blank } + (cutOver == nil ? [] : [.blank])
            + amounts(of: all, charges, hasSubtotals), emphasis: .total))
    }
    return Table(
      title: "Projected cash flows", columns: columns, rows: rows, currency: cashFlows.currency,
      footnotes: conventions)
  }

  private func amounts(
    of stretch: Stretch, _ charges: [Charge?], _ hasSubtotals: Bool
  ) -> [Value] {
    let cells = charges.map { charge -> Value in
      let rows = stretch.rows.filter { $0.group.charge == charge }
      return rows.isEmpty ? .blank : .amount(rows.reduce(0) { $0 + $1.minorUnits })
    }
    return cells
      + (hasSubtotals ? stretch.subtotals.map { $0.sums.map { .amount($0.amount) } ?? .blank } : [])
  }

  private func heading(of charge: Charge?) -> String {
    charge.map { CashFlowKeys.sentence($0.rawValue) } ?? "Net cash"
  }

  private func period(_ row: CashFlowTable.Row) -> Value {
    CashFlowKeys.period(
      from: row.firstDay, through: row.lastDay, length: cashFlows.request.length)
  }

  /// How the figures are counted, then what is said of the deals.
  public var conventions: [String] {
    [CashFlowKeys.basis(of: cashFlows.request, case: cashFlows.projectionCase)]
      + (cutOver?.sentences ?? []) + remarks
  }
}
