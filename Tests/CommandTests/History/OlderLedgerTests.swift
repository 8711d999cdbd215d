import Foundation
import Testing

/// Ledgers of released schemas, opened by the command; the fixtures are those of the store's tests.
@Suite(
  "A ledger of an older schema",
  .enabled(if: PackageFolder.program("sqlite3") != nil, "the sqlite3 shell is not installed"))
struct OlderLedgerTests {
  @Test("is copied beside itself and brought up to date, and standard error says so, once")
  func migrated() throws {
    let folder = try ScratchFolder()
    try Self.load("schema-4", into: folder)
    let before = try folder.bytes(of: "leasebook.db")
    let first = try folder.run("list", "--format", "csv")
    #expect(first.status == 0)
    #expect(first.errors.hasPrefix("leasebook.db: brought from schema 4 to "))
    #expect(first.errors.hasSuffix("; a copy from before is leasebook.db.schema-4\n"))
    #expect(try first.table.rows.count == 1)
    // Page for page the same: no write came between.
    #expect(try folder.bytes(of: "leasebook.db.schema-4").count == before.count)
    let second = try folder.succeed("list", "--format", "csv")
    #expect(second.output == first.output)
    #expect(try folder.names == ["leasebook.db", "leasebook.db.schema-4", "samples"])
    // The head of the fixture, as the program that wrote it printed it.
    try folder.succeed(
      "verify", "--head", "d48a0e338800ee4f0de575967f3e7b346df56c4bb887990a6f5395321242020d")
    // A deal and its site have one id: the history is the deal's.
    let history = try folder.succeed("history", "river-bend", "--format", "csv").table
    #expect(try history.column("change") == ["original", "amendment"])
  }

  private static func load(_ fixture: String, into folder: ScratchFolder) throws {
    let file = PackageFolder.root.appending(path: "Tests/LedgerStoreTests/Fixtures/\(fixture).sql")
    let made = try RunningCommand(
      ["leasebook.db", ".read '\(file.path)'"], of: PackageFolder.program("sqlite3"),
      in: folder.url
    ).finished()
    #expect(made.status == 0, "\(made.errors)")
  }

  @Test(
    "is sound with the invoices, the interest and the true-ups of its time",
    arguments: ["schema-6", "schema-9"])
  func books(_ fixture: String) throws {
    let folder = try ScratchFolder()
    try Self.load(fixture, into: folder)
    #expect(try folder.run("list").status == 0)
    try folder.succeed("verify")
  }

  @Test("tells what the program of its time made by other rules, which is no fault")
  func olderRules() throws {
    let folder = try ScratchFolder()
    try Self.load("schema-9", into: folder)
    #expect(try folder.run("list").status == 0)
    let listing = try folder.succeed("verify", "--format", "csv").table
    #expect(try Set(listing.column("kind")) == ["verify.older-rules"])
    // Interest by the rule of an amendment, on days before that: entries 23 and 26.
    #expect(try Set(listing.column("entry")) == ["15", "23", "26"])
    #expect(try listing.column("problem").allSatisfy { $0.hasSuffix("; leasebook 0.1.0 made it") })
    // The same difference in a document of this program is a fault.
    let sql = """
      DROP TRIGGER recordingIsNotUpdated;
      UPDATE recording SET program = 'leasebook 0.2.0';
      """
    let made = try RunningCommand(
      ["leasebook.db", sql], of: PackageFolder.program("sqlite3"), in: folder.url
    ).finished()
    #expect(made.status == 0)
    let answer = try folder.run("verify", "--format", "csv")
    #expect(answer.status == 1)
    #expect(try answer.table.column("kind").contains("verify.derived"))
  }
}
