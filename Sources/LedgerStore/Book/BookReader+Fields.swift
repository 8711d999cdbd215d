import FinanceBasics
import GRDB
import LeaseModel

extension BookReader {
  /// The fields of some entries, or of all, each entry's in the order of its file.
  func fields(of entries: [Int]?) throws -> [Int: [DealField]] {
    let further = try furtherSources(of: entries)
    var paths: [String: FieldPath] = [:]
    var fields: [Int: [DealField]] = [:]
    var current: (entry: Int, fields: [DealField]) = (0, [])
    try forEachRow(
      "SELECT entry, position, block, path, text, source, note, line, \"column\" FROM field",
      of: entries, order: "entry, position"
    ) { row in
      let entry = try row.integer(0)
      if entry != current.entry {
        if !current.fields.isEmpty { fields[current.entry] = current.fields }
        current = (entry, [])
      }
      let position = try row.integer(1)
      let blockName = try row.text(2)
      guard let block = FieldBlock(rawValue: blockName) else {
        throw UnreadableValue(entry: entry, column: "block", text: blockName)
      }
      var sources = (row[5] as String?).map { [SourceID($0)] } ?? []
      if !further.isEmpty { sources += further[FieldPlace(entry: entry, position: position)] ?? [] }
      current.fields.append(
        DealField(
          block: block, path: try path(row.text(3), entry: entry, known: &paths),
          text: try row.text(4),
          sources: sources, note: row[6], line: try row.integer(7), column: try row.integer(8)))
    }
    if !current.fields.isEmpty { fields[current.entry] = current.fields }
    return fields
  }

  private struct FieldPlace: Hashable {
    let entry: Int
    let position: Int
  }

  private func furtherSources(of entries: [Int]?) throws -> [FieldPlace: [SourceID]] {
    var sources: [FieldPlace: [SourceID]] = [:]
    try forEachRow(
      "SELECT entry, position, source FROM furtherSource", of: entries,
      order: "entry, position, rank"
    ) { row in
      sources[FieldPlace(entry: try row.integer(0), position: try row.integer(1)), default: []]
        .append(SourceID(try row.text(2)))
    }
    return sources
  }

  /// Deals have the same paths, so that each is read once.
  private func path(
    _ text: String, entry: Int, known: inout [String: FieldPath]
  ) throws -> FieldPath {
    if let path = known[text] { return path }
    guard let path = text.isEmpty ? .root : FieldPath(parsing: text) else {
      throw UnreadableValue(entry: entry, column: "path", text: text)
    }
    known[text] = path
    return path
  }

  /// The sources of some entries, or of all, each entry's in the order of its file.
  ///
  /// - Parameter table: Those of deals stand in `source`, those of series in `seriesSource`.
  func sources(in table: String = "source", of entries: [Int]?) throws -> [Int: [Source]] {
    var sources: [Int: [Source]] = [:]
    try forEachRow(
      "SELECT entry, source, tier, date, title, url, via FROM \(table)", of: entries,
      order: "entry, position"
    ) { row in
      let entry = try row.integer(0)
      let tierName = try row.text(2)
      guard let tier = Source.Tier(rawValue: tierName) else {
        throw UnreadableValue(entry: entry, column: "tier", text: tierName)
      }
      let date = try (row[3] as String?).map { text in
        guard let date = StatedDate(text) else {
          throw UnreadableValue(entry: entry, column: "date of a source", text: text)
        }
        return date
      }
      sources[entry, default: []].append(
        Source(
          id: SourceID(try row.text(1)), tier: tier, date: date, title: row[4], url: row[5],
          via: row[6]))
    }
    return sources
  }

  /// What was derived from some entries, or from all.
  func derived(of entries: [Int]?) throws -> [Int: DerivedFigures] {
    var halls: [Int: [DerivedFigures.Hall]] = [:]
    try forEachRow(
      """
      SELECT entry, name, criticalITWatts, commencement, expiry, firstMonthRent
      FROM projectedHall
      """, of: entries, order: "entry, position"
    ) { row in
      let entry = try row.integer(0)
      halls[entry, default: []].append(try hall(row, entry: entry))
    }
    var derived: [Int: DerivedFigures] = [:]
    try forEachRow(
      """
      SELECT entry, engine, firstYearRatePerKWMonth, firstYearRateBasis, totalContractValue
      FROM derivation
      """, of: entries, order: "entry"
    ) { row in
      let entry = try row.integer(0)
      let rate = (row[2] as String?).flatMap { ExactDecimal($0) }
      let basis = (row[3] as String?).flatMap { Basis(rawValue: $0) }
      guard (rate == nil) == (basis == nil) else {
        throw UnreadableValue(entry: entry, column: "basis of the rate", text: "\(row[3] ?? "")")
      }
      derived[entry] = DerivedFigures(
        engine: try row.text(1), halls: halls[entry] ?? [],
        firstYearRatePerKilowattMonth: rate, firstYearRateBasis: basis,
        totalContractValue: row[4])
    }
    return derived
  }

  private func hall(_ row: Row, entry: Int) throws -> DerivedFigures.Hall {
    let first = try storedDate(row.text(3), column: "commencement", entry: entry)
    let last = try storedDate(row.text(4), column: "expiry", entry: entry)
    let watts = try row.integer(2)
    guard first <= last, watts > 0 else {
      throw UnreadableValue(entry: entry, column: "expiry", text: last.description)
    }
    return DerivedFigures.Hall(
      name: try row.text(1),
      criticalIT: ExactDecimal(digits: Int128(watts), fractionDigits: 6).normalized,
      baseTerm: first..<last.adding(days: 1), firstMonthRent: row[5])
  }
}
