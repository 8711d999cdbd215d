public import Analysis
import CashFlowEngine
import FinanceBasics

/// The way from rent to NOI as a listing: charges, NOI, and what costs leak.
public struct BridgeReport: TabularReport {
  let bridge: IncomeBridge
  /// Sentences that the reader must know.
  let remarks: [String]
  /// The scenarios behind the figures; `nil` as recorded.
  let scenarios: ScenarioStatement?
  /// The deals that are left out, in sentences that are among the remarks.
  public let omissions: [String]

  /// Takes the parts as given.
  public init(
    _ bridge: IncomeBridge, remarks: [String], scenarios: ScenarioStatement? = nil,
    omissions: [String] = []
  ) {
    self.bridge = bridge
    self.remarks = remarks
    self.scenarios = scenarios
    self.omissions = omissions
  }

  /// The bridge by period, of a single deal its cost lines, then a row an amount.
  public var parts: [ReportPart] {
    let lines = bridge.costLines.isEmpty ? [] : [costLineTable]
    return [ReportPart("Rent to NOI", grid, for: .people)]
      + lines.map { ReportPart("Cost lines", $0, for: .people) }
      + [ReportPart("Data", longTable, for: .programs)]
  }

  /// The report in any format.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts, style: style)
    case .csv: renderCSV(parts)
    case .json: JSONValue.rows(longTable.json, under: scenarios).text + "\n"
    }
  }

  private var keys: [CashFlowGrouping] { bridge.request.groups.filter { $0 != .charge } }

  /// The charges of NOI in the order of the bridge: rent, what reduces it, then income and costs.
  private static let charges: [Charge] = [
    .baseRent, .renewalRent, .lateDeliveryCredit, .recovery, .powerRecovery, .otherIncome,
    .operatingCost, .powerCost,
  ]

  // MARK: - For people

  /// A line a period; a column for each charge that occurs, NOI, and leakage.
  private var grid: Table {
    let charges = Self.charges.filter { charge in
      bridge.rows.contains { $0.amount(of: charge) != nil }
    }
    let columns =
      [Column("period", "Period", .text, isKey: true)] + CashFlowKeys.columns(of: keys)
      + charges.map { Column($0.rawValue, CashFlowKeys.sentence($0.rawValue), .amount) }
      + [
        Column("noi", "NOI", .amount), Column("leakage", "Leakage", .amount),
        Column("leakage_share", "Leakage of rent", .percent(fractionDigits: 1)),
      ]
    let rows = bridge.rows.map { row -> Row in
      let period = CashFlowKeys.period(
        from: row.firstDay, through: row.lastDay, length: bridge.request.length)
      return Row(
        [period] + keys.map { CashFlowKeys.value(of: row.group, by: $0) }
          + charges.map { charge in row.amount(of: charge).map { .amount($0) } ?? .blank }
          + ends(row.netOperatingIncome, row.leakage, rent: row.rent))
    }
    return Table(
      title: "From rent to NOI", columns: columns,
      rows: rows + (rows.count > 1 ? [total(of: charges)] : []), currency: bridge.currency,
      footnotes: conventions)
  }

  /// How the figures are counted, then what is said of the deals.
  public var conventions: [String] {
    [
      CashFlowKeys.basis(of: bridge.request, case: bridge.projectionCase),
      "leakage: operating and power cost that no recovery pays back; blank where unknown",
    ] + remarks
  }

  private func total(of charges: [Charge]) -> Row {
    let isUnknown = bridge.rows.contains(where: \.isCostUnknown)
    let sum = { (amount: (IncomeBridge.Row) -> Int64?) in
      bridge.rows.reduce(0) { $0 + (amount($1) ?? 0) }
    }
    return Row(
      [.text("Total")] + keys.map { _ in .blank }
        + charges.map { charge in .amount(sum { $0.amount(of: charge) }) }
        + ends(
          isUnknown ? nil : sum(\.netOperatingIncome), isUnknown ? nil : sum(\.leakage),
          rent: sum(\.rent)), emphasis: .total)
  }

  private func ends(_ income: Int64?, _ leakage: Int64?, rent: Int64) -> [Value] {
    let share = leakage.flatMap { rent == 0 ? nil : Double($0) / Double(rent) }
    return [
      income.map { .amount($0) } ?? .blank, leakage.map { .amount($0) } ?? .blank,
      share.map { .percent($0) } ?? .blank,
    ]
  }

  /// A line a cost line of the deal, with why the landlord bears what is not recovered.
  private var costLineTable: Table {
    let parts = Self.parts.filter { part in
      part.isAlways || bridge.costLines.contains { part.amount($0.total) != .zero }
    }
    return Table(
      title: "By cost line, over all days",
      columns: [Column("line", "Line", .text, isKey: true)]
        + parts.map { Column($0.key, $0.heading, .amount) },
      rows: bridge.costLines.map { line in
        Row([.text(line.name)] + parts.map { Self.value($0.amount(line.total)) })
      }, currency: bridge.currency,
      footnotes: ["exact amounts, each rounded here; cost = recovered + leakage"])
  }

  // MARK: - For programs

  /// Columns `period_start,period_end,` the groups, `line,item,amount,share_of_rent,currency`.
  ///
  /// The bridge has an empty `line`; below it stand the cost lines of a single deal by year.
  private var longTable: Table {
    let columns =
      [
        Column("period_start", "From", .date, isKey: true),
        Column("period_end", "Through", .date, isKey: true),
      ] + CashFlowKeys.columns(of: keys) + [
        Column("line", "Line", .text, isKey: true), Column("item", "Item", .text, isKey: true),
        Column("amount", "Amount", .amount),
        Column("share_of_rent", "Share of rent", .percent(fractionDigits: 4)),
        Column("currency", "Currency", .text),
      ]
    return Table(
      columns: columns,
      rows: bridge.rows.flatMap(longRows) + bridge.costLines.flatMap(longRows))
  }

  private func longRows(of row: IncomeBridge.Row) -> [Row] {
    var items = Self.charges.compactMap { charge in
      row.amount(of: charge).map { (charge.rawValue, $0) }
    }
    if let income = row.netOperatingIncome { items.append(("noi", income)) }
    if let leakage = row.leakage { items.append(("leakage", leakage)) }
    return items.map { item, amount in
      Row(
        [.date(row.firstDay), .date(row.lastDay)]
          + keys.map { CashFlowKeys.value(of: row.group, by: $0) } + [
            .text(""), .text(item), .amount(amount),
            row.shareOfRent(amount).map { .percent($0) } ?? .blank, .text(bridge.currency.code),
          ])
    }
  }

  private func longRows(of line: CostLineTotal) -> [Row] {
    line.years.flatMap { year in
      Self.parts.map { part in
        let start = YearMonth(year: year.year, month: 1)
        return Row(
          [.date(start.firstDay), .date(start.adding(months: 11).lastDay)]
            + keys.map { _ in .blank } + [
              .text(line.name), .text(part.key), Self.value(part.amount(year.amounts)), .blank,
              .text(bridge.currency.code),
            ])
      }
    }
  }

  // MARK: - Parts of a cost line

  private struct Part: Sendable {
    let key: String
    let heading: String
    var isAlways = false
    /// In currency units.
    let amount: @Sendable (CostAmounts) -> PreciseReal
  }

  private static let parts = [
    Part(key: "cost", heading: "Cost", isAlways: true) { $0.cost },
    Part(key: "recovered", heading: "Recovered", isAlways: true) { $0.recovered },
    Part(key: "admin-fee", heading: "Administration fee") { $0.adminFee },
    Part(key: "leakage", heading: "Leakage", isAlways: true) { $0.leakage.total },
    Part(key: "above-guaranteed-pue", heading: "Above guaranteed PUE") {
      $0.leakage.aboveGuaranteedPUE
    },
    Part(key: "base", heading: "Base or expense stop") { $0.leakage.base },
    Part(key: "share-not-passed", heading: "Share not passed") { $0.leakage.shareNotPassed },
    Part(key: "bounds", heading: "Cap less floor") { $0.leakage.bounds },
    Part(key: "abated", heading: "Abated") { $0.leakage.abated },
  ]

  private static func value(_ amount: PreciseReal) -> Value {
    amount.times(100).roundedHalfEven().map { .amount($0) } ?? .blank
  }
}
