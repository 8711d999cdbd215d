import GRDB
import LeaseModel
import Testing

@testable import LedgerStore

@Suite("Views")
struct ViewTests {
  private func rows(_ sql: String, amended: Bool = false) throws -> [Row] {
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    if amended {
      let ledger = try Ledger.open(at: path, mode: .readWrite)
      _ = try ledger.record(
        [
          .deal(
            Sample.version(
              change: .amendment, effective: "2026-04-01", known: "2026-04-02",
              name: "Expansion", value: 7_500_000_000))
        ], recordedAt: .at("2026-04-03T10:00:00Z"), program: "test 1")
      try ledger.close()
    }
    return try scratch.foreign(path).read { try Row.fetchAll($0, sql: sql) }
  }

  @Test("rentRoll is a row a deal, in names, megawatts and currency units")
  func rentRoll() throws {
    let rows = try rows("SELECT * FROM rentRoll")
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row["landlord"] as String? == "Hut 8 Corp.")
    #expect(row["tenant"] as String? == "Fluidstack")
    #expect(row["guarantor"] as String? == "Google")
    #expect(row["site"] as String? == "River Bend campus")
    #expect(row["criticalITMegawatts"] as Double? == 245)
    #expect(row["contractValue"] as Double? == 7_000_000_000)
    // Posted, CONVENTIONS §4.
    #expect(row["totalContractValue"] as Double? == 6_999_999_999.84)
    #expect(row["firstYearRatePerKWMonth"] as Double? == 128.0157)
    #expect(row["firstCommencement"] as String? == "2027-07-01")
    #expect(row["lastExpiry"] as String? == "2042-06-30")
    #expect(row["termYears"] as Double? == 15)
    #expect(row["escalator"] as String? == "3 % a year")
    #expect(row["contracted"] as String? == "yes")
    let columns = Array(row.columnNames)
    let kind = try #require(columns.firstIndex(of: "kind"))
    #expect(columns[kind + 1] == "contracted")
  }

  @Test("rentRoll compares amounts as numbers, and has the latest version alone")
  func latest() throws {
    let rows = try rows("SELECT * FROM rentRoll WHERE contractValue > 7.4e9", amended: true)
    #expect(rows.map { $0["entry"] as Int } == [6])
  }

  @Test("rentRoll has the contracted leases first, and says of the others that they are none")
  func contracted() throws {
    // CONVENTIONS: a lease or a hosting contract counts unless conditional, expired or terminated.
    let cases: [(String, ContractKind, DealStatus?, String)] = [
      ("a-cloud", .cloud, .signed, "no"), ("b-conditional", .lease, .conditional, "no"),
      ("c-expired", .hosting, .expired, "no"), ("d-terminated", .lease, .terminated, "no"),
      ("e-hosting", .hosting, .operating, "yes"), ("f-lease", .lease, .planned, "yes"),
      ("g-unstated", .lease, nil, "yes"),
    ]
    let scratch = try Scratch()
    let path = try scratch.recordedLedger()
    let ledger = try Ledger.open(at: path, mode: .readWrite)
    let entries = cases.map { deal, kind, status, _ in
      NewEntry.deal(Sample.version(deal, kind: kind, status: status))
    }
    _ = try ledger.record(entries, recordedAt: .at("2026-04-03T10:00:00Z"), program: "test 1")
    try ledger.close()
    let rows = try scratch.foreign(path).read {
      try Row.fetchAll($0, sql: "SELECT deal, contracted FROM rentRoll")
    }
    let counted = ["e-hosting", "f-lease", "g-unstated", "hut8-river-bend"]
    #expect(
      rows.map { $0["deal"] as String }
        == counted + ["a-cloud", "b-conditional", "c-expired", "d-terminated"])
    #expect(
      rows.map { $0["contracted"] as String }
        == counted.map { _ in "yes" } + ["no", "no", "no", "no"])
  }

  @Test("chain has no date where an entry has none")
  func undated() throws {
    let rows = try rows("SELECT kind, effectiveOn, knownOn FROM chain")
    #expect(rows.map { $0["kind"] as String } == ["party", "party", "party", "site", "deal"])
    #expect(
      rows.map { $0["effectiveOn"] as String? } == [nil, nil, nil, nil, "2025-12-17"])
    #expect(rows.map { $0["knownOn"] as String? } == [nil, nil, nil, nil, "2025-12-17"])
  }

  @Test("dealHistory is a row a version")
  func history() throws {
    let rows = try rows("SELECT * FROM dealHistory", amended: true)
    #expect(rows.map { $0["version"] as Int } == [1, 2])
    #expect(rows.map { $0["change"] as String } == ["original", "amendment"])
    #expect(rows.map { $0["effectiveOn"] as String } == ["2025-12-17", "2026-04-01"])
    #expect(rows.map { $0["knownOn"] as String } == ["2025-12-17", "2026-04-02"])
    #expect(rows.last?["recordedAt"] as String? == "2026-04-03T10:00:00Z")
  }

  struct Expectation: Sendable, CustomTestStringConvertible {
    let sql: String
    let first: String
    var testDescription: String { sql }
  }

  static let expectations = [
    Expectation(
      sql: "SELECT hall || ' ' || criticalITMegawatts || ' ' || criticalITBasis || ' ' || "
        + "firstMonthRent FROM hallSchedule", first: "hall 1 245.0 assumed 31363838.6"),
    Expectation(
      sql: "SELECT basis || ' ' || path || ' ' || text FROM assumption",
      first: "assumed operatingMargin 98.6 %"),
    Expectation(
      sql: "SELECT source || ' ' || tier || ' ' || fields FROM sourceList",
      first: "release release 2"),
    Expectation(
      sql: "SELECT sequence || ' ' || kind || ' ' || subject || ' ' || program FROM chain",
      first: "1 party hut-8 test 1"),
    Expectation(sql: "SELECT name FROM currentSite", first: "River Bend campus"),
  ]

  @Test("have rows in the users' words", arguments: expectations)
  func words(_ expectation: Expectation) throws {
    let rows = try rows(expectation.sql)
    #expect(rows.first?[0] as String? == expectation.first)
  }
}
