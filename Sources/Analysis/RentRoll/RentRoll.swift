public import CashFlowEngine
public import FinanceBasics
public import LeaseModel

/// The halls of a book as of a day: what each pays, until when, and what may follow.
///
/// Without a day each hall is seen on the day of its commencement. Halls whose term has ended are
/// left out; those whose term is to come are seen as they begin.
public struct RentRoll: Sendable {
  /// One hall.
  public struct Row: Sendable {
    /// The version in force.
    public let deal: Deal
    /// As the lease has it.
    public let hall: Hall
    /// The days for which rent is owed for certain, end excluded: base term and exercised renewals.
    public let term: Range<CalendarDate>
    /// Whether the term has begun on the day asked about; `nil` without a day.
    public let isInForce: Bool?
    /// At the terms of the day, or of the first day of a term to come.
    public let rent: HallRent
    /// The next change within the term; `nil` where rent stays as it is.
    public let next: (day: CalendarDate, rent: HallRent)?
    /// From the day, or from commencement if that is later, to the end of the term, ÷ 365.25.
    public let yearsLeft: Double
    /// The renewals that nobody has exercised yet, in order.
    public let renewals: [RenewalOption]
  }

  /// The day that the halls are seen on; `nil` for each hall's commencement.
  public let date: CalendarDate?
  /// By deal as given, then by hall.
  public let rows: [Row]
  /// Deals whose every hall has ended by the day.
  public let ended: [DealID]
  /// Deals that cannot be projected.
  public let unprojected: [DealID]

  /// Takes contracted deals in the order in which they are listed.
  public init(of deals: [AnalysedDeal], on date: CalendarDate?) {
    self.date = date
    var rows: [Row] = []
    var ended: [DealID] = []
    var unprojected: [DealID] = []
    for deal in deals {
      guard let lease = deal.resolved?.lease else {
        unprojected.append(deal.deal.id)
        continue
      }
      let halls = Self.rows(of: deal.deal, lease, on: date)
      if halls.isEmpty { ended.append(deal.deal.id) }
      rows += halls
    }
    self.rows = rows
    self.ended = ended
    self.unprojected = unprojected
  }

  private static func rows(of deal: Deal, _ lease: Lease, on date: CalendarDate?) -> [Row] {
    var derivations = LeaseDerivations(lease)
    let terms = lease.daysInForce(in: .base)
    return lease.halls.indices.compactMap { hall in
      let term = terms[hall]
      let day = max(date ?? .earliest, term.lowerBound)
      guard day < term.upperBound, let rent = derivations.rent(ofHall: hall, on: day) else {
        return nil
      }
      return Row(
        deal: deal, hall: lease.halls[hall], term: term,
        isInForce: date.map { term.contains($0) }, rent: rent,
        next: derivations.nextRent(ofHall: hall, after: day),
        yearsLeft: Double(day.days(until: term.upperBound)) / 365.25,
        renewals: lease.termination == nil
          ? Array(lease.renewals.dropFirst(lease.exercisedRenewals)) : [])
    }
  }

  /// What some rows come to together.
  public struct Summary: Hashable, Sendable {
    /// Critical IT of the halls, in megawatts.
    public let megawatts: Double
    /// Of a whole month, in minor units.
    public let minorUnits: Int64
    /// By megawatt.
    public let yearsLeft: Double
    /// In currency units a kilowatt-month, by megawatt.
    public let perKilowattMonth: Double

    /// - Precondition: At least one row.
    public init(of rows: [Row]) {
      precondition(!rows.isEmpty, "an average is of something")
      let weights = rows.map { $0.hall.criticalIT.doubleValue }
      let total = weights.reduce(0, +)
      let average = { (values: [Double]) in
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
      }
      megawatts = total
      minorUnits = rows.reduce(0) { $0 + $1.rent.minorUnits }
      yearsLeft = average(rows.map(\.yearsLeft))
      perKilowattMonth = average(rows.map { $0.rent.perMegawattMonth.doubleValue / 1000 })
    }
  }
}
