public import FinanceBasics

/// What a deal says, each value with its basis; `nil` is unknown, never zero.
///
/// Terms, solved values and assumptions are joined here by path; a path has one of them only.
public struct DealTerms: Sendable {
  // Who and where.
  /// Who lets the halls.
  public var landlord: Stated<PartyID>?
  /// The subsidiary that signed.
  public var contractingEntity: Stated<String>?
  /// The landlord's share of the economics, in percent.
  public var ownership: Stated<Figure>?
  /// Who rents the halls.
  public var tenant: Stated<PartyID>?
  /// Who uses the halls in the end.
  public var endUser: Stated<PartyID>?
  /// Where the halls stand.
  public var site: Stated<SiteID>?
  /// Which kind it is.
  public var kind: Stated<ContractKind>?
  /// Who bears what beside the rent.
  public var structure: Stated<LeaseStructure>?
  /// How far the deal has come.
  public var status: Stated<DealStatus>?

  // How much and when.
  /// Critical IT load, in megawatts.
  public var criticalIT: Stated<Figure>?
  /// Critical IT load times PUE, in megawatts.
  public var gross: Stated<Figure>?
  /// The interconnection, in megawatts.
  public var utility: Stated<Figure>?
  /// Gross power over critical IT, at least 1.
  public var powerUsageEffectiveness: Stated<Figure>?
  /// When the first hall is delivered.
  public var firstDelivery: Stated<StatedDate>?
  /// When the last hall is delivered.
  public var lastDelivery: Stated<StatedDate>?
  /// The day at which a stated period is taken; an assumption.
  public var periodDay: Stated<PeriodDay>?
  /// When rent begins.
  public var rentCommencement: Stated<StatedDate>?
  /// In the order in which the file first names them.
  public var halls: [HallTerms] = []
  /// The base term.
  public var term: Stated<Tenor>?
  /// Which days the terms of the halls run to.
  public var termClock: Stated<TermClockKind>?
  /// The last day of the term, included.
  public var expiry: Stated<StatedDate>?
  /// What lateness costs, and what is promised of halls that say nothing of their own.
  public var lateDelivery = LateDeliveryTerms()

  // Rent and what surrounds it.
  /// What is said of rent.
  public var rent = RentTerms()
  /// Whether rent falls due at the beginning or the end of a month.
  public var timing: Stated<RentRules.Timing>?
  /// Calendar days added to the due date.
  public var paymentDays: Stated<Int>?
  /// Simple interest a year on what is paid late.
  public var lateInterestRate: Stated<Figure>?
  /// Days after the due day within which a payment bears no interest.
  public var graceDays: Stated<Int>?
  /// The days on which payments are made.
  public var calendar: Stated<BusinessCalendar>?
  /// Where a payment goes that falls on another day.
  public var businessDays: Stated<BusinessDayConvention>?
  /// What tiles the base term, in order; empty where it is not split.
  public var periods: [PeriodTerms] = []
  /// The options of the tenant; `nil` where nothing is said of them.
  public var renewals: RenewalTerms?
  /// In the order of the file; empty where nothing is said of it.
  public var creditSupport: [CreditSupport] = []
  /// Rent paid ahead.
  public var prepayment: PrepaymentTerms?
  /// What the tenant deposits.
  public var deposit: DepositTerms?

  // Endings.
  /// A right to end the lease early, and its use.
  public var termination = TerminationTerms()
  /// A stay after the term.
  public var holdover = HoldoverTerms()
  /// What is done to the halls at the end.
  public var restoration = RestorationTerms()

  // Costs and capital.
  /// NOI over rent, in percent.
  public var operatingMargin: Stated<Figure>?
  /// In the order of the file.
  public var operatingCosts: [CostTerms] = []
  /// How much electricity is used, and what it costs.
  public var power = PowerTerms()
  /// In the order of the file.
  public var otherIncome: [IncomeTerms] = []
  /// In money, or in money per megawatt.
  public var capitalCost: Stated<Figure>?
  /// Who pays for the halls.
  public var capitalFundedBy: Stated<CapitalFunder>?
  /// How the cost spreads over time.
  public var capitalSpending = SpendingTerms()
  /// Added to the budget, in percent of it.
  public var capitalContingency: Stated<Figure>?
  /// What the tenant pays of every payment, in percent.
  public var capitalTenantShare: Stated<Figure>?

  // Recorded facts.
  /// In the order of the file.
  public var financing: [Financing] = []
  /// In the order of the file.
  public var warrants: [WarrantGrant] = []
  /// In the order of the file.
  public var purchaseOptions: [PurchaseOption] = []
  /// A filing's table of payments by fiscal year; `nil` where there is none.
  public var contractedPayments: ContractedPayments?

  /// Begins with nothing known.
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

/// Who pays for the halls.
public enum CapitalFunder: String, CaseIterable, Sendable {
  case landlord, tenant
}

/// How capital cost spreads over time.
public enum CapitalCurve: String, CaseIterable, Sendable {
  case even
  case sCurve = "s-curve"
}
