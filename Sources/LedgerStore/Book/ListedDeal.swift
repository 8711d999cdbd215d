public import FinanceBasics
import GRDB
public import LeaseModel

/// What the version of a deal that is in force states, as far as the typed columns have it.
///
/// It is read without the fields, so that a list of thousands of deals is there at once.
public struct ListedDeal: Sendable {
  /// The deal.
  public let id: DealID
  /// Who leases out.
  public let landlord: PartyID?
  /// Who leases.
  public let tenant: PartyID?
  /// Where.
  public let site: SiteID?
  /// What kind of contract it is.
  public let kind: ContractKind?
  /// How far it has come.
  public let status: DealStatus?
  /// In megawatts.
  public let criticalIT: ExactDecimal?
  /// As stated, such as `15 years`.
  public let term: String?
  /// As stated, in minor units.
  public let contractValue: Int64?
  /// Of every amount.
  public let currency: Currency
  /// When the public first knew of the deal, as stated.
  public let firstAnnounced: String
  /// When the public knew of this version, as stated.
  public let announced: String
  /// As stated.
  public let signed: String?
}

extension Ledger {
  /// The deals in force as of some dates by id: those that the typed columns tell whole, and the ids of
  /// the others, such as one that states amounts for its periods alone.
  ///
  /// - Throws: `LedgerProblem`.
  /// - Complexity: Linear in the versions.
  public func listedDeals(_ asOf: AsOf) throws -> (listed: [ListedDeal], others: Set<DealID>) {
    try connection.read { try BookReader(database: $0).listedDeals(asOf) }
  }
}

/// A version of a deal with its typed terms.
private struct ListedVersion: SelectableVersion {
  let entry: Int
  let change: VersionChange
  let effective: CalendarDate
  let known: CalendarDate
  let deal: ListedDeal?

  /// The columns from `version.deal` to `terms.signed`; see `BookReader.listedDeals`.
  init(_ row: Row) throws {
    entry = try row.integer(1)
    change = try VersionHeader.change(row.text(2), corrects: row[3], entry: entry)
    effective = try storedDate(row.text(4), column: "effective date", entry: entry)
    known = try storedDate(row.text(5), column: "known date", entry: entry)
    guard let announced = row[6] as String? else {
      deal = nil
      return
    }
    let code = try row.text(16)
    guard let currency = Currency(code: code) else {
      throw UnreadableValue(entry: entry, column: "currency", text: code)
    }
    let watts = row[12] as Int?
    deal = ListedDeal(
      id: DealID(try row.text(0)), landlord: (row[7] as String?).map { PartyID($0) },
      tenant: (row[8] as String?).map { PartyID($0) },
      site: (row[9] as String?).map { SiteID($0) },
      kind: (row[10] as String?).flatMap { ContractKind(rawValue: $0) },
      status: (row[11] as String?).flatMap { DealStatus(rawValue: $0) },
      criticalIT: watts.map { ExactDecimal(digits: Int128($0), fractionDigits: 6).normalized },
      term: row[13], contractValue: row[14], currency: currency, firstAnnounced: announced,
      announced: announced, signed: row[17])
    isTold = (row[15] as Int?) == 1
  }

  /// Whether the typed columns tell all that a list shows.
  private(set) var isTold = true
}

extension BookReader {
  fileprivate func listedDeals(
    _ asOf: AsOf
  ) throws -> (listed: [ListedDeal], others: Set<DealID>) {
    let last = try ChainHead.read(from: database, through: sequence(of: asOf.recordedBy)).count
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT version.deal, version.entry, version.change, version.corrects, entry.effectiveOn,
          entry.knownOn, terms.announced, terms.landlord, terms.tenant, terms.site, terms.kind,
          terms.status, terms.criticalITWatts, terms.term, terms.contractValue,
          coalesce(terms.contractValue, terms.rentRate, terms.capitalCost) IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM rentPeriod WHERE rentPeriod.entry = version.entry),
          terms.currency, terms.signed
        FROM dealVersion AS version
        CROSS JOIN entry ON entry.sequence = version.entry
        LEFT JOIN dealTerms AS terms ON terms.entry = version.entry
        WHERE version.entry <= ? AND entry.knownOn <= ?
        ORDER BY version.deal, version.entry
        """, arguments: [last, (asOf.knownOn ?? .latest).description])
    var listing = Listing(day: asOf.effectiveOn)
    while let row = try rows.next() {
      let version = try ListedVersion(row)
      listing.add(version, of: DealID(try row.text(0)))
    }
    listing.finish()
    return (listing.listed, listing.others)
  }
}

/// Takes the versions of one deal after the other, and keeps those in force.
private struct Listing {
  let day: CalendarDate?
  private(set) var listed: [ListedDeal] = []
  private(set) var others: Set<DealID> = []
  private var deal: DealID?
  private var candidates: [ListedVersion] = []

  init(day: CalendarDate?) {
    self.day = day
  }

  mutating func add(_ version: ListedVersion, of deal: DealID) {
    if deal != self.deal { finish() }
    self.deal = deal
    candidates.append(version)
  }

  mutating func finish() {
    defer { candidates.removeAll(keepingCapacity: true) }
    guard let deal, let inForce = candidates.inForceInOrder.inForce(on: day),
      inForce.change != .withdrawal
    else { return }
    guard let listedDeal = inForce.deal, inForce.isTold else {
      others.insert(deal)
      return
    }
    listed.append(listedDeal.firstAnnounced(candidates[0].deal?.announced))
  }
}

extension ListedDeal {
  fileprivate func firstAnnounced(_ text: String?) -> ListedDeal {
    ListedDeal(
      id: id, landlord: landlord, tenant: tenant, site: site, kind: kind, status: status,
      criticalIT: criticalIT, term: term, contractValue: contractValue, currency: currency,
      firstAnnounced: text ?? firstAnnounced, announced: announced, signed: signed)
  }
}
