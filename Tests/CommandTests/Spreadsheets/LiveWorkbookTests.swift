import Foundation
import Testing

/// Workbooks with live formulas, reckoned anew by LibreOffice.
@Suite(
  "Live workbooks",
  .enabled(if: ReadWorkbook.isPossible, "python3 has no openpyxl"),
  .enabled(if: Recalculation.isPossible, "there is no soffice"))
struct LiveWorkbookTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let deal: String
    let projectionCase: String
    /// What is particular to it.
    let kind: String
    /// Whether the deal is a template, which is recorded for the test.
    var template: String?

    var testDescription: String { "\(deal), \(projectionCase), \(kind)" }
  }

  static let examples = [
    Example(
      deal: "hut8-river-bend", projectionCase: "base",
      kind: "contract value, two halls, part months, an escalator, a margin"),
    Example(
      deal: "hut8-river-bend", projectionCase: "expected",
      kind: "renewals of three probabilities, in months that they share"),
    Example(deal: "terawulf-abernathy", projectionCase: "base", kind: "25 years"),
    Example(deal: "corescientific-coreweave-200mw", projectionCase: "full", kind: "renewals"),
    Example(deal: "cipher-barber-lake", projectionCase: "base", kind: "halls that end together"),
    Example(deal: "iren-microsoft", projectionCase: "base", kind: "a prepayment"),
    Example(deal: "galaxy-helios-1", projectionCase: "base", kind: "one hall"),
    Example(
      deal: "template-triple-net", projectionCase: "base", kind: "free rent, a deposit",
      template: "triple-net-build-to-suit"),
    Example(
      deal: "template-cpi-linked", projectionCase: "base", kind: "an index",
      template: "cpi-linked"),
    Example(
      deal: "template-modified-gross", projectionCase: "base", kind: "recoveries above a base",
      template: "modified-gross"),
  ]

  private static let valuation = ["--rate", "8%", "--on", "2026-01-01"]

  /// The deal's live workbook in a folder of its own.
  private static func made(_ example: Example) throws -> ScratchFolder {
    let folder = try ScratchFolder.withSampleLedger()
    if let template = example.template {
      let run = try folder.run("record", "samples/templates/\(template).yaml")
      try #require(run.status == 0, "\(run.errors)")
    }
    let run = try folder.run(
      ["project", example.deal, "--case", example.projectionCase, "--format", "xlsx", "--live"]
        + valuation + ["--output", "live.xlsx"])
    try #require(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return folder
  }

  private static func cents(_ cell: ReadWorkbook.Cell?) throws -> Int {
    let number = try #require(cell?.value?.number, "a cell has a number")
    return Int((number * 100).rounded())
  }

  /// What each row of a sheet says of itself.
  private static func verdicts(_ workbook: ReadWorkbook) -> [String] {
    workbook.sheets.flatMap { $0.rows.flatMap(\.self) }
      .compactMap { $0.value?.text }.filter { $0 == "equal" || $0 == "differs" }
  }

  @Test("come to every posted month, year and present value", arguments: examples)
  func equality(_ example: Example) throws {
    let folder = try Self.made(example)
    let file = try Recalculation.recalculated("live.xlsx", in: folder)
    let workbook = try ReadWorkbook.reading(file, in: folder)
    let verdicts = Self.verdicts(workbook)
    #expect(verdicts.count > 50 && verdicts.allSatisfy { $0 == "equal" })
    let errors = workbook.sheets.flatMap { $0.rows.flatMap(\.self) }.filter { $0.kind == "error" }
    #expect(errors.isEmpty)
    let question = ["project", example.deal, "--case", example.projectionCase, "--format", "csv"]
    try expectMonths(
      workbook, try folder.run(question + ["--by", "month", "--group-by", "hall,charge"]))
    try expectYears(workbook, try folder.run(question))
    let value = try folder.run(
      ["value", example.deal, "--case", example.projectionCase, "--format", "json"]
        + Self.valuation
    ).object
    let sheet = try workbook.sheet("Value")
    let total = try #require(sheet.rows.first { $0[0].value?.text == "Total" })
    #expect(try Self.cents(total[3]) == Cents.reading(value["present_value"]))
    #expect(try Self.cents(total[2]) == Cents.reading(value["past_flows"]))
  }

  /// Every month of the sheet is as the projection's, and every month of rent is in the sheet.
  private func expectMonths(_ workbook: ReadWorkbook, _ run: CommandRun) throws {
    var posted: [String: Int] = [:]
    for row in try run.table.rows {
      let key = [row["hall"], row["charge"], row["period_start"]].map { $0 ?? "" }
      posted[key.joined(separator: "|"), default: 0] += try Cents.reading(row["amount"] ?? "")
    }
    let sheet = try workbook.sheet("Months")
    var found = 0
    for row in sheet.table(below: try sheet.heading(beginningWith: "Hall")) {
      let key = ["Hall", "Charge", "Month"].map { row[$0]?.value?.text ?? "" }
        .joined(separator: "|")
      #expect(try Self.cents(row["Rent"]) == posted[key] ?? 0, "\(key)")
      if posted[key] != nil { found += 1 }
    }
    let base = posted.keys.filter { $0.contains("|base-rent|") }
    #expect(found >= base.count)
  }

  private func expectYears(_ workbook: ReadWorkbook, _ run: CommandRun) throws {
    let sheet = try workbook.sheet("Years")
    let rows = sheet.table(below: try sheet.heading(beginningWith: "Year"))
    let posted = try run.table.cents { String(($0["period_start"] ?? "").prefix(4)) }
    for (year, cents) in posted {
      let row = try #require(rows.first { $0["Year"]?.value?.number == Double(year) }, "\(year)")
      #expect(try Self.cents(row["Net cash"]) == cents, "\(year)")
    }
  }

  @Test("show the same to who does not calculate")
  func shown() throws {
    let folder = try Self.made(Self.examples[1])
    let before = try ReadWorkbook.reading("live.xlsx", in: folder)
    let file = try Recalculation.recalculated("live.xlsx", in: folder)
    let after = try ReadWorkbook.reading(file, in: folder)
    for (old, new) in zip(before.sheets, after.sheets) where old.name != "Notes" {
      for (oldRow, newRow) in zip(old.rows, new.rows) {
        for (oldCell, newCell) in zip(oldRow, newRow) where oldCell.kind == "formula" {
          guard let number = oldCell.value?.number else {
            #expect(oldCell.value == newCell.value, "\(old.name): \(oldCell.formula ?? "")")
            continue
          }
          let other = try #require(newCell.value?.number, "\(old.name): \(oldCell.formula ?? "")")
          // The last of fifteen digits.
          #expect(abs(number - other) <= max(abs(number), 1) * 1e-13)
        }
      }
    }
  }

  @Test(
    "follow an input that is changed, and say that the amounts are others",
    arguments: [
      ("Escalator, all halls", 0.04), ("Contract value", 7.1e9), ("Discount rate", 0.09),
      ("Operating margin", 0.9), ("Payment days", 30),
    ])
  func change(_ label: String, _ number: Double) throws {
    let folder = try Self.made(Self.examples[0])
    let inputs = try ReadWorkbook.reading("live.xlsx", in: folder).sheet("Inputs")
    let row = try #require(inputs.rows.firstIndex { $0.first?.value?.text == label })
    try ReadWorkbook.changing(
      "live.xlsx", in: folder, "Inputs", "B\(row + 1)", to: number, as: "changed.xlsx")
    let file = try Recalculation.recalculated("changed.xlsx", in: folder)
    let workbook = try ReadWorkbook.reading(file, in: folder)
    #expect(Self.verdicts(workbook).contains("differs"))
    // The cell beside "Every check", which each sheet shows at its top.
    let every = workbook.sheets.dropLast().map { sheet in
      sheet.rows[1].compactMap { $0.value?.text }.first { $0 == "equal" || $0 == "differs" }
    }
    #expect(every.allSatisfy { $0 == "differs" })
  }

  /// The workbook with inputs that are changed, by sheet Inputs' cells, reckoned anew.
  private static func changed(_ cells: [(String, Double)]) throws -> (ReadWorkbook, ScratchFolder) {
    let folder = try made(examples[0])
    for (cell, number) in cells {
      try ReadWorkbook.changing(
        "live.xlsx", in: folder, "Inputs", cell, to: number, as: "live.xlsx")
    }
    let file = try Recalculation.recalculated("live.xlsx", in: folder)
    return (try ReadWorkbook.reading(file, in: folder), folder)
  }

  @Test("give what leasebook gives where a margin is another")
  func otherMargin() throws {
    let inputs = try ReadWorkbook.reading("live.xlsx", in: try Self.made(Self.examples[0]))
      .sheet("Inputs")
    let row = try #require(inputs.rows.firstIndex { $0.first?.value?.text == "Operating margin" })
    let (workbook, folder) = try Self.changed([("B\(row + 1)", 0.936)])
    let asked = try folder.run(
      "project", "hut8-river-bend", "--format", "csv", "--scenario",
      "samples/scenarios/margins-lower.yaml")
    try #require(asked.status == 0, "\(asked.errors)")
    try expectYears(workbook, asked)
  }

  @Test("give what leasebook gives where halls commence two quarters later")
  func laterHalls() throws {
    let inputs = try ReadWorkbook.reading("live.xlsx", in: try Self.made(Self.examples[0]))
      .sheet("Inputs")
    let heading = try inputs.heading(beginningWith: "Hall")
    // 2027-06-30 and 2027-12-31 and six months, as days since 1899-12-30.
    let days = [CivilDay(2027, 12, 30), CivilDay(2028, 6, 30)].map { Double($0.number + 25_569) }
    let (workbook, folder) = try Self.changed(
      days.enumerated().map { ("C\(heading + 2 + $0.offset)", $0.element) })
    let asked = try folder.run(
      "project", "hut8-river-bend", "--format", "csv", "--scenario",
      "samples/scenarios/late-two-quarters.yaml")
    let posted = try asked.table.cents {
      $0["charge"] == "base-rent" ? String(($0["period_start"] ?? "").prefix(4)) : ""
    }
    let sheet = try workbook.sheet("Years")
    let rows = sheet.table(below: try sheet.heading(beginningWith: "Year"))
    for (year, cents) in posted where !year.isEmpty {
      let row = try #require(rows.first { $0["Year"]?.value?.number == Double(year) }, "\(year)")
      #expect(try Self.cents(row["Base rent"]) == cents, "\(year)")
    }
  }

  /// Half of a month of thirty days at 100.01 is 50.005, which is 50.00; at 100.03 it is 50.02.
  @Test("round a half to the even cent", arguments: [("100.01", 5_000), ("100.03", 5_002)])
  func halves(_ rent: String, _ cents: Int) throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples")
    try folder.write(
      """
      deal: half-cents
      announced: 2026-01-05
      source: us
      terms:
        landlord: hut-8
        tenant: fluidstack
        contract: {kind: lease}
        criticalIT: 10 MW
        term: 3 years
        rent: {rate: \(rent) USD/month}
        halls:
          - {name: hall, criticalIT: 10 MW, readyForService: 2027-06-16}
      sources:
        us: {kind: press}
      """, to: "half.yaml")
    let recorded = try folder.run("record", "half.yaml")
    try #require(recorded.status == 0, "\(recorded.errors)")
    let run = try folder.run(
      "project", "half-cents", "--format", "xlsx", "--live", "--output", "live.xlsx")
    try #require(run.status == 0, "\(run.errors)")
    let file = try Recalculation.recalculated("live.xlsx", in: folder)
    let workbook = try ReadWorkbook.reading(file, in: folder)
    let sheet = try workbook.sheet("Months")
    let first = try #require(sheet.table(below: try sheet.heading(beginningWith: "Hall")).first)
    #expect(try Self.cents(first["Rent"]) == cents)
    #expect(first["Check"]?.value == .text("equal"))
  }

  @Test("keep what they do not carry as posted, and say so")
  func posted() throws {
    let folder = try Self.made(Self.examples[0])
    let workbook = try ReadWorkbook.reading("live.xlsx", in: folder)
    let charges = try workbook.sheet("Posted").rows.dropFirst(4).map { $0[0].value?.text }
    #expect(Set(charges) == ["capital-cost"])
    let notes = try workbook.sheet("Notes").rows.flatMap { $0.compactMap { $0.value?.text } }
    #expect(notes.contains("posted, and not following the inputs: capital cost"))
    #expect(notes.contains { $0.contains("about 15 digits") })
  }

  static let refusals: [(arguments: [String], words: String, status: Int32)] = [
    (["project", "--format", "xlsx", "--live"], "name it", 64),
    (["project", "hut8-river-bend", "--live"], "--format xlsx", 64),
    (["project", "hut8-river-bend", "--rate", "8%"], "--live", 64),
    (
      ["project", "hut8-river-bend", "--format", "xlsx", "--live", "--by", "month"],
      "leave out --by", 64
    ),
    (["project", "terawulf-core42", "--format", "xlsx", "--live"], "error[live.amended]", 65),
  ]

  @Test("are refused where one set of inputs cannot give them", arguments: refusals)
  func refused(_ refusal: (arguments: [String], words: String, status: Int32)) throws {
    let run = try SampleBook.folder().run(refusal.arguments)
    #expect(run.status == refusal.status && run.output.isEmpty, "\(run.errors)")
    #expect(run.errors.contains(refusal.words), "\(run.errors)")
  }
}
