public import FinanceBasics

/// A filing's table of contracted payments by fiscal year, as written.
public struct ContractedPayments: Sendable {
  /// What falls into one fiscal year.
  public struct Row: Hashable, Sendable {
    /// The calendar year in which the fiscal year ends.
    public let year: Int
    /// In money.
    public let amount: Stated<Figure>

    /// Takes the parts as they are.
    public init(year: Int, amount: Stated<Figure>) {
      self.year = year
      self.amount = amount
    }
  }

  /// The day of the table: it holds what is due after it.
  public var asOf: Stated<StatedDate>?
  /// The last day of its years; `nil` where the file does not say.
  public var fiscalYearEnd: Stated<FiscalYearEnd>?
  /// In the order of the file.
  public var rows: [Row] = []
  /// What falls after the last row.
  public var thereafter: Stated<Figure>?
  /// The sum of the rows and of what falls after them.
  public var total: Stated<Figure>?

  /// Begins with nothing known.
  public init() {}
}

extension ContractedPayments {
  /// What stands under `contractedPayments`; `nil` where no row does.
  init?(reading table: FieldTable) {
    self.init()
    asOf = table.date("contractedPayments.asOf")
    fiscalYearEnd = table.fiscalYearEnd("contractedPayments.fiscalYearEnd")
    rows = table.elementPaths(of: "contractedPayments.rows").compactMap { path in
      guard let year = table.count("\(path).year"), let amount = table.figure("\(path).amount")
      else { return nil }
      return Row(year: year.value, amount: amount)
    }
    thereafter = table.figure("contractedPayments.thereafter")
    total = table.figure("contractedPayments.total")
    guard !rows.isEmpty else { return nil }
  }
}

extension FieldTable {
  fileprivate func fiscalYearEnd(_ path: String) -> Stated<FiscalYearEnd>? {
    guard let text = text(path), let end = FiscalYearEnd(text.value) else { return nil }
    return text.map { _ in end }
  }
}
