import Foundation
import Testing

/// What `verify` finds by reading the documents again, beside what the chain tells.
@Suite(
  "Documents read again",
  .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
struct AuditTests {
  struct Tampering: CustomTestStringConvertible, Sendable {
    /// The table whose trigger against updates is put aside.
    let trigger: String
    let sql: String
    let kind: String
    /// What the finding says.
    let words: [String]

    var testDescription: String { sql }
  }

  static let deal = "(SELECT entry FROM deal WHERE deal = 'hut8-river-bend')"

  static let tamperings = [
    Tampering(
      trigger: "fieldIsNotUpdated",
      sql:
        "UPDATE field SET text = '7.1 bn USD' WHERE path = 'rent.contractValue' AND entry = \(deal)",
      kind: "verify.statement", words: ["rent.contractValue is 7.1 bn USD", "gives 7.0 bn USD"]),
    Tampering(
      trigger: "dealTermsIsNotUpdated",
      sql: "UPDATE dealTerms SET criticalITWatts = 246000000 WHERE entry = \(deal)",
      kind: "verify.statement", words: ["critical IT watts is 246000000", "gives 245000000"]),
    Tampering(
      trigger: "derivationIsNotUpdated",
      sql: "UPDATE derivation SET totalContractValue = 700000000000 WHERE entry = \(deal)",
      kind: "verify.derived", words: ["total contract value is 700000000000", "its terms give"]),
    Tampering(
      trigger: "partyVersionIsNotUpdated",
      sql: "UPDATE partyVersion SET ticker = 'HUTS' WHERE party = 'hut-8'",
      kind: "verify.statement", words: ["ticker is HUTS", "gives HUT"]),
    Tampering(
      trigger: "siteVersionIsNotUpdated",
      sql: "UPDATE siteVersion SET region = 'TX' WHERE site = 'river-bend'",
      kind: "verify.statement", words: ["region is TX", "gives LA"]),
    Tampering(
      trigger: "seriesValueIsNotUpdated",
      sql: "UPDATE seriesValue SET value = '234' WHERE period = '2015-01' "
        + "AND entry = (SELECT entry FROM series WHERE series = 'cpi-u-nsa')",
      kind: "verify.statement", words: ["value is 234", "gives 233.707"]),
    Tampering(
      trigger: "entryIsNotUpdated",
      sql: "UPDATE entry SET knownOn = '2025-12-16' WHERE sequence = \(deal)",
      kind: "verify.statement", words: ["known on 2025-12-16", "its document says 2025-12-17"]),
  ]

  @Test("name the entry and the field that are not what the document says", arguments: tamperings)
  func named(_ tampering: Tampering) throws {
    let folder = try ScratchFolder.withSampleLedger()
    func shell(_ sql: String) throws -> CommandRun {
      try RunningCommand(
        ["leasebook.db", sql], of: PackageFolder.program("sqlite3"), in: folder.url
      ).finished()
    }
    let trigger = try shell(
      "SELECT sql FROM sqlite_schema WHERE name = '\(tampering.trigger)'"
    ).output
    #expect(!trigger.isEmpty)
    let changed = try shell("DROP TRIGGER \(tampering.trigger); \(tampering.sql); \(trigger);")
    #expect(changed.status == 0, "\(changed.errors)")
    let run = try folder.run("verify", "--format", "json")
    #expect(run.status == 1)
    let faults = try #require(try run.object["faults"] as? [[String: Any]])
    let found = faults.filter { $0["kind"] as? String == tampering.kind }
    #expect(found.contains { $0["entry"] is NSNumber }, "\(faults)")
    for words in tampering.words {
      #expect(
        found.contains { ($0["problem"] as? String)?.contains(words) == true }, "\(faults)")
    }
  }

  static let billed: [(sql: String, kind: String, words: [String])] = [
    (
      "UPDATE voucherLine SET amount = amount + 1 WHERE position = 1 AND month = '2027-07'",
      "verify.derived",
      ["hut-8-2027-0002, line 1", "base-rent of hall 1 in 2027-07", "the projection of its time"]
    ),
    (
      "UPDATE voucherLine SET clause = 'rent.rate' WHERE position = 1 AND month = '2027-07'",
      "verify.derived", ["the clause billed is rent.rate", "rent.contractValue"]
    ),
    (
      "UPDATE posting SET amount = amount - 1 WHERE position = 1 AND day = '2027-07-01'",
      "verify.books", ["hut-8-2027-0002: posting 1, amount is", "the document gives"]
    ),
    (
      "UPDATE voucher SET serial = 7 WHERE voucher = 'hut-8-2027-0002'", "verify.books",
      ["its serial number is 7, and its number says 2"]
    ),
  ]

  @Test("name the invoice, its line and what the lease gives", arguments: billed)
  func invoices(_ tampering: (sql: String, kind: String, words: [String])) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "hut8-river-bend", "--through", "2027-08-31")
    try folder.succeed("verify")
    func shell(_ sql: String) throws -> CommandRun {
      try RunningCommand(
        ["leasebook.db", sql], of: PackageFolder.program("sqlite3"), in: folder.url
      ).finished()
    }
    let names = ["voucher", "voucherLine", "posting"].map { "\($0)IsNotUpdated" }
    let triggers = try names.map {
      try shell("SELECT sql FROM sqlite_schema WHERE name = '\($0)'").output
    }
    let drops = names.map { "DROP TRIGGER \($0);" }.joined()
    let changed = try shell(drops + tampering.sql + ";" + triggers.map { "\($0);" }.joined())
    #expect(changed.status == 0, "\(changed.errors)")
    let run = try folder.run("verify", "--format", "json")
    #expect(run.status == 1)
    let faults = try #require(try run.object["faults"] as? [[String: Any]])
    let found = faults.filter { $0["kind"] as? String == tampering.kind }
      .compactMap { $0["problem"] as? String }
    for words in tampering.words {
      #expect(found.contains { $0.contains(words) }, "\(faults)")
    }
    #expect(
      faults.contains {
        $0["kind"] as? String == "verify.content" || $0["kind"] as? String == "verify.link"
      })
  }

  /// Rows that nothing can be read from, each in a table whose trigger is put back.
  static let unreadable: [(table: String, sql: String)] = [
    (
      "field",
      "UPDATE field SET text = 'tripl-net' WHERE path = 'contract.structure' AND entry = \(deal)"
    ),
    ("field", "UPDATE field SET path = 'contract.structur' WHERE path = 'contract.structure'"),
    ("field", "UPDATE field SET source = 'none-such' WHERE entry = \(deal)"),
    ("source", "UPDATE source SET source = 'none-such' WHERE position = 1 AND entry = \(deal)"),
    ("dealVersion", "UPDATE dealVersion SET deal = 'hut8-river-ben' WHERE entry = \(deal)"),
    ("voucher", "UPDATE voucher SET deal = 'hut8-river-ben' WHERE serial = 2"),
    ("voucher", "UPDATE voucher SET voucher = 'hut-8-2027-000x' WHERE serial = 2"),
    ("voucherLine", "UPDATE voucherLine SET item = 'base-ren' WHERE month = '2027-07'"),
    ("voucherLine", "UPDATE voucherLine SET about = 'hut-8-2027-000x' WHERE month = '2027-07'"),
  ]

  @Test(
    "are named where they can no longer be read, and the rest is checked", arguments: unreadable)
  func unreadableRows(_ tampering: (table: String, sql: String)) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "hut8-river-bend", "--through", "2027-08-31")
    func shell(_ sql: String) throws -> CommandRun {
      try RunningCommand(
        ["leasebook.db", "PRAGMA ignore_check_constraints = ON; \(sql)"],
        of: PackageFolder.program("sqlite3"), in: folder.url
      ).finished()
    }
    let name = "\(tampering.table)IsNotUpdated"
    let trigger = try shell("SELECT sql FROM sqlite_schema WHERE name = '\(name)'").output
    let changed = try shell("DROP TRIGGER \(name); \(tampering.sql); \(trigger);")
    try #require(changed.status == 0, "\(changed.errors)")
    let run = try folder.run("verify")
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.hasPrefix("not sound: "), "\(run.output)")
    // The rows are covered by the hash of their entry's content or by its link, or name no row.
    #expect(
      ["verify.content", "verify.link", "verify.reference"].contains { run.output.contains($0) },
      "\(run.output)")
    #expect(run.output.contains("entry "), "\(run.output)")
  }

  @Test("are all as they were where nobody touched them, before and after a series came late")
  func sound() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples", "samples/deals")
    try folder.succeed("verify")
    try folder.succeed("record", "samples/series", "samples/scenarios")
    let run = try folder.succeed("verify")
    #expect(run.output.hasPrefix("sound: "))
  }
}
