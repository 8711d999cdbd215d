public import FinanceBasics

/// A cost line as written, of `operatingCosts` or of a power tariff.
public struct CostTerms: Sendable {
  /// What a component of a power tariff is charged on; the raw value is its key in a deal file.
  public enum TariffBasis: String, CaseIterable, Sendable {
    case energy, demand, fixed, share
  }

  /// What it is called.
  public let name: String
  /// The path of the line, such as `operatingCosts[insurance]`.
  public let path: FieldPath
  /// What it is for; power of a tariff, and another cost where a line does not say.
  public var kind: Stated<CostLine.Kind>?
  /// Of a component of a power tariff, what it is charged on; `nil` of another line.
  public var basis: TariffBasis?
  /// In money a year, a month, per kW-month, MW-year or MWh, or a share in percent.
  public var amount: Stated<Figure>?
  /// In percent a year.
  public var growth: Stated<Figure>?
  /// When growth steps.
  public var growthDay: Stated<CostLine.GrowthDay>?
  /// Parts that fall away, in the order of the file.
  public var abatements: [CostReductionTerms] = []
  /// The first day of the cost, where it is not each hall's commencement.
  public var from: Stated<StatedDate>?
  /// The last day of the cost, included, where it is not each hall's last day.
  public var through: Stated<StatedDate>?
  /// What of it the tenant pays back.
  public var recovery = RecoveryTerms()

  /// A line of which nothing is known yet.
  public init(name: String, path: FieldPath) {
    self.name = name
    self.path = path
  }

  /// Whether the amount is a share of rent or of other costs.
  var isShare: Bool { amount?.value.unit == .percent }
}

/// A share of a cost that falls away, as written.
public struct CostReductionTerms: Sendable {
  /// From when the share falls away.
  public let start: Stated<CostReductionStart>
  /// In percent.
  public let share: Stated<Figure>

  /// Takes the parts as they are.
  public init(start: Stated<CostReductionStart>, share: Stated<Figure>) {
    self.start = start
    self.share = share
  }
}

/// A day, or a lease year from 1, as written.
public enum CostReductionStart: Hashable, Sendable {
  case date(StatedDate)
  case leaseYear(Int)
}

/// What of a cost the tenant pays back, as written.
public struct RecoveryTerms: Sendable {
  /// The day at whose prices the landlord bears a cost.
  public enum BaseYear: Hashable, Sendable {
    case firstLeaseYear
    case date(StatedDate)
  }

  /// In percent.
  public var share: Stated<Figure>?
  /// The most that is paid back, in money a year or per kW-month.
  public var cap: Stated<Figure>?
  /// In percent a year.
  public var capGrowth: Stated<Figure>?
  /// The least that is paid back, in money a year or per kW-month.
  public var floor: Stated<Figure>?
  /// In percent a year.
  public var floorGrowth: Stated<Figure>?
  /// Added to what is paid back, in percent of it.
  public var adminFee: Stated<Figure>?
  /// The landlord bears the cost at the prices of that day.
  public var baseYear: Stated<BaseYear>?
  /// The landlord bears so much, in money a year or per kW-month.
  public var expenseStop: Stated<Figure>?
  /// In percent a year.
  public var expenseStopGrowth: Stated<Figure>?

  /// Begins with nothing known.
  public init() {}

  /// Whether the line says nothing of it, so that the lease's structure does.
  var isEmpty: Bool {
    share == nil && cap == nil && floor == nil && adminFee == nil && baseYear == nil
      && expenseStop == nil
  }
}

/// How much electricity is used, and what it costs, as written.
public struct PowerTerms: Sendable {
  /// Gross over critical IT as it is in operation; the deal's PUE where absent.
  public var powerUsageEffectiveness: Stated<Figure>?
  /// What is used above it is the landlord's.
  public var guaranteedPUE: Stated<Figure>?
  /// Average over peak load, in percent.
  public var loadFactor: Stated<Figure>?
  /// The components of the tariff, in the order of the file.
  public var tariff: [CostTerms] = []

  /// Begins with nothing known.
  public init() {}
}

/// Income beside rent and recoveries, as written.
public struct IncomeTerms: Sendable {
  /// What it is called.
  public let name: String
  /// In money a year, a month, or per kW-month.
  public var amount: Stated<Figure>?
  /// In percent a year.
  public var growth: Stated<Figure>?
  /// When growth steps.
  public var growthDay: Stated<CostLine.GrowthDay>?

  /// A line of which nothing is known yet.
  public init(name: String) {
    self.name = name
  }
}
