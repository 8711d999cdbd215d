public import Bookkeeping
public import FinanceBasics

/// Deposits on a day: what the terms require, what was billed, received and given back, what is
/// held, and how far that is from what is required.
public struct DepositReport: TabularReport {
  /// What a row is of.
  public enum Owner: String, CaseIterable, Sendable {
    case deal, tenant, landlord

    var heading: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  /// The deposits of one owner in one currency.
  public struct Line: Hashable, Sendable {
    let owner: String
    let currency: Currency
    let position: DepositPosition

    /// Takes the parts as given.
    ///
    /// - Parameter owner: The id, or for people the name, of the deal or the party.
    public init(owner: String, currency: Currency, position: DepositPosition) {
      self.owner = owner
      self.currency = currency
      self.position = position
    }
  }

  private let lines: [Line]
  private let owner: Owner
  private let day: CalendarDate
  private let remarks: [String]
  /// The deals that are left out, in sentences that are among the remarks.
  public let omissions: [String]

  /// - Parameters:
  ///   - lines: Those of one owner and currency are joined; those without a deposit are left out.
  ///   - omissions: Those of the remarks that say which deals are left out.
  public init(
    _ lines: [Line], by owner: Owner, on day: CalendarDate, remarks: [String],
    omissions: [String] = []
  ) {
    struct Key: Hashable {
      let owner: String
      let currency: Currency
    }
    let groups = Dictionary(grouping: lines.filter { !$0.position.isEmpty }) {
      Key(owner: $0.owner, currency: $0.currency)
    }
    self.lines = groups.map { key, group in
      Line(
        owner: key.owner, currency: key.currency,
        position: group.reduce(DepositPosition()) { $0 + $1.position })
    }.sorted { ($0.owner, $0.currency.code) < ($1.owner, $1.currency.code) }
    self.owner = owner
    self.day = day
    self.remarks = remarks
    self.omissions = omissions
  }

  /// One table for all readers.
  public var parts: [ReportPart] { [ReportPart("Deposits", table)] }

  private var table: Table {
    let currencies = Set(lines.map(\.currency))
    let isPlain = currencies.count <= 1
    let sums = currencies.sorted { $0.code < $1.code }.map { currency in
      Line(
        owner: "Total", currency: currency,
        position: lines.filter { $0.currency == currency }
          .reduce(DepositPosition()) { $0 + $1.position })
    }
    let totals = lines.count > 1 ? sums.map { row($0, emphasis: .total) } : []
    let notes = sums.flatMap { sum in
      let unit = isPlain ? "" : " \(sum.currency)"
      return [
        ("billed and not received", sum.position.billed - sum.position.received),
        ("never received, and no longer owed", sum.position.forgiven),
      ].filter { $0.1 != 0 }.map { "\($0.0): \(amountText($0.1))\(unit)" }
    }
    return Table(
      title: "Deposits on \(day)",
      columns: [
        Column(owner.rawValue, owner.heading, .text, isKey: true),
        Column("currency", "Currency", .text, audience: isPlain ? .programs : .all),
        Column("required", "Required", .amount), Column("billed", "Billed", .amount),
        Column("received", "Received", .amount), Column("given_back", "Given back", .amount),
        Column("held", "Held", .amount), Column("difference", "Difference", .amount),
      ],
      rows: lines.map { row($0) } + totals, currency: isPlain ? currencies.first : nil,
      footnotes: notes + remarks)
  }

  private func row(_ line: Line, emphasis: Row.Emphasis = .plain) -> Row {
    Row(
      [.text(line.owner), .text(line.currency.code)] + amounts(of: line.position),
      emphasis: emphasis)
  }

  private func amounts(of position: DepositPosition) -> [Value] {
    [
      position.required, position.billed, position.received, position.givenBack, position.held,
      position.difference,
    ].map { .amount($0) }
  }
}
