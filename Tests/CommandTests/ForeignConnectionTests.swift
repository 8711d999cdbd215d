import Foundation
import Testing

/// The ledger as any other SQLite program sees it: readable, and not to be rewritten.
@Suite(
  "The ledger in the sqlite3 shell",
  .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
struct ForeignConnectionTests {
  private static func query(
    _ sql: String, _ options: [String] = [], in folder: ScratchFolder
  ) throws -> CommandRun {
    try RunningCommand(
      options + ["leasebook.db", sql], of: PackageFolder.program("sqlite3"), in: folder.url
    ).finished()
  }

  private static let tables: [String] = {
    guard let folder = try? ScratchFolder.withSampleLedger() else { return [] }
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    return (try? query(sql, in: folder))?.lines ?? []
  }()

  @Test("the tables were found")
  func tablesAreFound() {
    #expect(Set(Self.tables).isSuperset(of: ["entry", "field", "document", "dealVersion"]))
  }

  @Test("no row of any table can be replaced, changed or deleted", arguments: tables)
  func refused(_ table: String) throws {
    let folder = try ScratchFolder.withSampleLedger()
    let before = try Self.query("SELECT count(*) FROM \(table)", in: folder).output
    guard before != "0\n" else { return }
    let bytes = try folder.bytes(of: "leasebook.db")
    let column = try #require(
      Self.query("SELECT name FROM pragma_table_info('\(table)') LIMIT 1", in: folder).lines.first)
    for sql in [
      "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table) LIMIT 1",
      "REPLACE INTO \(table) SELECT * FROM \(table)",
      "UPDATE \(table) SET \(column) = \(column)",
      "UPDATE OR IGNORE \(table) SET \(column) = NULL",
      "DELETE FROM \(table)",
    ] {
      let run = try Self.query(sql, in: folder)
      #expect(run.status != 0, "\(sql) was let through")
      // Setting a key to NULL fails before a trigger is asked.
      let reasons = ["never", "sealed", "NOT NULL", "datatype mismatch"]
      #expect(reasons.contains { run.errors.contains($0) }, "\(run.errors)")
    }
    #expect(try folder.bytes(of: "leasebook.db") == bytes)
  }

  @Test("the rent roll has one line a deal, in the users' words")
  func rentRoll() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let table = try CSVTable(
      Self.query("SELECT * FROM rentRoll", ["-header", "-csv"], in: folder).output
        .replacing("\r\n", with: "\n"))
    #expect(Set(try table.column("deal")) == SampleBookTests.deals)
    #expect(table.rows.count == SampleBookTests.deals.count)
    let words = ["landlord", "tenant", "site", "status", "criticalITMegawatts", "contractValue"]
    #expect(Set(table.columns).isSuperset(of: words))
    let riverBend = try table.row(where: "deal", is: "hut8-river-bend")
    #expect(riverBend["landlord"] == "Hut 8 Corp." && riverBend["tenant"] == "Fluidstack")
    #expect(riverBend["criticalITMegawatts"] == "245.0")
    #expect(riverBend["contractValue"] == "7000000000.0")
    #expect(riverBend["firstYearRatePerKWMonth"] == "128.0157")
    #expect(riverBend["firstYearRateBasis"] == "solved")
  }

  @Test("the rent roll and the command give the same posted contract value of every deal")
  func contractValues() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let sql = "SELECT deal, printf('%.2f', totalContractValue) AS amount FROM rentRoll "
    let roll = try CSVTable(
      Self.query(sql + "WHERE totalContractValue > 0", ["-header", "-csv"], in: folder).output
        .replacing("\r\n", with: "\n"))
    let stored = try roll.cents { $0["deal"] ?? "" }
    let projected = try SampleBook.ask(
      "project", "--by", "total", "--group-by", "deal,charge", "--format", "csv"
    ).table.cents { $0["charge"] == "base-rent" ? $0["deal"] ?? "" : "" }
    #expect(projected.count > 20)
    for (deal, cents) in projected where !deal.isEmpty {
      #expect(stored[deal] == cents, "\(deal)")
    }
  }

  @Test("the history of a deal is a view")
  func dealHistory() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let sql = "SELECT count(*) FROM dealHistory WHERE deal = 'cipher-barber-lake'"
    #expect(try Self.query(sql, in: folder).output == "4\n")
  }
}
