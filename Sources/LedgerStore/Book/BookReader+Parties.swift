import FinanceBasics
import GRDB
import LeaseModel

extension BookReader {
  /// The parties as of the dates asked for, in the order of their ids.
  func parties(asOf: AsOf, through last: Int) throws -> [Party] {
    let aliases = try aliases()
    return try chosen(
      Self.partySelection + Self.joined, subject: "version.party", asOf: asOf, through: last
    ) { try party($0, aliases: aliases) }
  }

  /// The sites as of the dates asked for, in the order of their ids.
  func sites(asOf: AsOf, through last: Int) throws -> [Site] {
    try chosen(
      Self.siteSelection + Self.joined, subject: "version.site", asOf: asOf, through: last
    ) { try site($0) }
  }

  /// Every version of every party, in the order of recording.
  func partyHistory() throws -> [RegisteredVersion<Party>] {
    let aliases = try aliases()
    return try history(Self.partySelection) { try party($0, aliases: aliases) }
  }

  /// Every version of every site, in the order of recording.
  func siteHistory() throws -> [RegisteredVersion<Site>] {
    try history(Self.siteSelection) { try site($0) }
  }

  /// The columns that a party is made from, then its table.
  private static let partySelection = """
    SELECT version.party, entry.effectiveOn, version.entry, version.name, version.ticker,
      version.shares, version.parent, version.role, version.note, NULL, NULL, entry.number,
      entry.knownOn, entry.document, entry.fileName, entry.hash, entry.recording
    FROM partyVersion AS version
    """

  /// The columns that a site is made from, then its table.
  private static let siteSelection = """
    SELECT version.site, entry.effectiveOn, version.entry, version.name, version.locality,
      version.region, version.country, version.landlord, version.campus, version.powerMarket,
      version.note, entry.number, entry.knownOn, entry.document, entry.fileName, entry.hash,
      entry.recording
    FROM siteVersion AS version
    """

  /// In this order: see `VersionHeader`.
  private static let joined = " CROSS JOIN entry ON entry.sequence = version.entry "

  private func aliases() throws -> [Int: [String]] {
    var aliases: [Int: [String]] = [:]
    try forEachRow(
      "SELECT entry, alias FROM partyAlias", of: nil, order: "entry, position"
    ) { row in
      aliases[try row.integer(0), default: []].append(try row.text(1))
    }
    return aliases
  }

  private func party(_ row: Row, aliases: [Int: [String]]) throws -> Party {
    Party(
      id: PartyID(try row.text(0)), name: try row.text(3),
      aliases: aliases[try row.integer(2)] ?? [],
      ticker: row[4], shares: row[5], parent: (row[6] as String?).map { PartyID($0) },
      role: row[7], note: row[8])
  }

  private func site(_ row: Row) throws -> Site {
    Site(
      id: SiteID(try row.text(0)), name: try row.text(3), locality: row[4], region: row[5],
      country: row[6], landlord: (row[7] as String?).map { PartyID($0) },
      campus: (row[8] as String?).map { SiteID($0) }, powerMarket: row[9], note: row[10])
  }

  private func history<Thing>(
    _ selection: String, _ make: (Row) throws -> Thing
  ) throws -> [RegisteredVersion<Thing>] {
    var instants: [Int: String] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT recording, recordedAt FROM recording") {
      instants[row[0]] = row[1]
    }
    let rows = try Row.fetchCursor(
      database, sql: selection + Self.joined + "ORDER BY version.entry")
    var versions: [RegisteredVersion<Thing>] = []
    while let row = try rows.next() {
      let entry = try row.integer(2)
      let instant = instants[try row.integer(16)] ?? ""
      guard let recordedAt = Timestamp(instant) else {
        throw UnreadableValue(entry: entry, column: "instant of recording", text: instant)
      }
      versions.append(
        RegisteredVersion(
          entry: entry, number: try row.integer(11), thing: try make(row),
          effective: try storedDate(row.text(1), column: "effective date", entry: entry),
          known: try storedDate(row.text(12), column: "known date", entry: entry),
          recordedAt: recordedAt, documentHash: row[13], fileName: row[14],
          hash: try row.text(15)))
    }
    return versions
  }

  /// One value a subject: the version in force, or the first one before any takes effect.
  ///
  /// - Parameter select: The subject first, then the effective date.
  func chosen<Value>(
    _ select: String, subject: String, asOf: AsOf, through last: Int,
    _ make: (Row) throws -> Value
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        \(select) WHERE entry.sequence <= ? AND entry.knownOn <= ?
        ORDER BY \(subject), entry.effectiveOn, entry.knownOn, entry.sequence
        """,
      arguments: [last, (asOf.knownOn ?? .latest).description])
    let day = (asOf.effectiveOn ?? .latest).description
    var values: [Value] = []
    var current: String?
    while let row = try rows.next() {
      let id = try row.text(0)
      let effective = try row.text(1)
      if id != current {
        values.append(try make(row))
        current = id
      } else if effective <= day {
        values[values.count - 1] = try make(row)
      }
    }
    return values
  }
}
