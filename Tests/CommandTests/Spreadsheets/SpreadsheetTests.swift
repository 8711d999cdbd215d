import Foundation
import Testing

/// Listings as workbooks, as a reader that shares no code with us finds them.
@Suite("Workbooks", .enabled(if: ReadWorkbook.isPossible, "python3 has no openpyxl"))
struct SpreadsheetTests {
  struct Listing: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let sheets: [String]
    /// Columns whose cells are numbers of money.
    let amounts: Set<String>
    let dates: Set<String>

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let listings = [
    Listing(
      arguments: ["project", "hut8-river-bend"], sheets: ["Cash flows", "Data", "Notes"],
      amounts: ["amount"], dates: ["period_start", "period_end"]),
    Listing(
      arguments: ["project", "hut8-river-bend", "--bridge"],
      sheets: ["Rent to NOI", "Cost lines", "Data", "Notes"], amounts: ["amount"],
      dates: ["period_start", "period_end"]),
    Listing(
      arguments: ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"],
      sheets: ["Value", "By charge", "Flows", "Data", "Notes"], amounts: ["present_value", "dv01"],
      dates: ["valuation_date", "payback_date"]),
    Listing(
      arguments: ["compare", "--by", "landlord", "--on", "2026-10-01", "--rate", "8%"],
      sheets: ["Comparison", "Kept apart", "Deals", "Definitions", "Data", "Notes"],
      amounts: ["stated_contract_value", "noi"], dates: ["first_commencement"]),
    Listing(
      arguments: ["rent-roll", "--on", "2028-06-30"], sheets: ["Rent roll", "Data", "Notes"],
      amounts: ["rent_month"], dates: ["commencement", "last_day", "next_step"]),
    Listing(
      arguments: ["list"], sheets: ["Deals", "Data", "Notes"],
      amounts: ["stated_contract_value"], dates: []),
  ]

  /// Asks for a workbook of the samples.
  private static func workbook(_ arguments: [String]) throws -> (ReadWorkbook, ScratchFolder) {
    let folder = try ScratchFolder.withSampleLedger()
    let run = try folder.run(arguments + ["--format", "xlsx", "--output", "out.xlsx"])
    try #require(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
    return (try ReadWorkbook.reading("out.xlsx", in: folder), folder)
  }

  @Test("hold a sheet a table, then the rows of CSV, then the notes", arguments: listings)
  func sheets(_ listing: Listing) throws {
    let (workbook, _) = try Self.workbook(listing.arguments)
    #expect(workbook.sheets.map(\.name) == listing.sheets)
    // Every sheet prints on pages as wide as it, sideways.
    #expect(workbook.sheets.allSatisfy { $0.landscape == "landscape" && $0.fit })
  }

  @Test("hold every cell of CSV, as a number or a date where it is one", arguments: listings)
  func data(_ listing: Listing) throws {
    let (workbook, _) = try Self.workbook(listing.arguments)
    let table = try SampleBook.ask(listing.arguments + ["--format", "csv"]).table
    let sheet = try workbook.sheet("Data")
    #expect(sheet.rows[0].map { $0.value?.text } == table.columns)
    #expect(sheet.rows.count == table.rows.count + 1)
    #expect(sheet.frozen?.hasSuffix("2") == true && sheet.filter != nil && sheet.titles == "$1:$1")
    for (row, expected) in zip(sheet.rows.dropFirst(), table.rows) {
      for (column, cell) in zip(table.columns, row) {
        try check(cell, is: try #require(expected[column]), column, listing)
      }
    }
  }

  private func check(
    _ cell: ReadWorkbook.Cell, is expected: String, _ column: String, _ listing: Listing
  ) throws {
    guard !expected.isEmpty else {
      #expect(cell.value == nil || cell.value == .text(""), "\(column)")
      return
    }
    switch cell.kind {
    case "number":
      // The nearest number of 53 bits to the digits of CSV.
      #expect(cell.value?.number == Double(expected), "\(column)")
    case "date":
      #expect(cell.value?.text == expected, "\(column)")
      #expect(cell.format == "yyyy-mm-dd")
    default:
      #expect(cell.kind == "text" && cell.value?.text == expected, "\(column): \(cell.kind)")
      #expect(!listing.amounts.contains(column) && !listing.dates.contains(column), "\(column)")
    }
    if listing.amounts.contains(column) {
      #expect(cell.kind == "number" && cell.format.hasPrefix("#,##0.00"), "\(column)")
    }
    if listing.dates.contains(column) { #expect(cell.kind == "date", "\(column)") }
  }

  @Test("show people full cents that sum to the total below them")
  func grid() throws {
    let (workbook, _) = try Self.workbook(["project", "hut8-river-bend"])
    let sheet = try workbook.sheet("Cash flows")
    let heading = try sheet.heading(beginningWith: "Period")
    #expect(sheet.frozen == "B\(heading + 2)" && sheet.titles == "$\(heading + 1):$\(heading + 1)")
    let rows = sheet.table(below: heading)
    let cents = { (row: [String: ReadWorkbook.Cell]) in
      Int(((row["Base rent"]?.value?.number ?? 0) * 100).rounded())
    }
    let total = try #require(rows.last { $0["Period"]?.value?.text == "Total" })
    #expect(cents(total) == rows.dropLast().reduce(0) { $0 + cents($1) })
    let posted = try SampleBook.ask("project", "hut8-river-bend", "--format", "csv").table
      .cents { $0["charge"] ?? "" }
    #expect(cents(total) == posted["base-rent"])
    #expect(total["Base rent"]?.format == "#,##0.00;[Red]-#,##0.00")
  }

  @Test("say in the notes what was asked, of which ledger, by which rules and sources")
  func notes() throws {
    let arguments = ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"]
    let (workbook, folder) = try Self.workbook(arguments)
    let texts = try workbook.sheet("Notes").rows.flatMap { $0.compactMap { $0.value?.text } }
    #expect(texts.contains("leasebook value hut8-river-bend --rate 8% --on 2026-01-01"))
    let head = try folder.run("verify", "--format", "json").object
    let hash = try #require(head["head"] as? String)
    #expect(texts.contains { $0.contains(hash) })
    #expect(texts.contains { $0.contains("8 % effective annual, convention actual365") })
    #expect(texts.contains { $0.contains("000110465925122052") }, "the filing behind the deal")
  }

  @Test("are the same bytes for the same question, wherever they go and whenever it is asked")
  func bytes() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let question = ["compare", "--by", "tenant", "--format", "xlsx"]
    let first = try folder.run(
      question + ["--output", "a.xlsx"], environment: ["LEASEBOOK_NOW": "2026-01-01T00:00:00Z"])
    #expect(first.status == 0)
    let second = try folder.run(question, environment: ["TZ": "Asia/Tokyo"])
    #expect(try folder.bytes(of: "a.xlsx") == second.outputBytes)
    #expect(try ReadWorkbook.reading("a.xlsx", in: folder).created == "2000-01-01")
  }

  @Test("keep what looks like a formula as words", arguments: ["=1+1", "+cmd|' /C calc'!A0", "@x"])
  func injection(_ name: String) throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples")
    let quoted = name.replacingOccurrences(of: "'", with: "''")
    try folder.write(
      """
      deal: plain-deal
      name: '\(quoted)'
      announced: 2026-01-05
      source: us
      terms:
        landlord: hut-8
        tenant: fluidstack
        contract: {kind: lease}
        criticalIT: 10 MW
      sources:
        us: {kind: press, title: '\(quoted)'}
      """, to: "plain.yaml")
    try folder.succeed("record", "plain.yaml")
    try folder.succeed("history", "plain-deal", "--format", "xlsx", "--output", "out.xlsx")
    let workbook = try ReadWorkbook.reading("out.xlsx", in: folder)
    let cells = workbook.sheets.flatMap { $0.rows.flatMap(\.self) }
    #expect(cells.allSatisfy { $0.kind != "formula" && $0.kind != "error" })
    #expect(cells.contains { $0.kind == "text" && $0.value?.text?.contains(name) == true })
  }
}
