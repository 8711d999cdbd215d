public import FinanceBasics
public import Valuation

/// On what day and how flows are valued.
public struct ValuationBasis: Hashable, Sendable {
  /// The valuation date; a flow on it counts in full.
  public let date: CalendarDate
  /// How flows are discounted, but for tiers that have their own.
  public var discounting: Discounting
  /// How the flows of a tier are discounted where that differs; empty where all are alike.
  public var tiers: [CreditTier: Discounting]
  /// What the halls are worth at the end; `nil` for nothing.
  public var terminal: TerminalTerms?

  /// Takes the parts as given.
  public init(
    date: CalendarDate, discounting: Discounting, tiers: [CreditTier: Discounting] = [:],
    terminal: TerminalTerms? = nil
  ) {
    self.date = date
    self.discounting = discounting
    self.tiers = tiers
    self.terminal = terminal
  }

  /// All flows at one effective annual rate.
  public init(date: CalendarDate, rate: Double, convention: PresentValueConvention = .actual365) {
    self.init(date: date, discounting: .annual(rate: rate, convention))
  }

  /// How the flows of a tier are discounted.
  public func discounting(of tier: CreditTier) -> Discounting { tiers[tier] ?? discounting }

  /// The same with another rate, or on a curve another spread, of all flows but those of tiers.
  public func moved(to number: Double) -> ValuationBasis {
    var basis = self
    basis.discounting = discounting.moved(to: number)
    return basis
  }

  /// The same with every rate and every spread higher by a number.
  func raised(by shift: Double) -> ValuationBasis {
    var basis = self
    basis.discounting = discounting.raised(by: shift)
    basis.tiers = tiers.mapValues { $0.raised(by: shift) }
    return basis
  }
}
