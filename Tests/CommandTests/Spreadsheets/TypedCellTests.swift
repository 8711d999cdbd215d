import Foundation
import Testing

/// What people read in workbooks: days as days, percentages as fractions, names whole.
@Suite("Cells of workbooks", .enabled(if: ReadWorkbook.isPossible, "python3 has no openpyxl"))
struct TypedCellTests {
  private static func workbook(_ line: String) throws -> ReadWorkbook {
    let folder = try ScratchFolder.withSampleLedger()
    let words = line.split(separator: " ").map(String.init)
    let run = try folder.run(words + ["--format", "xlsx", "--output", "out.xlsx"])
    try #require(run.status == 0, "\(run.errors)")
    return try ReadWorkbook.reading("out.xlsx", in: folder)
  }

  private static let valued = "value hut8-river-bend --rate 8% --on 2026-01-01"

  struct Example: CustomTestStringConvertible, Sendable {
    let line: String
    let sheet: String
    /// The first heading, and the heading of the cell.
    let first, heading: String
    /// The first cell of the row; `nil` of the first row.
    var row: String?
    let kind: String
    let value: ReadWorkbook.Scalar
    let format: String

    var testDescription: String { "\(line): \(sheet), \(heading)" }
  }

  static let examples = [
    // The first day of samples/series/ust-curve-2026-q2.csv.
    Example(
      line: "series ust-curve-2026-q2", sheet: "Curve", first: "Date", heading: "Date",
      kind: "date", value: .text("2026-04-01"), format: "yyyy-mm-dd"),
    Example(
      line: "series ust-curve-2026-q2", sheet: "Data", first: "date", heading: "date",
      kind: "date", value: .text("2026-04-01"), format: "yyyy-mm-dd"),
    // As the deal's file has it.
    Example(
      line: "list", sheet: "Deals", first: "Deal", heading: "Announced", row: "hut8-river-bend",
      kind: "date", value: .text("2025-12-17"), format: "yyyy-mm-dd"),
    Example(
      line: "list", sheet: "Data", first: "deal", heading: "announced", row: "hut8-river-bend",
      kind: "date", value: .text("2025-12-17"), format: "yyyy-mm-dd"),
    Example(
      line: "project hut8-river-bend --from 2028-01-01", sheet: "Cash flows", first: "Period",
      heading: "Period", kind: "number", value: .number(2028), format: "0"),
    Example(
      line: "project hut8-river-bend --bridge --from 2028-01-01", sheet: "Rent to NOI",
      first: "Period", heading: "Period", kind: "number", value: .number(2028), format: "0"),
    Example(
      line: "\(valued) --vary rate=7%..9%/1%", sheet: "Grid of hut8-river-bend", first: "rate",
      heading: "rate", kind: "number", value: .number(0.07), format: "0%;[Red]-0%"),
    Example(
      line: "\(valued) --vary rate=7%..9%/0.5% --vary delay=0..6mo/3mo",
      sheet: "Grid of hut8-river-bend", first: "rate", heading: "rate", kind: "number",
      value: .number(0.07), format: "0.0%;[Red]-0.0%"),
    Example(
      line: "\(valued) --vary delay=3mo..6mo/3mo", sheet: "Grid of hut8-river-bend",
      first: "delay, months", heading: "delay, months", kind: "number", value: .number(3),
      format: "#,##0;[Red]-#,##0"),
    // A point less than 8 %; three months before the day that the deal's file assumes.
    Example(
      line: "\(valued) --tornado", sheet: "Tornado of hut8-river-bend", first: "Assumption",
      heading: "Moved down to", row: "rate", kind: "number", value: .number(0.07),
      format: "0%;[Red]-0%"),
    Example(
      line: "\(valued) --tornado", sheet: "Tornado of hut8-river-bend", first: "Assumption",
      heading: "Moved down to", row: "halls[hall 1].readyForService", kind: "date",
      value: .text("2027-03-30"), format: "yyyy-mm-dd"),
    Example(
      line: "\(valued) --solve irr=14% --for capitalCost", sheet: "Solutions for hut8-river-bend",
      first: "what", heading: "Unlevered IRR", row: "solution", kind: "number",
      value: .number(0.14), format: "0.00%;[Red]-0.00%"),
    Example(
      line: "history cipher-barber-lake", sheet: "Versions", first: "label", heading: "Value",
      row: "effective", kind: "date", value: .text("2025-09-25"), format: "yyyy-mm-dd"),
  ]

  @Test("are days, fractions and years where these are meant", arguments: examples)
  func kinds(_ example: Example) throws {
    let sheet = try Self.workbook(example.line).sheet(example.sheet)
    // A table whose first column needs no heading is known by its second.
    let heading = try #require(
      sheet.rows.firstIndex { row in row.contains { $0.value?.text == example.heading } })
    let column = try #require(
      sheet.rows[heading].firstIndex { $0.value?.text == example.heading })
    let rows = sheet.rows[(heading + 1)...]
    let row = try #require(
      example.row.map { name in rows.first { $0[0].value?.text == name } } ?? rows.first)
    let cell = row[column]
    #expect(cell.kind == example.kind && cell.format == example.format)
    if case .number(let number) = example.value {
      #expect(abs((cell.value?.number ?? .infinity) - number) < 1e-9)
    } else {
      #expect(cell.value == example.value)
    }
  }

  /// Of samples/parties.yaml; text cuts them.
  static let longNames = [
    ("list", "Unnamed (Applied Digital, second hyperscaler)"),
    ("compare --by deal", "Unnamed (Applied Digital, second hyperscaler)"),
  ]

  @Test("hold long names whole, as Markdown does", arguments: longNames)
  func names(_ line: String, _ name: String) throws {
    let texts = try Self.workbook(line).sheets.flatMap { sheet in
      sheet.rows.flatMap { $0.compactMap { $0.value?.text } }
    }
    #expect(texts.contains(name))
    #expect(!texts.contains { $0.contains("…") })
    let words = line.split(separator: " ").map(String.init)
    let markdown = try SampleBook.ask(words + ["--format", "markdown"]).output
    #expect(markdown.contains(name) && !markdown.contains("…"))
  }

  @Test("have the columns of the widest text in Markdown too", arguments: ["list", "series"])
  func columns(_ line: String) throws {
    let sheet = try #require(try Self.workbook(line).sheets.first)
    let heading = try #require(sheet.rows.first { $0.count > 1 && $0[1].value != nil })
    let names = heading.compactMap { $0.value?.text }
    let markdown = try SampleBook.ask([line, "--format", "markdown"]).lines
    let cells = try #require(markdown.first { $0.hasPrefix("|") }).split(separator: "|")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    #expect(cells == names)
  }
}
