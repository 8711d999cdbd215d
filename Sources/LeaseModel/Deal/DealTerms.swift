public import FinanceBasics

/// What a deal says, each value with its basis; `nil` is unknown, never zero.
///
/// Terms, solved values and assumptions are joined here by path; a path has one of them only.
public struct DealTerms: Sendable {
  // Who and where.
  public var landlord: Stated<PartyID>?
  public var contractingEntity: Stated<String>?
  /// The landlord's share of the economics, in percent.
  public var ownership: Stated<Figure>?
  public var tenant: Stated<PartyID>?
  public var endUser: Stated<PartyID>?
  public var site: Stated<SiteID>?
  public var kind: Stated<ContractKind>?
  public var structure: Stated<LeaseStructure>?
  public var status: Stated<DealStatus>?

  // How much and when.
  public var criticalIT: Stated<Figure>?
  public var gross: Stated<Figure>?
  public var utility: Stated<Figure>?
  public var powerUsageEffectiveness: Stated<Figure>?
  public var firstDelivery: Stated<StatedDate>?
  public var lastDelivery: Stated<StatedDate>?
  public var periodDay: Stated<PeriodDay>?
  public var rentCommencement: Stated<StatedDate>?
  public var halls: [HallTerms] = []
  public var term: Stated<Tenor>?
  public var termClock: Stated<TermClockKind>?
  public var expiry: Stated<StatedDate>?

  // Rent and what surrounds it.
  public var rent = RentTerms()
  public var timing: Stated<RentRules.Timing>?
  public var paymentDays: Stated<Int>?
  public var periods: [PeriodTerms] = []
  public var renewals: RenewalTerms?
  public var creditSupport: [CreditSupport] = []
  public var prepayment: PrepaymentTerms?
  public var deposit: DepositTerms?

  // Costs and capital.
  public var operatingMargin: Stated<Figure>?
  public var operatingCosts: [CostTerms] = []
  /// In money, or in money per megawatt.
  public var capitalCost: Stated<Figure>?
  public var capitalFundedBy: Stated<CapitalFunder>?
  public var capitalMonths: Stated<Int>?
  public var capitalCurve: Stated<CapitalCurve>?
  public var capitalDraws: [Stated<CapitalPlan.Draw>] = []

  // Recorded facts.
  public var financing: [Financing] = []
  public var warrants: [WarrantGrant] = []

  public init() {}
}

/// What the contract is: only leases and hosting contracts are rent.
public enum ContractKind: String, CaseIterable, Sendable {
  case lease, hosting, cloud
}

/// Who bears what beside the rent.
public enum LeaseStructure: String, CaseIterable, Sendable {
  case tripleNet = "triple-net"
  case modifiedGross = "modified-gross"
  case gross
  case colocation
  case poweredShell = "powered-shell"
  case cloud
}

/// How far a deal has come.
public enum DealStatus: String, CaseIterable, Sendable {
  /// Signed with conditions open: kept out of every contracted total.
  case conditional
  case signed
  case planned
  case underDevelopment = "under development"
  case underConstruction = "under construction"
  case delivering
  case operating
  case expired
  case terminated
}

/// The clock's name; its length and its date are other fields.
public enum TermClockKind: String, CaseIterable, Sendable {
  case perHall = "per hall"
  case fromFirst = "from first"
  case coterminousAfterLast = "coterminous after last"
  case fixedEnd = "fixed end"
}

public enum CapitalFunder: String, CaseIterable, Sendable {
  case landlord, tenant
}

public enum CapitalCurve: String, CaseIterable, Sendable {
  case even
  case sCurve = "s-curve"
}
