public import Analysis
import CashFlowEngine
public import FinanceBasics
import LeaseModel

/// A rent roll as a listing: a row a hall, in groups with their sums and averages.
public struct RentRollReport: TabularReport {
  /// What stands above each group of halls.
  public enum Grouping: String, CaseIterable, Sendable {
    case landlord, tenant, site, deal

    fileprivate func key(of row: RentRoll.Row) -> String? {
      switch self {
      case .landlord: ComparisonSubject.landlord.key(of: row.deal)
      case .tenant: ComparisonSubject.tenant.key(of: row.deal)
      case .site: ComparisonSubject.site.key(of: row.deal)
      case .deal: row.deal.id.text
      }
    }
  }

  private let roll: RentRoll
  private let grouping: Grouping
  private let currency: Currency
  private let remarks: [String]
  /// The name to print for the id of a party or a site.
  private let name: @Sendable (String) -> String

  /// Takes the parts as given.
  public init(
    _ roll: RentRoll, by grouping: Grouping, currency: Currency, remarks: [String],
    name: @escaping @Sendable (String) -> String
  ) {
    self.roll = roll
    self.grouping = grouping
    self.currency = currency
    self.remarks = remarks
    self.name = name
  }

  /// The halls in groups for people, then a row a hall for programs.
  public var parts: [ReportPart] { parts(width: .max) }

  /// The report in any format; text leaves columns out where the terminal is narrow.
  public func rendered(as format: OutputFormat, style: TextStyle) -> String {
    switch format {
    case .text: renderText(parts(width: style.tableWidth), style: style)
    case .csv: renderCSV(parts)
    case .json: renderJSON(parts)
    }
  }

  private func parts(width: Int?) -> [ReportPart] {
    [
      ReportPart("Rent roll", grouped(width: width), for: .people),
      ReportPart("Data", listing, for: .programs),
    ]
  }

  // MARK: - For people

  /// The narrowest text that shows more than what is paid and until when.
  private static let wideColumns = 150

  private func grouped(width: Int?) -> Table {
    let isWide = (width ?? 0) >= Self.wideColumns
    let groups = Dictionary(grouping: roll.rows) { grouping.key(of: $0) }
      .map { key, rows in (label: key.map(label) ?? "(none named)", rows: rows) }
      .sorted { ($0.label.lowercased(), $0.label) < ($1.label.lowercased(), $1.label) }
    var rows: [Row] = []
    for group in groups {
      rows.append(
        Row(
          [.text(group.label)] + Array(repeating: .blank, count: Self.figures.count - 1),
          emphasis: .heading))
      rows += group.rows.map(row)
      if group.rows.count > 1, groups.count > 1 {
        rows.append(summary(of: group.rows, "Together", .subtotal))
      }
    }
    if roll.rows.count > 1 { rows.append(summary(of: roll.rows, "All", .total)) }
    let columns = Self.figures.map { column in
      Column(
        column.key, column.heading, column.kind, isKey: column.isKey,
        audience: isWide || column.audience == .all ? .all : .programs)
    }
    return Table(
      title: roll.date.map { "Rent roll on \($0)" } ?? "Rent roll at commencement",
      columns: columns, rows: rows, currency: currency, footnotes: conventions)
  }

  /// Those for programs are seen where there is room.
  private static let figures = [
    Column("hall", "Hall", .text, isKey: true),
    Column("tenant", "Tenant", .text, audience: .programs),
    Column("critical_it_mw", "IT MW", .decimal(fractionDigits: 1)),
    Column("commencement", "From", .date, audience: .programs),
    Column("last_day", "Through", .date),
    Column("years_left", "Years left", .decimal(fractionDigits: 2)),
    Column("rent_month", "Rent a month", .amount),
    Column("rate_per_kw_month", "Per kW-month", .decimal(fractionDigits: 2)),
    Column("next_step", "Next step", .date, audience: .programs),
    Column(
      "next_rate_per_kw_month", "Then per kW-month", .decimal(fractionDigits: 2),
      audience: .programs),
    Column("renewals", "Renewals left", .text, audience: .programs),
    Column("guarantor", "Guarantor", .text, audience: .programs),
  ]

  private func label(_ id: String) -> String { grouping == .deal ? id : name(id) }

  private func row(_ row: RentRoll.Row) -> Row {
    let isFree = row.rent.chargedShare < .one
    let hall =
      grouping == .deal
      ? row.hall.name
      : roll.rows.count { $0.deal.id == row.deal.id } == 1
        ? row.deal.id.text : "\(row.deal.id): \(row.hall.name)"
    return Row(
      [
        .text(hall).marked(row.isInForce == false ? "‡" : nil), party(tenant(of: row)),
        .decimal(row.hall.criticalIT), .date(row.term.lowerBound),
        .date(row.term.upperBound.adding(days: -1)), .decimal(row.yearsLeft),
        Value.amount(row.rent.minorUnits).marked(isFree ? "†" : nil),
        perKilowatt(row.rent), row.next.map { .date($0.day) } ?? .blank,
        row.next.map { perKilowatt($0.rent) } ?? .blank,
        row.renewals.isEmpty ? .blank : .text(words(row.renewals)), guarantors(of: row, name: name),
      ], indentation: 1)
  }

  private func summary(
    of rows: [RentRoll.Row], _ label: String, _ emphasis: Row.Emphasis
  ) -> Row {
    let sum = RentRoll.Summary(of: rows)
    return Row(
      [
        .text(label), .blank, .decimal(sum.megawatts), .blank, .blank, .decimal(sum.yearsLeft),
        .amount(sum.minorUnits), .decimal(sum.perKilowattMonth), .blank, .blank, .blank, .blank,
      ], emphasis: emphasis)
  }

  /// Such as `3 × 5 years`, or what each takes where they differ.
  private func words(_ renewals: [RenewalOption]) -> String {
    let months = renewals.map(\.months)
    guard Set(months).count == 1, let each = months.first else {
      return months.map { Self.length($0) }.joined(separator: ", ")
    }
    return "\(renewals.count) × \(Self.length(each))"
  }

  private static func length(_ months: Int) -> String {
    months % 12 == 0
      ? "\(months / 12) \(months == 12 ? "year" : "years")" : "\(months) months"
  }

  /// How the figures are counted, then what is said of the deals.
  public var conventions: [String] {
    let isMarked = { (claim: (RentRoll.Row) -> Bool) in roll.rows.contains(where: claim) }
    var notes = [
      "rent of a whole month at the terms of "
        + (roll.date.map { "\($0), of a hall to come at those of its first day" }
          ?? "each hall's first day") + "; averages are by critical IT",
      "years left to the end of what is owed for certain, days ÷ 365.25; renewals are not in them",
    ]
    if isMarked({ $0.rent.chargedShare < .one }) {
      notes.append("†: some of the rent is free on that day; the rate is the one before that")
    }
    if isMarked({ $0.isInForce == false }) { notes.append("‡: the term is still to come") }
    if !roll.ended.isEmpty { notes.append("ended: " + ids(roll.ended)) }
    if !roll.unprojected.isEmpty {
      notes.append("cannot be projected, left out: " + ids(roll.unprojected))
    }
    return notes + remarks
  }

  private func ids(_ deals: [DealID]) -> String { deals.map(\.text).joined(separator: ", ") }

  // MARK: - For programs

  /// A row a hall.
  private var listing: Table {
    let figures = Self.figures.map { Column($0.key, $0.heading, $0.kind) }
    return Table(
      columns: [
        Column("landlord", "Landlord", .text, isKey: true),
        Column("deal", "Deal", .text, isKey: true), Column("hall", "Hall", .text, isKey: true),
        Column("site", "Site", .text), Column("standing", "Standing", .text),
      ] + figures.dropFirst().filter { $0.key != "renewals" } + [
        Column("renewals_left", "Renewals left", .count),
        Column("renewal_months_left", "Months of them", .count),
        Column("currency", "Currency", .text),
      ],
      rows: roll.rows.map { row in
        let standing = row.isInForce.map { $0 ? "in force" : "to come" }
        return Row([
          .text(row.deal.terms.landlord?.value.text ?? ""), .text(row.deal.id.text),
          .text(row.hall.name), row.deal.terms.site.map { .text($0.value.text) } ?? .blank,
          standing.map { .text($0) } ?? .blank, tenant(of: row).map { .text($0) } ?? .blank,
          .decimal(row.hall.criticalIT), .date(row.term.lowerBound),
          .date(row.term.upperBound.adding(days: -1)), .decimal(row.yearsLeft),
          .amount(row.rent.minorUnits), perKilowatt(row.rent),
          row.next.map { .date($0.day) } ?? .blank,
          row.next.map { perKilowatt($0.rent) } ?? .blank, guarantors(of: row) { $0 },
          .count(row.renewals.count), .count(row.renewals.reduce(0) { $0 + $1.months }),
          .text(currency.code),
        ])
      })
  }

  // MARK: - Values

  private func perKilowatt(_ rent: HallRent) -> Value {
    .decimal(rent.perMegawattMonth.divided(by: PreciseReal(integer: 1000)))
  }

  private func tenant(of row: RentRoll.Row) -> String? {
    ComparisonSubject.tenant.key(of: row.deal)
  }

  private func party(_ id: String?) -> Value { id.map { .text(name($0)) } ?? .blank }

  private func guarantors(of row: RentRoll.Row, name: (String) -> String) -> Value {
    let terms = row.deal.terms
    var names: [String] = []
    for support in terms.creditSupport + terms.periods.flatMap(\.creditSupport) {
      if let id = support.guarantor?.value.text, !names.contains(name(id)) {
        names.append(name(id))
      }
    }
    return names.isEmpty ? .blank : .text(names.joined(separator: ", "))
  }
}
