import Foundation
import Testing

/// Live workbooks whose terms are changed, beside deals that were recorded with those terms.
@Suite(
  "Changed terms of live workbooks",
  .enabled(if: ReadWorkbook.isPossible, "python3 has no openpyxl"),
  .enabled(if: Recalculation.isPossible, "there is no soffice"))
struct LiveTermTests {
  /// Cents by hall, month, and whether they are rent or operating cost.
  private typealias Amounts = [String: Int]

  /// A ledger with one deal of a file of the package, some of whose text is replaced.
  private static func ledger(
    with file: String, replacing text: String = "", by other: String = ""
  ) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples")
    let path = PackageFolder.root.appending(path: file)
    let written = try String(contentsOf: path, encoding: .utf8)
    try #require(text.isEmpty || written.contains(text), "\(text) stands in \(file)")
    try folder.write(
      text.isEmpty ? written : written.replacingOccurrences(of: text, with: other), to: "deal.yaml")
    try folder.succeed("record", "deal.yaml")
    return folder
  }

  /// The live workbook of a deal with a number put into a column of each hall, reckoned anew.
  private static func changed(
    _ deal: String, in folder: ScratchFolder, _ column: String, to number: Double?,
    _ options: [String] = []
  ) throws -> ReadWorkbook {
    let run = try folder.run(
      ["project", deal, "--format", "xlsx", "--live", "--output", "live.xlsx"] + options)
    try #require(run.status == 0, "\(run.errors)")
    let inputs = try ReadWorkbook.reading("live.xlsx", in: folder).sheet("Inputs")
    let heading = try inputs.heading(beginningWith: "Hall")
    let place = try #require(inputs.rows[heading].firstIndex { $0.value?.text == column })
    let letter = UnicodeScalar(UInt8(ascii: "A") + UInt8(place))
    for hall in 1...inputs.table(below: heading).count {
      guard let number else { break }
      try ReadWorkbook.changing(
        "live.xlsx", in: folder, "Inputs", "\(letter)\(heading + 1 + hall)", to: number,
        as: "live.xlsx")
    }
    return try ReadWorkbook.reading(
      try Recalculation.recalculated("live.xlsx", in: folder), in: folder)
  }

  /// What the sheet of months comes to.
  private static func amounts(_ workbook: ReadWorkbook) throws -> Amounts {
    let sheet = try workbook.sheet("Months")
    var amounts: Amounts = [:]
    for row in sheet.table(below: try sheet.heading(beginningWith: "Hall")) {
      let key = ["Hall", "Month"].map { row[$0]?.value?.text ?? "" }.joined(separator: "|")
      for kind in ["Rent", "Operating cost"] {
        guard let number = row[kind]?.value?.number else { continue }
        amounts["\(key)|\(kind)", default: 0] += Int((number * 100).rounded())
      }
    }
    return amounts.filter { $0.value != 0 }
  }

  /// What the command projects by month.
  private static func amounts(_ table: CSVTable) throws -> Amounts {
    let kinds = [
      "base-rent": "Rent", "renewal-rent": "Rent", "operating-cost": "Operating cost",
    ]
    var amounts: Amounts = [:]
    for row in table.rows {
      guard let kind = kinds[row["charge"] ?? ""] else { continue }
      let key = [row["hall"], row["period_start"]].map { $0 ?? "" }.joined(separator: "|")
      amounts["\(key)|\(kind)", default: 0] += try Cents.reading(row["amount"] ?? "")
    }
    return amounts.filter { $0.value != 0 }
  }

  /// River Bend's base term ends within a month, which renewals share. A cost is one of a hall and a
  /// month, so that where the term is another, another month is shared.
  @Test(
    "cost each month by its days, whichever month base term and renewals share",
    arguments: [186, 174])
  func term(_ months: Int) throws {
    let file = "samples/deals/hut8-river-bend.yaml"
    let options = ["--case", "full", "--rate", "8%", "--on", "2026-01-01"]
    let workbook = try Self.changed(
      "hut8-river-bend", in: try Self.ledger(with: file), "Base term, months", to: Double(months),
      options)
    let other = try Self.ledger(
      with: file, replacing: "  term: 15 years", by: "  term: \(months) months")
    let projected = try other.run(
      "project", "hut8-river-bend", "--case", "full", "--by", "month", "--group-by",
      "hall,charge", "--format", "csv")
    let expected = try Self.amounts(projected.table)
    #expect(expected.keys.contains { $0.hasSuffix("Operating cost") })
    #expect(try Self.amounts(workbook) == expected)
    let value = try other.run(["value", "hut8-river-bend", "--format", "json"] + options).object
    let total = try #require(
      try workbook.sheet("Value").rows.first { $0[0].value?.text == "Total" })
    let cents = Int(((total[3].value?.number ?? 0) * 100).rounded())
    #expect(try cents == Cents.reading(value["present_value"]))
  }

  @Test("lengthen the base term by free rent that is added to it", arguments: [5, 1])
  func freeRent(_ months: Int) throws {
    let file = "samples/templates/triple-net-build-to-suit.yaml"
    let workbook = try Self.changed(
      "template-triple-net", in: try Self.ledger(with: file), "Free, months", to: Double(months))
    let other = try Self.ledger(
      with: file, replacing: "length: 3 months", by: "length: \(months) months")
    let projected = try other.run(
      "project", "template-triple-net", "--by", "month", "--group-by", "hall,charge", "--format",
      "csv")
    let isRent = { (amount: Amounts.Element) in amount.key.hasSuffix("Rent") }
    let expected = try Self.amounts(projected.table).filter(isRent)
    #expect(!expected.isEmpty)
    #expect(try Self.amounts(workbook).filter(isRent) == expected)
  }

  @Test("hold from the start where halls are named alike but for case, or as numbers and formulas")
  func names() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples")
    try folder.write(
      """
      deal: odd-names
      announced: 2026-01-05
      source: us
      terms:
        landlord: hut-8
        tenant: fluidstack
        contract: {kind: lease}
        criticalIT: 40 MW
        term: 3 years
        rent: {rate: 100 USD/kW-month}
        halls:
          - {name: A, criticalIT: 10 MW, readyForService: 2027-06-16}
          - {name: a, criticalIT: 10 MW, readyForService: 2028-06-16}
          - {name: '1', criticalIT: 10 MW, readyForService: 2027-06-16}
          - {name: '=B5', criticalIT: 10 MW, readyForService: 2027-06-16}
      sources:
        us: {kind: press}
      """, to: "names.yaml")
    try folder.succeed("record", "names.yaml")
    let workbook = try Self.changed("odd-names", in: folder, "Hall", to: nil)
    let verdicts = workbook.sheets.flatMap { $0.rows.flatMap(\.self) }
      .compactMap { $0.value?.text }.filter { $0 == "equal" || $0 == "differs" }
    // A verdict a hall and month, of 36 months that begin and end within one.
    #expect(verdicts.count > 4 * 37 && !verdicts.contains("differs"))
    let inputs = try workbook.sheet("Inputs")
    let days = inputs.table(below: try inputs.heading(beginningWith: "Hall"))
      .map { $0["Days in rows"]?.value?.number }
    // Three years with one 29 February in each: 2028, and 2028 is over for the hall of mid-2028.
    #expect(days == [1_096, 1_095, 1_096, 1_096])
  }
}
