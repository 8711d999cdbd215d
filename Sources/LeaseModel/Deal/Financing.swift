public import FinanceBasics

/// A loan, a note or an equity draw that pays for the halls; recorded only.
public struct Financing: Sendable {
  /// What was borrowed or issued.
  public var instrument: Stated<String>?
  /// How much; of a cost line, in the first year.
  public var amount: Stated<Figure>?
  /// In percent a year.
  public var coupon: Stated<Figure>?
  /// When it falls due.
  public var maturity: Stated<StatedDate>?
  /// Debt over cost, in percent.
  public var loanToCost: Stated<Figure>?
  /// The price at issue, in percent.
  public var issuePrice: Stated<Figure>?
  /// When it was paid, made or published.
  public var date: Stated<StatedDate>?
  /// Whether it is repaid over its life.
  public var isAmortising: Stated<Bool>?
  /// By whom it is rated, and how.
  public var rating: Stated<String>?

  /// Begins with nothing known.
  public init() {}
}

/// Warrants or a right to buy shares, given to a guarantor or a tenant; recorded only.
public struct WarrantGrant: Sendable {
  /// Who may buy shares.
  public var holder: Stated<PartyID>?
  /// Which kind it is.
  public var kind: Stated<String>?
  /// How many shares.
  public var shares: Stated<Figure>?
  /// The price of one share.
  public var exercisePrice: Stated<Figure>?
  /// The holder's share after exercise, in percent.
  public var proForma: Stated<Figure>?

  /// Begins with nothing known.
  public init() {}
}
