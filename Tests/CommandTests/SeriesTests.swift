import Foundation
import Testing

/// Series through the command: recorded with deals, listed, printed, and used by leases.
@Suite("Recorded series")
struct SeriesTests {
  private static let cpi = [
    ("2025-10", "300"), ("2026-10", "306"), ("2027-10", "321.3"),
  ]

  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(
      """
      deal: one
      announced: 2026-03-01
      source: release
      terms:
        landlord: hut-8
        contract: {kind: lease, structure: triple-net}
        criticalIT: 10 MW
        term: 3 years
        rentCommencement: 2026-01-01
        rent: {rate: 100 USD/kW-month, escalator: {cpi: {series: cpi, lag: 3 months}}}
      sources: {release: {kind: release}}
      parties: {hut-8: {name: Hut 8 Corp.}}

      """, to: "one.yaml")
    try write(Self.cpi, announced: "2026-02-11", in: folder)
    try folder.succeed("init")
    return folder
  }

  /// Whole years of months at each of the values, so that no stretch is too long.
  private func write(
    _ values: [(String, String)], announced: String, in folder: ScratchFolder
  ) throws {
    let rows = values.flatMap { month, value in
      [1, 4, 7, 10].map { "\(month.prefix(4))-\($0 < 10 ? "0" : "")\($0),\(value)\n" }
    }
    try folder.write("month,index\n" + rows.joined(), to: "cpi.csv")
    try folder.write(
      """
      series: cpi
      name: An index
      kind: price index
      unit: index
      frequency: monthly
      announced: \(announced)
      file: cpi.csv
      columns: {value: index}
      source: bls
      sources: {bls: {kind: release}}

      """, to: "cpi.yaml")
  }

  private func baseRent(_ folder: ScratchFolder, _ arguments: String...) throws -> [String?] {
    let run = try folder.run(
      ["project", "one", "--by", "year", "--format", "csv"] + arguments)
    guard run.status == 0 else { return [] }
    return try run.table.rows.filter { $0["charge"] == "base-rent" }.map { $0["amount"] }
  }

  // 10 MW at 100 USD/kW-month are 12,000,000 a year; 306 over 300 is 2 %, 321.3 over 306 is 5 %.
  private static let rents = ["12000000.00", "12240000.00", "12852000.00"]

  @Test("are taken with deals in one command, and move their rent")
  func recorded() throws {
    let folder = try folder()
    let run = try folder.succeed("record", "one.yaml", "cpi.yaml", "cpi.csv")
    #expect(run.output.contains("recorded 1 series\n"))
    #expect(run.output.contains("series cpi: 2025-02 to 2025-03, "))
    #expect(try baseRent(folder) == Self.rents)
    #expect(try folder.succeed("verify").output.hasPrefix("sound: 3 entries, 3 documents"))
    let again = try folder.succeed("record", "one.yaml", "cpi.yaml")
    #expect(again.output.contains("cpi.yaml: already recorded, nothing changed\n"))
    #expect(again.output.hasSuffix("nothing to record\n"))
  }

  @Test("may be recorded after the deals that wait for them")
  func later() throws {
    let folder = try folder()
    try folder.succeed("record", "one.yaml")
    let run = try folder.run("project", "one")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["projection.series-missing"])
    try folder.succeed("record", "cpi.yaml")
    #expect(try baseRent(folder) == Self.rents)
  }

  @Test("at fault keep good deals out, and every fault is told")
  func atomic() throws {
    let folder = try folder()
    try folder.write("month,index\n2025-10,300\n2025-10,x\n", to: "cpi.csv")
    let run = try folder.run("record", "one.yaml", "cpi.yaml")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["series.value-malformed"])
    #expect(run.errors.hasPrefix("cpi.csv:3:9: error"))
    #expect(try folder.succeed("verify").output.hasPrefix("sound: 0 entries, 0 documents"))
  }

  @Test("are picked by the day on which they were known, and by the entry")
  func versions() throws {
    let folder = try folder()
    try folder.succeed("record", "one.yaml", "cpi.yaml")
    try write(
      [("2025-10", "300"), ("2026-10", "303"), ("2027-10", "318.15")], announced: "2026-04-10",
      in: folder)
    try folder.succeed("record", "cpi.yaml")
    // 303 over 300 is 1 %, 318.15 over 303 is 5 %.
    #expect(try baseRent(folder) == ["12000000.00", "12120000.00", "12726000.00"])
    #expect(try baseRent(folder, "--known-on", "2026-04-09") == Self.rents)
    #expect(try baseRent(folder, "--recorded-by", "3") == Self.rents)
    let row = try folder.succeed("series", "--format", "csv").table.row(where: "series", is: "cpi")
    #expect(row["versions"] == "2" && row["known_on"] == "2026-04-10")
    #expect(row["first"] == "2025-01" && row["last"] == "2027-10" && row["values"] == "12")
    let then = try folder.succeed("series", "--known-on", "2026-02-10", "--format", "csv")
    #expect(try then.table.rows.isEmpty)
  }

  @Test("of one announcement are recorded once; other values need a later one")
  func sameDay() throws {
    let folder = try folder()
    try folder.succeed("record", "cpi.yaml")
    try write([("2025-10", "300.1")], announced: "2026-02-11", in: folder)
    let run = try folder.run("record", "cpi.yaml")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == ["series.recorded"])
  }

  @Test("are printed alike in text, CSV and JSON, a curve with its tenors")
  func formats() throws {
    let folder = try folder()
    try folder.succeed("record", "samples/series")
    let csv = try folder.succeed("series", "ust-curve-2026-q2", "--format", "csv").table
    #expect(csv.rows.count == 40)
    let json = try folder.succeed("series", "ust-curve-2026-q2", "--format", "json").objects
    #expect(json.compactMap { $0["tenor"] as? String } == (try csv.column("tenor")))
    let text = try folder.succeed("series", "ust-curve-2026-q2")
    // The last row of samples/series/ust-curve-2026-q2.csv for each tenor, on one line.
    #expect(text.lines.contains { $0.split(separator: " ").map(String.init) == Self.lastDay })
    let months = try folder.succeed("series", "cpi-u-nsa", "--format", "csv").table
    #expect(try months.row(where: "month", is: "2025-10")["value"]?.isEmpty == true)
    #expect(months.rows.count == 137)
  }

  private static let lastDay = ["2026-06-30", "3.87", "4.14", "4.19", "4.44", "4.91"]

  @Test("that are not there are told apart from those with a similar name")
  func unknown() throws {
    let folder = try folder()
    try folder.succeed("record", "cpi.yaml")
    let run = try folder.run("series", "cpj")
    #expect(run.status == 66)
    #expect(CommandRun.codes(in: run.errors) == ["series.unknown"])
    #expect(run.errors.contains("write cpi, if that is what is meant"))
  }

  @Test(
    "whose table cannot be had say why",
    arguments: [(nil, "series.file-missing"), ("folder", "series.file-unreadable")])
  func noTable(_ place: String?, _ code: String) throws {
    let folder = try folder()
    let table = folder.url.appending(path: "cpi.csv")
    try FileManager.default.removeItem(at: table)
    if place != nil {
      try FileManager.default.createDirectory(at: table, withIntermediateDirectories: false)
    }
    let run = try folder.run("record", "cpi.yaml")
    #expect(run.status == 65)
    #expect(CommandRun.codes(in: run.errors) == [code])
  }
}
