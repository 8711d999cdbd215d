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

  @Test("the deal files of an export, recorded in their order, make the same history anew")
  func replay() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("export", "out")
    func table(_ name: String) throws -> CSVTable {
      try CSVTable(String(decoding: folder.bytes(of: name), as: UTF8.self))
    }
    let files = Dictionary(
      try table("out/tables/document.csv").rows.map { ($0["hash"] ?? "", $0["file"] ?? "") }
    ) { first, _ in first }
    let entries = try table("out/tables/entry.csv").rows
    try folder.succeed("init", "--ledger", "new.db")
    // What was recorded together is recorded together, each file once.
    for recording in entries.map({ $0["recording"] ?? "" }).distinct {
      let documents = entries.filter { $0["recording"] == recording }
        .compactMap { files[$0["document"] ?? ""] }.distinct
      let run = try folder.run(
        ["record", "--ledger", "new.db"] + documents.map { "out/\($0)" })
      #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    }
    try folder.succeed("verify", "--ledger", "new.db")
    try folder.succeed("export", "again", "--ledger", "new.db")
    // All but the names under which the files were given now, and the links that cover these.
    let columns = [
      "sequence", "recording", "kind", "subject", "number", "effectiveOn", "knownOn", "document",
      "reason", "content",
    ]
    let replayed = try table("again/tables/entry.csv").rows
    #expect(replayed.count == entries.count && entries.count > 100)
    for (old, new) in zip(entries, replayed) {
      for column in columns { #expect(old[column] == new[column], "\(old)") }
    }
    for question in Self.questions {
      let found = try folder.run(question + ["--ledger", "new.db"])
      let expected = try SampleBook.ask(question)
      guard question[0] != "history" else {
        #expect(try found.table.column("known") == expected.table.column("known"))
        continue
      }
      #expect(found.outputBytes == expected.outputBytes, "\(question)")
    }
  }

  @Test("an export has the journal of the books, as a table and as hledger reads it")
  func journal() throws {
    let folder = try ScratchFolder.withSampleLedger()
    try folder.succeed("bill", "hut8-river-bend", "--through", "2027-12-31")
    try folder.succeed("export", "out")
    let csv = try folder.succeed("journal", "--to", "csv")
    #expect(try folder.bytes(of: "out/journal.csv") == csv.outputBytes)
    #expect(try csv.table.cents().values.allSatisfy { $0 == 0 } && !csv.table.rows.isEmpty)
    let text = try folder.succeed("journal", "--to", "hledger").outputBytes
    #expect(try folder.bytes(of: "out/journal.hledger") == text)
    try folder.succeed("import", "out", "--ledger", "new.db")
    for format in ["csv", "hledger"] {
      let run = try folder.succeed("journal", "--to", format, "--ledger", "new.db")
      #expect(try run.outputBytes == folder.bytes(of: "out/journal.\(format)"))
    }
    for question in [["balance"], ["register", "receivables"], ["arrears", "--on", "2028-03-31"]] {
      let (old, new) = try (
        folder.run(question), folder.run(question + ["--ledger", "new.db"])
      )
      #expect(old.status == 0 && old.outputBytes == new.outputBytes, "\(old.errors)")
    }
    let name = "out/journal.csv"
    try folder.write(
      String(decoding: try folder.bytes(of: name), as: UTF8.self) + "\n", to: name)
    let run = try folder.run("import", "out", "--ledger", "other.db")
    #expect(run.status == 65 && run.errors.hasPrefix("\(name): error[import.changed-file]"))
    #expect(!folder.contains("other.db"))
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

extension [String] {
  /// Each once, in the order of its first.
  fileprivate var distinct: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
