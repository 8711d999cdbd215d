/// A table whose rows belong to entries, as statements and hashes take its columns.
struct EntryTable: Sendable {
  /// The tables in the order in which rows are written and hashed; new ones are added at the end.
  enum ID: Int, CaseIterable {
    case party, partyVersion, partyAlias, site, siteVersion, deal, dealVersion, dealTerms, hall
    case rentPeriod, creditSupport, source, field, furtherSource, derivation, projectedHall
    case series, seriesVersion, seriesSource, seriesValue
    case scenario, scenarioVersion, scenarioChange
    case voucher, voucherLine, application, posting
    case run, runOption, runInput, runConvention
    case definitionSource
  }

  enum Role: Sendable {
    /// The thing itself, written with its first version.
    case identity
    /// What the version states.
    case stated
    /// What a program derived from it.
    case derived
  }

  let name: String
  let role: Role
  /// Without `entry`. New columns are only ever added at the end.
  let columns: [String]
  /// The places of the columns that are hashed as content.
  let contentColumns: [Int]
  /// The places of the columns that say where something stood: in a document, or of a run in the
  /// ledger. They tell no repeat apart.
  let placeColumns: [Int]
  /// The rows of one entry are in this order.
  let order: String

  private init(
    _ id: ID, _ role: Role, _ columns: [String], places: Set<String> = [],
    order: String = "entry"
  ) {
    name = "\(id)"
    self.role = role
    self.columns = columns
    contentColumns = columns.indices.filter { !places.contains(columns[$0]) }
    placeColumns = columns.indices.filter { places.contains(columns[$0]) }
    self.order = order
  }

  /// The statement that adds rows, the entry's number first in each.
  func insertion(rows: Int = 1) -> String {
    let names = (["entry"] + columns).map { "\"\($0)\"" }.joined(separator: ", ")
    let row = "(" + repeatElement("?", count: columns.count + 1).joined(separator: ", ") + ")"
    let all = repeatElement(row, count: rows).joined(separator: ", ")
    return "INSERT INTO \(name) (\(names)) VALUES \(all)"
  }

  /// The columns to select, the entry's number first.
  var selection: String {
    "SELECT " + (["entry"] + columns).map { "\"\($0)\"" }.joined(separator: ", ") + " FROM \(name)"
  }
}

extension EntryTable {
  /// One for each `ID`, in that order.
  static let all: [EntryTable] = [
    EntryTable(
      .party, .identity, ["party"]),
    EntryTable(
      .partyVersion, .stated, ["party", "name", "ticker", "shares", "parent", "role", "note"]),
    EntryTable(
      .partyAlias, .stated, ["position", "alias"], order: "entry, position"),
    EntryTable(
      .site, .identity, ["site"]),
    EntryTable(
      .siteVersion, .stated,
      [
        "site", "name", "locality", "region", "country", "landlord", "campus", "powerMarket",
        "note",
      ]),
    EntryTable(
      .deal, .identity, ["deal"]),
    EntryTable(
      .dealVersion, .stated, ["deal", "change", "corrects", "name", "source"]),
    EntryTable(
      .dealTerms, .stated,
      [
        "currency", "announced", "signed", "landlord", "contractingEntity", "tenant", "endUser",
        "site", "kind", "structure", "structureBasis", "status", "ownershipPercent",
        "ownershipBasis", "criticalITWatts", "criticalITBasis", "grossWatts", "grossBasis",
        "utilityWatts", "utilityBasis", "firstDelivery", "firstDeliveryBasis", "lastDelivery",
        "lastDeliveryBasis", "rentCommencement", "rentCommencementBasis", "term", "termBasis",
        "termMonths", "termClock", "expiry", "expiryBasis", "contractValue", "contractValueBasis",
        "rentRate", "rentRateBasis", "escalator", "escalatorBasis", "renewalCount",
        "renewalCountBasis", "renewalEach", "renewalEachBasis", "renewalProbabilityPercent",
        "renewalProbabilityBasis", "operatingMarginPercent", "operatingMarginBasis", "capitalCost",
        "capitalCostBasis", "capitalFundedBy", "capitalFundedByBasis", "prepayment",
        "prepaymentBasis", "deposit", "depositBasis",
      ]),
    EntryTable(
      .hall, .stated,
      [
        "position", "name", "site", "criticalITWatts", "criticalITBasis", "readyForService",
        "readyForServiceBasis", "rentCommencement", "rentCommencementBasis", "term", "termBasis",
        "expiry", "expiryBasis", "rentRate", "rentRateBasis",
      ], order: "entry, position"),
    EntryTable(
      .rentPeriod, .stated, ["position", "fromYear", "throughYear", "tenant", "contractValue"],
      order: "entry, position"),
    EntryTable(
      .creditSupport, .stated,
      [
        "position", "period", "guarantor", "guarantorBasis", "form", "formBasis", "covers", "upTo",
        "upToBasis", "currency", "through", "throughBasis", "effective", "effectiveBasis",
        "election",
      ], order: "entry, position"),
    EntryTable(
      .source, .stated, ["source", "position", "tier", "date", "title", "url", "via"],
      order: "entry, position"),
    EntryTable(
      .field, .stated,
      ["position", "block", "path", "text", "source", "note", "line", "column"],
      places: ["line", "column"], order: "entry, position"),
    EntryTable(
      .furtherSource, .stated, ["position", "rank", "source"], order: "entry, position, rank"),
    EntryTable(
      .derivation, .derived,
      [
        "engine", "firstCommencement", "lastExpiry", "criticalITWatts", "firstYearRatePerKWMonth",
        "firstYearRateBasis", "totalContractValue",
      ]),
    EntryTable(
      .projectedHall, .derived,
      ["position", "name", "criticalITWatts", "commencement", "expiry", "firstMonthRent"],
      order: "entry, position"),
    EntryTable(
      .series, .identity, ["series"]),
    EntryTable(
      .seriesVersion, .stated,
      [
        "series", "name", "kind", "unit", "frequency", "announced", "note", "tableDocument",
        "tableName",
      ], places: ["tableDocument", "tableName"]),
    EntryTable(
      .seriesSource, .stated, ["source", "position", "tier", "date", "title", "url", "via"],
      order: "entry, position"),
    EntryTable(
      .seriesValue, .stated, ["position", "period", "tenor", "value", "line"], places: ["line"],
      order: "entry, position"),
    EntryTable(
      .scenario, .identity, ["scenario"]),
    EntryTable(
      .scenarioVersion, .stated, ["scenario", "name", "note"]),
    EntryTable(
      .scenarioChange, .stated, ["position", "deal", "path", "text", "line", "column"],
      places: ["line", "column"], order: "entry, position"),
    EntryTable(
      .voucher, .stated,
      [
        "voucher", "kind", "landlord", "year", "serial", "deal", "day", "due", "currency",
        "amount", "reference", "reverses",
      ]),
    EntryTable(
      .voucherLine, .stated,
      ["position", "item", "hall", "month", "side", "amount", "clause", "about", "actual"],
      order: "entry, position"),
    EntryTable(
      .application, .stated, ["position", "credit", "debit", "day", "amount"],
      order: "entry, position"),
    EntryTable(
      .posting, .derived, ["position", "day", "account", "amount"], order: "entry, position"),
    EntryTable(
      .run, .stated, ["run", "number", "verb", "asked", "asOfEntry", "asOfHash"],
      places: ["run", "number", "asked", "asOfEntry", "asOfHash"]),
    EntryTable(
      .runOption, .stated, ["position", "option", "value"], order: "entry, position"),
    EntryTable(
      .runInput, .stated, ["position", "input", "link", "document", "file"],
      order: "entry, position"),
    EntryTable(
      .runConvention, .derived, ["position", "text"], order: "entry, position"),
    EntryTable(
      .definitionSource, .stated, ["source", "position", "tier", "date", "title", "url", "via"],
      order: "entry, position"),
  ]
}
