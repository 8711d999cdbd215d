public import FinanceBasics

/// A promise by somebody else to pay what the tenant owes.
public struct CreditSupport: Sendable {
  public enum Form: String, CaseIterable, Sendable {
    case guarantee
    case parentGuarantee = "parent guarantee"
    case letterOfCredit = "letter of credit"
  }

  /// The last day or lease year that is covered.
  public enum Limit: Hashable, Sendable {
    case date(CalendarDate)
    /// From 1, included, by each hall's own term.
    case leaseYear(Int)
  }

  public var guarantor: Stated<PartyID>?
  public var form: Stated<Form>?
  public var covers: [Stated<String>] = []
  /// The most that the guarantor pays; `nil` where no cap is known.
  public var upTo: Stated<Figure>?
  public var through: Stated<Limit>?
  public var effective: Stated<StatedDate>?
  /// What the guarantor may choose instead of paying.
  public var election: Stated<String>?

  public init() {}
}

/// Rent paid ahead, as written: an amount, or a share of the contract value.
public struct PrepaymentTerms: Sendable {
  public var amount: Stated<Figure>?
  /// In percent.
  public var share: Stated<Figure>?
  public var date: Stated<StatedDate>?

  public init() {}
}

/// A deposit as written.
public struct DepositTerms: Sendable {
  public var amount: Stated<Figure>?
  public var date: Stated<StatedDate>?
  public var returned: Stated<StatedDate>?

  public init() {}
}

/// A cost line as written.
public struct CostTerms: Sendable {
  public let name: String
  /// In money a year, or per kW-month.
  public var amount: Stated<Figure>?
  /// In percent a year.
  public var growth: Stated<Figure>?
  public var growthDay: Stated<CostLine.GrowthDay>?
  /// In percent.
  public var recovery: Stated<Figure>?

  public init(name: String) {
    self.name = name
  }
}
