public import FinanceBasics

/// A right to end the lease early, as written, and the day on which it is assumed to be used.
public struct TerminationTerms: Sendable {
  /// Who may end the lease.
  public enum Holder: String, CaseIterable, Sendable {
    case tenant, landlord
  }

  /// The first last day that may be chosen.
  public enum Start: Hashable, Sendable {
    case date(StatedDate)
    /// From 1, by the first commencement.
    case leaseYear(Int)
  }

  /// Who may end it.
  public var holder: Stated<Holder>?
  /// From when it may end.
  public var from: Stated<Start>?
  /// How long before the end that must be said.
  public var notice: Stated<Tenor>?
  /// The fee, in money.
  public var feeAmount: Stated<Figure>?
  /// The fee, in months of base rent.
  public var feeMonthsOfRent: Stated<Figure>?
  /// The fee by lease year, in the order of the file.
  public var feeSchedule: [Stated<FeeRow>] = []
  /// Whether the fee is the landlord's cost that is not yet paid back.
  public var feeIsUnamortisedCost: Stated<Bool>?
  /// The last day of the lease, included: a fact where it is disclosed.
  public var exercised: Stated<StatedDate>?

  /// A fee from a lease year on.
  public struct FeeRow: Hashable, Sendable {
    /// From 1.
    public let leaseYear: Int
    /// In money.
    public let amount: Figure

    /// Takes the parts as they are.
    public init(leaseYear: Int, amount: Figure) {
      self.leaseYear = leaseYear
      self.amount = amount
    }
  }

  /// Begins with nothing known.
  public init() {}
}

/// A tenant that stays after its term, as written.
public struct HoldoverTerms: Sendable {
  /// In percent of the last rent.
  public var rent: Stated<Figure>?
  /// How long the tenant stays: a fact where it is disclosed.
  public var length: Stated<Tenor>?

  /// Begins with nothing known.
  public init() {}
}

/// What the halls' restoration costs at the end, as written.
public struct RestorationTerms: Sendable {
  /// Who pays for it.
  public enum Payer: String, CaseIterable, Sendable {
    case landlord, tenant
  }

  /// Of all halls, in money.
  public var cost: Stated<Figure>?
  /// The landlord where absent.
  public var payer: Stated<Payer>?

  /// Begins with nothing known.
  public init() {}
}

/// A right to buy the halls; recorded only.
public struct PurchaseOption: Sendable {
  /// Who may buy.
  public var holder: Stated<PartyID>?
  /// For how much, in money.
  public var price: Stated<Figure>?
  /// From when.
  public var from: Stated<StatedDate>?
  /// Until when, included.
  public var through: Stated<StatedDate>?
  /// In words.
  public var detail: Stated<String>?

  /// Begins with nothing known.
  public init() {}
}

/// What lateness costs, as written.
public struct LateDeliveryTerms: Sendable {
  /// What is owed, in days of rent or in money.
  public enum Credit: Hashable, Sendable {
    case daysOfRent(Figure)
    case amount(Figure)
  }

  /// What is owed for each day from a day of lateness on.
  public struct Rung: Sendable {
    /// From 1.
    public let fromDay: Stated<Int>
    /// For each day.
    public let credit: Stated<Credit>

    /// Takes the parts as they are.
    public init(fromDay: Stated<Int>, credit: Stated<Credit>) {
      self.fromDay = fromDay
      self.credit = credit
    }
  }

  /// By when the halls are promised that have no day of their own.
  public var guaranteed: Stated<StatedDate>?
  /// After which the tenant may leave halls that have no day of their own.
  public var outsideDate: Stated<StatedDate>?
  /// In the order of the file.
  public var ladder: [Rung] = []
  /// The most that a hall's lateness costs.
  public var cap: Stated<Credit>?

  /// Begins with nothing known.
  public init() {}
}
