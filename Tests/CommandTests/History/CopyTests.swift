import Foundation
import Testing

/// Backups, exports and what is rebuilt from them, by the command.
@Suite("Copies of a ledger")
struct CopyTests {
  private static let questions = [
    ["list"], ["show", "cipher-barber-lake"], ["history", "terawulf-abernathy"],
    ["project", "--by", "year"], ["compare", "--by", "deal"], ["series"],
    ["list", "--known-on", "2025-12-31"],
  ].map { $0 + ["--format", "csv"] }

  @Test("a backup and a rebuilt ledger answer as the ledger does, with its head")
  func answers() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let head = try #require(folder.succeed("verify", "--format", "json").object["head"] as? String)
    let backup = try folder.succeed("backup", "copy.db")
    let export = try folder.succeed("export", "out")
    let rebuilt = try folder.succeed("import", "out", "--ledger", "new.db")
    for run in [backup, export, rebuilt] { #expect(run.lines.last == "head \(head)") }
    for name in ["copy.db", "new.db"] {
      try folder.succeed("verify", "--head", head, "--ledger", name)
      for question in Self.questions {
        let found = try folder.run(question + ["--ledger", name])
        #expect(try found.outputBytes == SampleBook.ask(question).outputBytes, "\(question)")
      }
    }
    #expect(try folder.names == ["copy.db", "leasebook.db", "new.db", "out", "samples"])
  }

  @Test("an export has every recorded file byte for byte under its name")
  func files() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    let samples = PackageFolder.samples
    var count = 0
    for part in ["deals", "series"] {
      for name in try FileManager.default.contentsOfDirectory(
        atPath: samples.appending(path: part).path)
      {
        count += 1
        let file = try Data(contentsOf: samples.appending(path: "\(part)/\(name)"))
        #expect(try folder.bytes(of: "out/files/samples/\(part)/\(name)") == file, "\(name)")
      }
    }
    let object = try #require(
      try JSONSerialization.jsonObject(with: folder.bytes(of: "out/manifest.json"))
        as? [String: Any])
    // With parties.yaml and sites.yaml; the other files are the tables.
    let paths = (object["files"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
    #expect(paths.count { $0.hasPrefix("files/") } == count + 2)
    #expect(paths.contains("tables/field.csv"))
  }

  @Test("a repeated export has the same bytes")
  func deterministic() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "one")
    try folder.succeed("export", "two")
    #expect(try folder.bytes(of: "one/manifest.json") == folder.bytes(of: "two/manifest.json"))
  }

  @Test("CSV and JSON say what was made")
  func machine() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let row = try #require(
      folder.succeed("backup", "copy.db", "--format", "csv").table.rows.first)
    #expect(row["made"] == "backup" && row["path"] == "copy.db")
    let object = try #require(folder.succeed("export", "out", "--format", "json").objects.first)
    #expect(object["made"] as? String == "export")
    #expect(object["head"] as? String == row["head"])
  }

  static let refusals: [(arguments: [String], status: Int32, code: String)] = [
    (["backup", "leasebook.db"], 74, "copy.exists"),
    (["backup", "samples"], 74, "copy.exists"),
    (["backup", "none/copy.db"], 74, "copy.no-folder"),
    (["backup", "copy.db", "--ledger", "none.db"], 66, "ledger.missing"),
    (["export", "samples"], 74, "copy.exists"),
    (["export", "none/out"], 74, "copy.no-folder"),
    (["import", "samples", "--ledger", "new.db"], 66, "import.not-an-export"),
    (["import", "none", "--ledger", "new.db"], 66, "import.not-an-export"),
    (["import", "out", "--ledger", "leasebook.db"], 74, "copy.exists"),
  ]

  @Test("are refused with a reason, and leave nothing", arguments: refusals)
  func refused(_ refusal: (arguments: [String], status: Int32, code: String)) throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    let names = try folder.names
    let run = try folder.run(refusal.arguments)
    #expect(run.status == refusal.status, "\(run.errors)")
    #expect(CommandRun.codes(in: run.errors) == [refusal.code], "\(run.errors)")
    #expect(run.errors.contains("\n  fix: ") && run.output.isEmpty)
    #expect(try folder.names == names)
  }

  @Test("a tampered export is refused by the name of the file")
  func tampered() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    let name = "out/files/samples/deals/hut8-river-bend.yaml"
    let text = String(decoding: try folder.bytes(of: name), as: UTF8.self)
    try folder.write(text.replacing("7.0 bn USD", with: "7.1 bn USD"), to: name)
    let run = try folder.run("import", "out", "--ledger", "new.db")
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("\(name): error[import.changed-file]"))
    #expect(!folder.contains("new.db"))
  }
}
