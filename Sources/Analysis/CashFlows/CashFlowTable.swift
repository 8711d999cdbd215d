public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// The posted cash flows of deals by period and group; every row is a sum of posted cents.
public struct CashFlowTable: Sendable {
  /// What was asked.
  public let request: CashFlowRequest
  /// Which renewals count.
  public let projectionCase: ProjectionCase
  /// Of every amount.
  public let currency: Currency
  /// By period, then by the groups in the order asked for.
  public let rows: [Row]

  /// The sum of one group in one period.
  public struct Row: Hashable, Sendable {
    /// The days of the period that were asked for, both included.
    public let firstDay: CalendarDate
    /// The last day, included.
    public let lastDay: CalendarDate
    /// What the row is split by.
    public let group: Group
    /// Which period it is, by its place in the calendar.
    let period: Int
    /// The sum of posted amounts; received is positive.
    public let minorUnits: Int64
    /// Whether a deal in the row has operating costs that nobody knows, so that there is no NOI.
    public let isCostUnknown: Bool
    /// What of the sum the books have, of flows that are due up to a cut-over.
    public let billedMinorUnits: Int64
    /// What of the sum is there because the books have more or less than is projected.
    public let differenceMinorUnits: Int64
    /// What the row is made of.
    public let origin: Origin
  }

  /// Where the amounts of a row come from.
  public struct Origin: OptionSet, Hashable, Sendable {
    /// One bit an origin.
    public let rawValue: UInt8

    /// Takes the bits as given.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The books, for what is due up to a cut-over.
    public static let billed = Origin(rawValue: 1)
    /// The projection of what tenants pay.
    public static let projected = Origin(rawValue: 2)
  }

  /// What a row is split by; `nil` where it is not.
  public struct Group: Hashable, Sendable {
    /// Whose deals, where rows are split by landlord.
    public var landlord: PartyID?
    /// Which deal, where rows are split by deal.
    public var deal: DealID?
    /// The name of the hall, where rows are split by hall.
    public var hall: String?
    /// Which charge, where rows are split by charge.
    public var charge: Charge?
    /// Order among the halls of the deal.
    var hallOrder = 0

    init() {}
  }

  /// - Throws: `AnalysisProblem.currenciesMixed`.
  public init(
    of deals: [DealCashFlows], case projectionCase: ProjectionCase, request: CashFlowRequest
  ) throws(AnalysisProblem) {
    self.request = request
    self.projectionCase = projectionCase
    currency = try commonCurrency(of: deals)
    var sums = GroupSums(request: request)
    for deal in deals { sums.add(deal) }
    rows = sums.rows
  }
}

extension CashFlowTable.Group {
  /// By landlord, deal, hall in the deal's order, and charge in the order of `Charge`.
  func isBefore(_ other: Self) -> Bool {
    if landlord != other.landlord { return (landlord?.text ?? "") < (other.landlord?.text ?? "") }
    if deal != other.deal { return (deal?.text ?? "") < (other.deal?.text ?? "") }
    if hallOrder != other.hallOrder { return hallOrder < other.hallOrder }
    if hall != other.hall { return (hall ?? "") < (other.hall ?? "") }
    return Self.order(of: charge) < Self.order(of: other.charge)
  }

  private static func order(of charge: Charge?) -> Int {
    charge.flatMap(Charge.allCases.firstIndex(of:)) ?? -1
  }

  /// The same group whatever the charge.
  var withoutCharge: Self {
    var group = self
    group.charge = nil
    return group
  }
}
