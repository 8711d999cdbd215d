public import Bookkeeping
public import FinanceBasics

/// What stands in each account: debits, credits and their difference, which come to nothing in all.
public struct TrialBalanceReport: TabularReport {
  /// Whose accounts are told apart.
  public enum Owner: String, Sendable {
    case landlord, deal

    var heading: String { self == .landlord ? "Landlord" : "Deal" }
  }

  /// An account of a landlord, or of one of its deals.
  public struct Line: Hashable, Sendable {
    let owner: String
    let account: Account
    let currency: Currency
    let debits: Int64
    let credits: Int64

    /// Takes the parts as given, sums in minor units.
    ///
    /// - Parameter owner: The landlord's or the deal's id.
    public init(
      owner: String, account: Account, currency: Currency, debits: Int64, credits: Int64
    ) {
      self.owner = owner
      self.account = account
      self.currency = currency
      self.debits = debits
      self.credits = credits
    }
  }

  private let lines: [Line]
  private let kind: Owner
  private let remarks: [String]

  /// - Parameters:
  ///   - lines: Those of one owner, account and currency are joined.
  ///   - kind: What the owners are.
  public init(_ lines: [Line], by kind: Owner, remarks: [String]) {
    struct Key: Hashable {
      let owner: String
      let account: Account
      let currency: Currency
    }
    let groups = Dictionary(grouping: lines) {
      Key(owner: $0.owner, account: $0.account, currency: $0.currency)
    }
    let order = Dictionary(
      uniqueKeysWithValues: Account.allCases.enumerated().map { ($1, $0) })
    self.lines = groups.map { key, group in
      Line(
        owner: key.owner, account: key.account, currency: key.currency,
        debits: group.reduce(0) { $0 + $1.debits }, credits: group.reduce(0) { $0 + $1.credits })
    }.sorted { left, right in
      (left.owner, left.currency.code, order[left.account] ?? 0)
        < (right.owner, right.currency.code, order[right.account] ?? 0)
    }
    self.kind = kind
    self.remarks = remarks
  }

  /// One table for all readers.
  public var parts: [ReportPart] { [ReportPart("Trial balance", table)] }

  private var table: Table {
    let currencies = Set(lines.map(\.currency))
    let isPlain = currencies.count <= 1
    return Table(
      title: "Trial balance",
      columns: [
        Column(kind.rawValue, kind.heading, .text, isKey: true),
        Column("account", "Account", .text, isKey: true),
        Column("currency", "Currency", .text, audience: isPlain ? .programs : .all),
        Column("debit", "Debit", .amount), Column("credit", "Credit", .amount),
        Column("balance", "Balance", .amount),
      ],
      rows: lines.map { row($0.owner, $0.account.rawValue, $0.currency.code, [$0]) } + totals,
      currency: isPlain ? currencies.first : nil, footnotes: remarks)
  }

  private var totals: [Row] {
    Dictionary(grouping: lines, by: \.currency.code).sorted { $0.key < $1.key }.map {
      row("Total", "", $0.key, $0.value, emphasis: .total)
    }
  }

  private func row(
    _ owner: String, _ account: String, _ currency: String, _ lines: [Line],
    emphasis: Row.Emphasis = .plain
  ) -> Row {
    let debits = lines.reduce(0) { $0 + $1.debits }
    let credits = lines.reduce(0) { $0 + $1.credits }
    return Row(
      [
        .text(owner), account.isEmpty ? .blank : .text(account), .text(currency),
        .amount(debits), .amount(credits), .amount(debits - credits),
      ], emphasis: emphasis)
  }
}
