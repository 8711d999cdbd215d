import FinanceBasics
import GRDB
import LeaseModel

extension BookReader {
  /// The parties as of the dates asked for, in the order of their ids.
  func parties(asOf: AsOf, through last: Int) throws -> [Party] {
    var aliases: [Int: [String]] = [:]
    try forEachRow(
      "SELECT entry, alias FROM partyAlias", of: nil, order: "entry, position"
    ) { row in
      aliases[try row.integer(0), default: []].append(try row.text(1))
    }
    return try chosen(
      """
      SELECT version.party, entry.effectiveOn, version.entry, version.name, version.ticker,
        version.shares, version.parent, version.role, version.note
      FROM partyVersion AS version JOIN entry ON entry.sequence = version.entry
      """, subject: "version.party", asOf: asOf, through: last
    ) { row in
      Party(
        id: PartyID(try row.text(0)), name: try row.text(3),
        aliases: aliases[try row.integer(2)] ?? [],
        ticker: row[4], shares: row[5], parent: (row[6] as String?).map { PartyID($0) },
        role: row[7], note: row[8])
    }
  }

  /// The sites as of the dates asked for, in the order of their ids.
  func sites(asOf: AsOf, through last: Int) throws -> [Site] {
    try chosen(
      """
      SELECT version.site, entry.effectiveOn, version.entry, version.name, version.locality,
        version.region, version.country, version.landlord, version.campus, version.powerMarket,
        version.note
      FROM siteVersion AS version JOIN entry ON entry.sequence = version.entry
      """, subject: "version.site", asOf: asOf, through: last
    ) { row in
      Site(
        id: SiteID(try row.text(0)), name: try row.text(3), locality: row[4], region: row[5],
        country: row[6], landlord: (row[7] as String?).map { PartyID($0) },
        campus: (row[8] as String?).map { SiteID($0) }, powerMarket: row[9], note: row[10])
    }
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
