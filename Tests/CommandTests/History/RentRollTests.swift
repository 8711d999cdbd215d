import Foundation
import Testing

/// Rent rolls through the command; the figures are those of samples/rent-roll.
@Suite("Importing a rent roll")
struct RentRollTests {
  private static let folderName = "samples/rent-roll"
  private static let arguments = [
    "import", "\(folderName)/rent-roll.csv", "--map", "\(folderName)/map.yaml",
  ]

  private static func file(_ name: String) throws -> String {
    try String(
      contentsOf: PackageFolder.samples.appending(path: "rent-roll/\(name)"), encoding: .utf8)
  }

  /// A folder with an empty ledger, the table and the map, each changed.
  private static func folder(
    table: (String) -> String = { $0 }, map: (String) -> String = { $0 }
  ) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.write(table(file("rent-roll.csv")), to: "roll.csv")
    try folder.write(map(file("map.yaml")), to: "map.yaml")
    return folder
  }

  private static let ours = ["import", "roll.csv", "--map", "map.yaml"]

  @Test("makes a deal of each row, and parties and sites of the names")
  func recorded() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    let run = try folder.run(Self.arguments)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    // Three leases, a landlord, two tenants and a site.
    #expect(run.output.contains("the ledger now has 7 entries\n"))
    let table = try folder.succeed("list", "--format", "csv").table
    #expect(try table.column("deal") == ["prairie-a-101", "prairie-a-102", "prairie-b-201"])
    #expect(try table.column("critical_it_mw") == ["12", "4.5", "20"])
    // 12,000 kW at 118.50 USD/kW-month; the first anniversary, at 2.5 %, is on 2025-07-01.
    let rent = try folder.succeed(
      "project", "prairie-a-101", "--by", "month", "--format", "csv"
    ).table.rows.filter { $0["charge"] == "base-rent" }
    #expect(rent.first?["period_start"] == "2024-07-01" && rent.first?["amount"] == "1422000.00")
    #expect(rent[12]["amount"] == "1457550.00")
    try folder.succeed("verify")
  }

  @Test("changes nothing a second time, and adds a new row alone")
  func idempotent() throws {
    let folder = try Self.folder()
    try folder.succeed("import", "roll.csv", "--map", "map.yaml")
    let before = try folder.bytes(of: "leasebook.db")
    let again = try folder.run(Self.ours)
    #expect(again.status == 0)
    #expect(again.output.hasSuffix("nothing to record\n"))
    #expect(try folder.bytes(of: "leasebook.db") == before)
    // Rows in another order, and one more.
    let lines = try Self.file("rent-roll.csv").split(separator: "\n").map(String.init)
    let further = "C-301,Hall C,Meadow Cloud,Prairie campus,8,2026-06-01,10,119,2.5,94,"
    try folder.write(
      ([lines[0], further] + lines.dropFirst().reversed()).map { $0 + "\n" }.joined(),
      to: "roll.csv")
    let more = try folder.succeed("import", "roll.csv", "--map", "map.yaml")
    #expect(more.output.contains("recorded prairie-c-301, new (entry 8)\n"))
    #expect(more.output.contains("the ledger now has 8 entries\n"))
  }

  @Test("records nothing in a dry run, and says what it would")
  func dryRun() throws {
    let folder = try Self.folder()
    let before = try folder.bytes(of: "leasebook.db")
    let run = try folder.succeed("import", "roll.csv", "--map", "map.yaml", "--dry-run")
    #expect(run.lines.filter { $0.hasPrefix("would record deal ") }.count == 3)
    #expect(run.lines.filter { $0.hasPrefix("would record party ") }.count == 3)
    #expect(run.lines.last == "roll.csv: no fault; nothing was recorded")
    #expect(try folder.bytes(of: "leasebook.db") == before)
    try folder.succeed("import", "roll.csv", "--map", "map.yaml")
    let again = try folder.succeed(
      "import", "roll.csv", "--map", "map.yaml", "--dry-run", "--format", "csv")
    #expect(try again.table.column("status") == Array(repeating: "already recorded", count: 3))
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// In the table, or in the map where `isOfMap`.
    let old: String
    let new: String
    var isOfMap = false
    let code: String
    /// Where it is told.
    let place: String

    init(
      _ name: String, _ old: String, _ new: String, ofMap: Bool = false, _ code: String,
      _ place: String
    ) {
      testDescription = name
      self.old = old
      self.new = new
      isOfMap = ofMap
      self.code = code
      self.place = place
    }
  }

  /// The second row of the table, line 3, is A-102; the third, line 4, B-201.
  static let faults = [
    Fault(
      "a figure that is none", "4.5,2025-01-01", "four,2025-01-01", "figure.not-a-number",
      "roll.csv:3:48"),
    Fault(
      "a day that does not exist", "2026-03-01", "2026-02-30", "date.nonexistent", "roll.csv:4:52"),
    Fault("a row that is too short", "94,J. Doe\nB", "94\nB", "rentroll.row-length", "roll.csv:3"),
    Fault("a row without a name", "A-102,", ",", "rentroll.id-missing", "roll.csv:3"),
    Fault("a lease twice", "A-102,", "A-101,", "rentroll.id-doubled", "roll.csv:3:1"),
    Fault(
      "a column that nobody maps", "Contact", "Remark", "rentroll.column-unmapped", "roll.csv:1:66"),
    Fault(
      "a missing column", "Lease,Building", "Lease,House", "rentroll.column-missing", "map.yaml:7"),
    Fault(
      "a column twice", "Margin,Contact", "Margin,Rate", "rentroll.column-doubled", "roll.csv:1:66"),
    Fault("no rows", "", "", "rentroll.table-empty", "roll.csv:1"),
    Fault(
      "a quote that is open", "\"Sandhill AI, Inc.\"", "\"Sandhill AI", "series.quote-open",
      "roll.csv:4:14"),
    Fault(
      "an unknown key", "ignore:", "ignored:", ofMap: true, "rentroll.key-unknown", "map.yaml:25:1"),
    Fault(
      "an unknown field", "terms.rent.rate", "terms.rent.rates", ofMap: true, "field.unknown",
      "roll.csv:2"),
    Fault(
      "a path of a list", "terms.rent.rate", "'terms.halls[1].rate'", ofMap: true,
      "rentroll.path-malformed", "map.yaml:13"),
    Fault(
      "a path twice", "Building: name", "Building: terms.tenant", ofMap: true,
      "rentroll.path-doubled", "map.yaml:8"),
    Fault(
      "no day of announcement", "  announced: 2026-11-20\n", "", ofMap: true,
      "rentroll.key-missing", "map.yaml:6"),
    Fault(
      "no source", "source: {id: rent-roll, kind: release, date: 2026-11-20}", "", ofMap: true,
      "rentroll.key-missing", "map.yaml:2"),
    Fault("YAML that is none", "columns:", "columns: [", ofMap: true, "yaml.syntax", "map.yaml"),
  ]

  @Test("is refused at the row or the line of the map, and nothing is recorded", arguments: faults)
  func refused(_ fault: Fault) throws {
    let change: (String) -> String = { text in
      fault.old.isEmpty
        ? String(text.prefix { $0 != "\n" }) + "\n" : text.replacing(fault.old, with: fault.new)
    }
    let folder = try fault.isOfMap ? Self.folder(map: change) : Self.folder(table: change)
    let before = try folder.bytes(of: "leasebook.db")
    for further in [[], ["--dry-run"]] {
      let run = try folder.run(Self.ours + further)
      #expect(run.status == 65, "\(run.errors)")
      #expect(CommandRun.codes(in: run.errors).contains(fault.code), "\(run.errors)")
      #expect(run.errors.hasPrefix(fault.place), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(try folder.bytes(of: "leasebook.db") == before)
  }

  @Test("tells every fault of every row at once")
  func all() throws {
    let folder = try Self.folder(table: {
      $0.replacing("4.5,2025-01-01", with: "four,2025-01-01").replacing(",15,125.25", with: ",15,x")
    })
    let run = try folder.run(Self.ours)
    #expect(run.errors.contains("roll.csv:3:") && run.errors.contains("roll.csv:4:"))
    #expect(CommandRun.codes(in: run.errors).count == 2, "\(run.errors)")
    // A row that is too short, and one that has no name, beside values that are none.
    let shapes = try Self.folder(table: {
      $0.replacing("94,J. Doe\nB", with: "94\nB").replacing(",15,125.25", with: ",15,x")
        + ",Hall C,Meadow Cloud,Prairie campus,8,2026-06-01,10,119,2.5,94,\n"
    })
    let mixed = try shapes.run(Self.ours)
    #expect(
      CommandRun.codes(in: mixed.errors) == [
        "rentroll.row-length", "figure.not-a-number", "rentroll.id-missing",
      ], "\(mixed.errors)")
  }

  @Test("takes a unit that a cell says itself for the map's")
  func units() throws {
    let folder = try Self.folder(table: { $0.replacing(",2.5,", with: ",2.5%,") })
    try folder.succeed("import", "roll.csv", "--map", "map.yaml")
    let rent = try folder.succeed(
      "project", "prairie-a-101", "--by", "month", "--format", "csv"
    ).table.rows.filter { $0["charge"] == "base-rent" }
    // 1,422,000.00 a month, and 2.5 % more a year later.
    #expect(rent[12]["amount"] == "1457550.00")
  }

  @Test("refuses a row that says otherwise than the ledger: a correction puts it right")
  func changed() throws {
    let folder = try Self.folder()
    try folder.succeed("import", "roll.csv", "--map", "map.yaml")
    try folder.write(
      Self.file("rent-roll.csv").replacing("118.50", with: "119.50"), to: "roll.csv")
    let run = try folder.run(Self.ours)
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("roll.csv:2:1: error["), "\(run.errors)")
    #expect(run.errors.contains("prairie-a-101"))
  }

  @Test("takes --dry-run with a map alone")
  func usage() throws {
    let folder = try Self.folder()
    #expect(try folder.run("import", "out", "--dry-run").status == 64)
  }
}
