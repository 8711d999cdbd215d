import FinanceBasics
import GRDB
import LeaseModel

/// The rows that one entry adds, table by table, without the entry's number.
struct EntryRows {
  /// One for each of `EntryTable.all`, in that order.
  private(set) var tables: [[[DatabaseValue]]]

  init() {
    tables = Array(repeating: [], count: EntryTable.all.count)
  }

  /// - Parameter row: In the order of the table's columns.
  mutating func append(_ row: [DatabaseValue], to table: EntryTable.ID) {
    assert(row.count == EntryTable.all[table.rawValue].columns.count, "a value for each column")
    tables[table.rawValue].append(row)
  }

  /// The places of the tables that have rows, in their order.
  var filledTables: some Sequence<Int> { tables.indices.lazy.filter { !tables[$0].isEmpty } }

  /// The rows without those of the thing itself, which only its first version adds.
  var withoutIdentities: EntryRows {
    var copy = self
    for (place, table) in EntryTable.all.enumerated() where table.role == .identity {
      copy.tables[place].removeAll()
    }
    return copy
  }

  mutating func removeAll() {
    for table in tables.indices { tables[table].removeAll(keepingCapacity: true) }
  }
}

extension EntryRows {
  /// - Parameter isNew: Whether the ledger has no version of the subject yet.
  init(_ entry: NewEntry, isNew: Bool) {
    self.init()
    switch entry {
    case .party(let record):
      append(record.party, isNew: isNew)
      append(record.sources, to: .definitionSource)
    case .site(let record):
      append(record.site, isNew: isNew)
      append(record.sources, to: .definitionSource)
    case .deal(let record): append(record, isNew: isNew)
    case .series(let record): append(record, isNew: isNew)
    case .scenario(let record): append(record, isNew: isNew)
    case .voucher(let voucher): append(voucher)
    case .run(let record): append(record)
    }
  }

  private mutating func append(_ party: Party, isNew: Bool) {
    if isNew { append([value(party.id.text)], to: .party) }
    append(
      [
        value(party.id.text), value(party.name), value(party.ticker), value(party.shares),
        value(party.parent?.text), value(party.role), value(party.note),
      ], to: .partyVersion)
    for (index, alias) in party.aliases.enumerated() {
      append([value(index + 1), value(alias)], to: .partyAlias)
    }
  }

  private mutating func append(_ site: Site, isNew: Bool) {
    if isNew { append([value(site.id.text)], to: .site) }
    append(
      [
        value(site.id.text), value(site.name), value(site.locality), value(site.region),
        value(site.country), value(site.landlord?.text), value(site.campus?.text),
        value(site.powerMarket), value(site.note),
      ], to: .siteVersion)
  }

  private mutating func append(_ record: VersionRecord, isNew: Bool) {
    if isNew { append([value(record.deal.text)], to: .deal) }
    append(
      [
        value(record.deal.text), value(record.change.name), value(record.change.corrects),
        value(record.name), value((record.statement?.source ?? record.source?.id)?.text),
      ], to: .dealVersion)
    guard let statement = record.statement else {
      if let source = record.source { append([source]) }
      return
    }
    append(statement)
    append(statement.terms)
    append(statement.sources)
    append(statement.fields)
    if let derived = record.derived { append(derived) }
  }

  /// - Parameter table: Those of deals stand in `source`, those of series in `seriesSource`, those
  ///   of parties, sites and scenarios in `definitionSource`.
  mutating func append(_ sources: [Source], to table: EntryTable.ID = .source) {
    for (index, source) in sources.enumerated() {
      append(
        [
          value(source.id.text), value(index + 1), value(source.tier.rawValue),
          value(source.date?.description), value(source.title), value(source.url),
          value(source.via),
        ], to: table)
    }
  }

  private mutating func append(_ fields: [DealField]) {
    tables[EntryTable.ID.field.rawValue].reserveCapacity(fields.count)
    for (index, field) in fields.enumerated() {
      append(
        [
          value(index + 1), value(field.block.rawValue), value(field.path.description),
          value(field.text), value(field.sources.first?.text), value(field.note),
          value(field.line), value(field.column),
        ], to: .field)
      for (rank, source) in field.sources.enumerated().dropFirst() {
        append([value(index + 1), value(rank + 1), value(source.text)], to: .furtherSource)
      }
    }
  }

  private mutating func append(_ derived: DerivedFigures) {
    let watts = derived.halls.map { wholeWatts($0.criticalIT) }
    append(
      [
        value(derived.engine), value(derived.firstCommencement?.description),
        value(derived.lastExpiry?.description),
        value(watts.isEmpty ? nil : watts.compactMap { $0 }.reduce(0, +)),
        value(derived.firstYearRatePerKilowattMonth?.description),
        value(derived.firstYearRateBasis?.rawValue), value(derived.totalContractValue),
      ], to: .derivation)
    for (index, hall) in derived.halls.enumerated() {
      append(
        [
          value(index + 1), value(hall.name), value(watts[index]),
          value(hall.baseTerm.lowerBound.description),
          value(hall.baseTerm.upperBound.adding(days: -1).description),
          value(hall.firstMonthRent),
        ], to: .projectedHall)
    }
  }
}

/// A value to bind; nothing is NULL.
func value(_ text: String?) -> DatabaseValue { text?.databaseValue ?? .null }

func value(_ integer: Int?) -> DatabaseValue { integer?.databaseValue ?? .null }

func value(_ integer: Int64?) -> DatabaseValue { integer?.databaseValue ?? .null }

/// Megawatts in whole watts, half to even; `nil` beyond 63 bits.
func wholeWatts(_ megawatts: ExactDecimal) -> Int64? {
  guard let scaled = megawatts.scaled(byPowerOfTen: 6) else {
    return megawatts.real.times(1_000_000).roundedHalfEven()
  }
  return scaled.real.roundedHalfEven()
}
