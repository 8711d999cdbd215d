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

  /// The most that is paid from a day or a lease year on.
  public struct Step: Hashable, Sendable {
    /// From when it holds.
    public let start: RentStep.Start
    /// In money.
    public let upTo: Figure

    /// Takes the parts as they are.
    public init(start: RentStep.Start, upTo: Figure) {
      self.start = start
      self.upTo = upTo
    }
  }

  /// Who promises.
  public var guarantor: Stated<PartyID>?
  /// How the promise is made.
  public var form: Stated<Form>?
  /// What is covered, in the words of the source.
  public var covers: [Stated<String>] = []
  /// The most that the guarantor pays; `nil` where no cap is known.
  public var upTo: Stated<Figure>?
  /// How that steps down, in the order of the file; recorded only.
  public var steps: [Stated<Step>] = []
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
  /// How it steps down, in the order of the file.
  public var steps: [DepositStepTerms] = []

  /// Begins with nothing known.
  public init() {}
}

/// A step down of a deposit as written.
public struct DepositStepTerms: Sendable {
  /// The day on which a part is given back.
  public let date: Stated<StatedDate>
  /// What is still held afterwards.
  public let amount: Stated<Figure>

  /// Takes the parts as they are.
  public init(date: Stated<StatedDate>, amount: Stated<Figure>) {
    self.date = date
    self.amount = amount
  }
}
