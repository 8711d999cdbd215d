import FinanceBasics
import GRDB
import LeaseModel

/// Reads versions back from the tables, within one transaction.
struct BookReader {
  let database: Database

  /// - Parameter deals: The deals to read; `nil` for all.
  func book(asOf: AsOf, of deals: Set<DealID>?) throws -> Book {
    let limit = try sequence(of: asOf.recordedBy)
    let head = try ChainHead.read(from: database, through: limit)
    let selection = Selection(knownOn: asOf.knownOn, through: head.count, deals: deals)
    var timelines: [DealTimeline] = []
    var candidates: [StoredVersion] = []
    for version in try versions(selection) {
      if let last = candidates.last, last.deal != version.deal {
        timelines.append(
          DealTimeline(id: last.deal, candidates: candidates, on: asOf.effectiveOn))
        candidates.removeAll(keepingCapacity: true)
      }
      candidates.append(version)
    }
    if let last = candidates.last {
      timelines.append(DealTimeline(id: last.deal, candidates: candidates, on: asOf.effectiveOn))
    }
    return Book(
      asOf: asOf, head: head, parties: try parties(asOf: asOf, through: head.count),
      sites: try sites(asOf: asOf, through: head.count),
      series: try series(asOf: asOf, through: head.count),
      scenarios: try scenarios(asOf: asOf, through: head.count), deals: timelines)
  }

  /// The last entry that counts.
  func sequence(of recordedBy: AsOf.RecordedBy?) throws -> Int {
    switch recordedBy {
    case nil: Int.max
    case .sequence(let last): last
    case .instant(let instant):
      try Int.fetchOne(
        database,
        sql: """
          SELECT max(sequence) FROM entry JOIN recording USING (recording) WHERE recordedAt <= ?
          """, arguments: [instant.description]) ?? 0
    }
  }
}

extension BookReader {
  /// Which versions of deals are read.
  struct Selection {
    var knownOn: CalendarDate?
    var through = Int.max
    var deals: Set<DealID>?
    /// One entry alone.
    var entry: Int?
  }

  /// The selected versions whole, by deal and then in the order of recording.
  func versions(_ selection: Selection) throws -> [StoredVersion] {
    let headers = try headers(selection)
    let isPart = selection.deals != nil || selection.entry != nil
    let entries = isPart ? headers.map(\.entry) : nil
    var fields = try fields(of: entries)
    var sources = try sources(of: entries)
    var derived = try derived(of: entries)
    var versions: [StoredVersion] = []
    versions.reserveCapacity(headers.count)
    for header in headers {
      versions.append(
        header.version(
          fields: fields.removeValue(forKey: header.entry) ?? [],
          sources: sources.removeValue(forKey: header.entry) ?? [],
          derived: derived.removeValue(forKey: header.entry)))
    }
    return versions
  }

  private func headers(_ selection: Selection) throws -> [VersionHeader] {
    var headers: [VersionHeader] = []
    let known = selection.knownOn ?? .latest
    if let deals = selection.deals {
      for deal in deals.sorted() {
        headers += try VersionHeader.fetch(
          database, condition: "version.deal = ? AND entry.sequence <= ? AND entry.knownOn <= ?",
          arguments: [deal.text, selection.through, known.description])
      }
      return headers
    }
    if let entry = selection.entry {
      return try VersionHeader.fetch(
        database, condition: "version.entry = ?", arguments: [entry])
    }
    return try VersionHeader.fetch(
      database, condition: "entry.sequence <= ? AND entry.knownOn <= ?",
      arguments: [selection.through, known.description])
  }

  /// Runs a query over the rows of some entries, or of all where `entries` is `nil`.
  ///
  /// - Parameter select: Without its WHERE; has a column `entry`.
  func forEachRow(
    _ select: String, of entries: [Int]?, order: String, _ body: (Row) throws -> Void
  ) throws {
    guard let entries else {
      let rows = try Row.fetchCursor(database, sql: "\(select) ORDER BY \(order)")
      while let row = try rows.next() { try body(row) }
      return
    }
    let statement = try database.makeStatement(
      sql: "\(select) WHERE entry = ? ORDER BY \(order)")
    for entry in entries {
      let rows = try Row.fetchCursor(statement, arguments: [entry])
      while let row = try rows.next() { try body(row) }
    }
  }
}
