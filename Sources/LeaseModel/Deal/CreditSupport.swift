public import FinanceBasics

/// A promise by somebody else to pay what the tenant owes.
public struct CreditSupport: Sendable {
  /// How a promise is made.
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

  /// Who promises.
  public var guarantor: Stated<PartyID>?
  /// How the promise is made.
  public var form: Stated<Form>?
  /// What is covered, in the words of the source.
  public var covers: [Stated<String>] = []
  /// The most that the guarantor pays; `nil` where no cap is known.
  public var upTo: Stated<Figure>?
  /// The last day or lease year that is covered; `nil` where none is known.
  public var through: Stated<Limit>?
  /// From when the promise holds.
  public var effective: Stated<StatedDate>?
  /// What the guarantor may choose instead of paying.
  public var election: Stated<String>?

  /// Begins with nothing known.
  public init() {}
}

/// Rent paid ahead, as written: an amount, or a share of the contract value.
public struct PrepaymentTerms: Sendable {
  /// How much; of a cost line, in the first year.
  public var amount: Stated<Figure>?
  /// In percent.
  public var share: Stated<Figure>?
  /// When it was paid, made or published.
  public var date: Stated<StatedDate>?

  /// Begins with nothing known.
  public init() {}
}

/// A deposit as written.
public struct DepositTerms: Sendable {
  /// How much; of a cost line, in the first year.
  public var amount: Stated<Figure>?
  /// When it was paid, made or published.
  public var date: Stated<StatedDate>?
  /// When it is given back; at expiry where no day is known.
  public var returned: Stated<StatedDate>?

  /// Begins with nothing known.
  public init() {}
}

/// A cost line as written.
public struct CostTerms: Sendable {
  /// What it is called.
  public let name: String
  /// In money a year, or per kW-month.
  public var amount: Stated<Figure>?
  /// In percent a year.
  public var growth: Stated<Figure>?
  /// When growth steps.
  public var growthDay: Stated<CostLine.GrowthDay>?
  /// In percent.
  public var recovery: Stated<Figure>?

  /// Takes the parts as they are.
  public init(name: String) {
    self.name = name
  }
}
