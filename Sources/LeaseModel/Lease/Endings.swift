public import FinanceBasics

/// An early end of the lease that happened or is assumed to happen, and its fee.
public struct Termination: Hashable, Sendable {
  /// What the tenant pays for it.
  public enum Fee: Hashable, Sendable {
    /// In currency units, of the whole lease, shared by the halls by megawatt.
    case amount(ExactDecimal)
    /// Months of each hall's base rent as it is on the last day, before abatement.
    case monthsOfRent(ExactDecimal)
    /// By the lease year, from 1 from the first commencement, that the last day is in; the last
    /// row that has begun holds, and before the first row there is no fee. Amounts as `amount`.
    case schedule([Row])
    /// The landlord's capital cost of each hall × days left of its base term ÷ all its days.
    case unamortisedCost
  }

  /// A row of a fee schedule.
  public struct Row: Hashable, Sendable {
    /// From 1.
    public let leaseYear: Int
    /// In currency units, of the whole lease.
    public let amount: ExactDecimal

    /// Takes the parts as given.
    public init(leaseYear: Int, amount: ExactDecimal) {
      self.leaseYear = leaseYear
      self.amount = amount
    }
  }

  /// The last day of the lease, included, on which the fee is paid.
  public let lastDay: CalendarDate
  /// `nil` where nothing is paid.
  public let fee: Fee?

  /// Takes the parts as given.
  public init(lastDay: CalendarDate, fee: Fee? = nil) {
    self.lastDay = lastDay
    self.fee = fee
  }
}

/// A tenant that stays after its term; in the base case only where it is a fact.
public struct Holdover: Hashable, Sendable {
  /// Of the rent on the last day of the term, such as 1.5.
  public let share: ExactDecimal
  /// From the end of the last renewal in force, or of the base term where there is none.
  public let length: Tenor
  /// Whether the tenant stays for certain, rather than by assumption; no renewal follows it then.
  public let isCertain: Bool

  /// Takes the parts as given; assumed unless said otherwise.
  public init(share: ExactDecimal, length: Tenor, isCertain: Bool = false) {
    self.share = share
    self.length = length
    self.isCertain = isCertain
  }
}
