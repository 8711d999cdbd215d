import Foundation
import Testing

@Suite("The sample book")
struct SampleBookTests {
  /// Files under samples/deals that are deals of their own, by their names.
  static let deals: Set<String> = {
    let folder = PackageFolder.samples.appending(path: "deals")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let deals = names.compactMap { name -> String? in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let head = text?.split(separator: "\n").first { $0.hasPrefix("deal: ") }
      return head.map { String($0.dropFirst(6)).trimmingCharacters(in: .whitespaces) }
    }
    return Set(deals)
  }()

  @Test("the list has every deal file once, in the order of ids, and nothing else")
  func list() throws {
    let listed = try SampleBook.ask("list", "--format", "csv").table.column("deal")
    #expect(listed.count >= 30)
    #expect(Set(listed) == Self.deals)
    #expect(listed == listed.sorted())
  }

  @Test("recording again changes not a byte, and says so")
  func recordAgain() throws {
    let folder = try ScratchFolder.withSampleLedger()
    let before = try folder.bytes(of: "leasebook.db")
    let head = try folder.succeed("verify", "--format", "json").object
    let run = try folder.succeed("record", "samples", "samples/deals")
    #expect(run.output.contains("hut8-river-bend.yaml: already recorded, nothing changed\n"))
    #expect(run.lines.last == "nothing to record")
    #expect(!run.output.contains("recorded hut8"))
    #expect(try folder.bytes(of: "leasebook.db") == before)
    let again = try folder.succeed("verify", "--format", "json").object
    #expect(head["head"] as? String == again["head"] as? String)
  }

  @Test("one file is left beside the samples: no journal, no shared memory")
  func oneFile() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init")
    try folder.succeed("record", "samples", "samples/deals")
    try folder.succeed("list")
    #expect(try folder.names == ["leasebook.db", "samples"])
  }

  @Test("the same files recorded at the same instant give the same head, in any folder")
  func sameHead() throws {
    let heads = try (0..<2).map { _ -> String in
      let folder = try ScratchFolder()
      try folder.succeed("init")
      try folder.succeed("record", "samples", "samples/deals")
      return try #require(
        folder.succeed("verify", "--format", "json").object["head"] as? String)
    }
    #expect(heads[0] == heads[1])
  }

  @Test("the ledger is found by option, by environment, and here")
  func ledgerPath() throws {
    let folder = try ScratchFolder()
    try folder.succeed("init", "--ledger", "by-option.db")
    let byEnvironment = try folder.run(["init"], environment: ["LEASEBOOK_LEDGER": "by-name.db"])
    #expect(byEnvironment.status == 0)
    try folder.succeed("init")
    #expect(try folder.names == ["by-name.db", "by-option.db", "leasebook.db", "samples"])
    try folder.succeed("list", "--ledger", "by-option.db")
  }

  static let listings: [[String]] = [
    ["list"], ["show", "hut8-river-bend"], ["history", "cipher-barber-lake"],
    ["project", "hut8-river-bend"],
    ["project", "--by", "quarter", "--group-by", "landlord,charge"],
    ["value", "hut8-river-bend", "--rate", "8%", "--on", "2026-01-01"], ["compare"],
    ["compare", "--define"], ["verify"],
  ]

  @Test("the same question has the same answer byte for byte", arguments: listings)
  func sameBytes(_ arguments: [String]) throws {
    for format in ["text", "csv", "json"] {
      let asked = arguments + ["--format", format]
      let again = try SampleBook.folder().run(asked)
      #expect(try SampleBook.ask(asked).outputBytes == again.outputBytes)
    }
  }

  @Test("only --landlord, --tenant, --kind and --status of a listing remain")
  func filters() throws {
    func listed(_ filter: String...) throws -> Set<String> {
      Set(try SampleBook.ask(["list", "--format", "csv"] + filter).table.column("deal"))
    }
    // By alias, by name and by id; samples/parties.yaml.
    let hut8: Set = ["hut8-beacon-point", "hut8-beacon-point-2", "hut8-river-bend"]
    #expect(try listed("--landlord", "Hut 8") == hut8)
    #expect(try listed("--landlord", "hut-8") == hut8)
    #expect(try listed("--landlord", "Hut 8", "--tenant", "fluidstack") == ["hut8-river-bend"])
    #expect(
      try listed("--kind", "cloud") == ["iren-ai-developers", "iren-microsoft", "iren-nvidia"])
    #expect(try listed("--status", "conditional") == ["bitdeer-tydal"])
    let both = try listed("--landlord", "Hut 8", "--landlord", "Riot")
    #expect(both == hut8.union(["riot-rockdale"]))
  }

  @Test("conditional and cloud contracts are in no contracted total, and shown apart")
  func keptApart() throws {
    let apart: Set = ["bitdeer-tydal", "iren-ai-developers", "iren-microsoft", "iren-nvidia"]
    let projected = try SampleBook.ask(
      "project", "--by", "total", "--group-by", "deal", "--format", "csv")
    #expect(try apart.isDisjoint(with: projected.table.column("deal")))
    let compared = try SampleBook.ask("compare", "--by", "deal", "--format", "json").object
    let listed = try #require(compared["kept_apart"] as? [[String: Any]])
    #expect(Set(listed.compactMap { $0["deal"] as? String }) == apart)
    let counted = try SampleBook.ask("compare", "--by", "deal", "--format", "csv")
    #expect(try apart.isDisjoint(with: counted.table.column("deal")))
    #expect(try counted.table.rows.count == Self.deals.count - apart.count)
  }
}
