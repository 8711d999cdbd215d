public import FinanceBasics

/// A loan, a note or an equity draw that pays for the halls; recorded only.
public struct Financing: Sendable {
  public var instrument: Stated<String>?
  public var amount: Stated<Figure>?
  public var coupon: Stated<Figure>?
  public var maturity: Stated<StatedDate>?
  public var loanToCost: Stated<Figure>?
  public var issuePrice: Stated<Figure>?
  public var date: Stated<StatedDate>?
  public var isAmortising: Stated<Bool>?
  public var rating: Stated<String>?

  public init() {}
}

/// Warrants or a right to buy shares, given to a guarantor or a tenant; recorded only.
public struct WarrantGrant: Sendable {
  public var holder: Stated<PartyID>?
  public var kind: Stated<String>?
  public var shares: Stated<Figure>?
  public var exercisePrice: Stated<Figure>?
  /// The holder's share after exercise, in percent.
  public var proForma: Stated<Figure>?

  public init() {}
}
